"""The day: today's step, the one thing that is asked, and what else a person may say of a day."""
