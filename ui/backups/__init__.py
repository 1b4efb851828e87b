"""Copies of the ledger: made by hand and when the program closes, put back from a list."""
