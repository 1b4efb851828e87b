"""The subjects of the work, one page each."""
