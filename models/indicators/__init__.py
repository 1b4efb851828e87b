"""Indicators: every line adds up and names the records behind the sum."""
