"""What Google hands out: Fitbit's export and Google Fit's, which lie in one Takeout."""
