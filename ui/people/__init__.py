"""Members and units: what is done with those selected, beside writing their records."""
