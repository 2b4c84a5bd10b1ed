"""How an answer is heard.

Every answer is measured against your own usual, and nobody else's.
"""
