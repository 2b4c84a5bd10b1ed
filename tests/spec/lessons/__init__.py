"""Lessons from closed loops.

People with diabetes built loops that dose insulin. They told of their accidents in public.
Each of five is a test here, in the words of a small movement.
"""
