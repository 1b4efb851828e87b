"""Lists of records as forms print them, line by line: the log, initiatives with authors, awards, the book of voices."""
