"""What the program remembers: records, the ledger that holds them, and the figures drawn from them."""

__version__ = "0.1.0"
