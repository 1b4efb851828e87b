"""The data file: one door for reading and writing, its history, its interchange and its checks."""
