"""What did the body answer?

The second question. Here the dose gets smaller, by itself, and never larger.
"""
