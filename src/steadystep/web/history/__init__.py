"""What was: the record's picture, each day and why, what is put right, and the review of usual."""
