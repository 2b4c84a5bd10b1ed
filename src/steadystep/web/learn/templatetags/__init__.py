"""What other pages show of the programme."""
