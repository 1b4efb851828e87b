"""A voice as a case: its next steps, and the way that it came."""
