"""Forms of her own: the window in which one is changed and seen, and what is done with its file."""
