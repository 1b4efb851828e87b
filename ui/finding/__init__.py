"""Finding: the line above every list, and the search over everything."""
