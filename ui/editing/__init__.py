"""One editor for each kind of value, and forms made from the fields of a record."""
