"""A ledger with the invented life of a union, for a first look, for demonstrations and for benchmarks."""
