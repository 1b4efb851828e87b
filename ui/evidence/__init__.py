"""Photos and papers of a record, seen and added."""
