"""The movements: small, ordinary, at an effort of 3 of 10 or less. Data, no logic.

Each is a choice of ours: everyday movements that need a chair at most, taken from nobody's sheet.
None of them is said to treat anything.
"""
