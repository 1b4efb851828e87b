"""History: the life of a record, the steps taken, what was deleted."""
