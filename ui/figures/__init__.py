"""Choosing a figure in her words: what there is to choose, how it is found, by what it is narrowed."""
