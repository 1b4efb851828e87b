"""The room for reading in what others send; empty so far: interchange lines are read by `models.ledger`."""
