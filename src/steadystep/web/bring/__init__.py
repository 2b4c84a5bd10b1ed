"""Bring my data: an export is looked at, shown, and brought in when the person says so."""
