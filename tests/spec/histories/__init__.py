"""Histories.

The first draft of the rule was tried on these lives. Each table shows what happens now.
The number is that of the history in the design findings.
"""
