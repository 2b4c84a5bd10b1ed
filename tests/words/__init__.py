"""The words in every language: gathered, translated, compiled, and looked through."""
