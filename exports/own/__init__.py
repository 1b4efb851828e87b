"""The forms that she makes herself: copied from a built-in one, changed row by row, kept, and passed on as one file."""
