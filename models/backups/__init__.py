"""Copies of the ledger that were checked, kept over the years, and can be put back."""
