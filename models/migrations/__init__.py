"""Older ledgers brought up to date, one revision a schema number; a released revision is never changed."""
