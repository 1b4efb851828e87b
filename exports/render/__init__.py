"""Renderers: each turns a document into a file of one kind."""
