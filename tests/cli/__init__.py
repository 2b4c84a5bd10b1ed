"""The doors from the terminal, tried as a person tries them."""
