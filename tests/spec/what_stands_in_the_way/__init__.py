"""What stands in the way of an offer?

The third question. All that waits is noted. The first of it is the reason that is told.
"""
