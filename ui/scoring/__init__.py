"""Giving points: the list of criteria to type into, with what of the log proves each of them."""
