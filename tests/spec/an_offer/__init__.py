"""Otherwise one rung is offered.

Where nothing stands in the way, one small step more is offered. It is yours to take or leave.
"""
