"""Printing: the pages as they will come out, the printers of the machine, and what goes to them."""
