"""Scoring sheets: a scheme as data, the points that were given, and what of the log proves them."""
