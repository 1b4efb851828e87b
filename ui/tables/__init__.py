"""Records as rows on the screen."""
