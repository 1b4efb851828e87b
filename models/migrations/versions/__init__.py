"""The revisions, by schema number."""
