"""May there be a plan?

The first question of the day. What stands here comes before any movement.
"""
