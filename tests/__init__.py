"""Proof that it holds. Shared helpers live beside the tests that use them."""
