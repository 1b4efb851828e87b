"""What the program shows: the window, its pages and dialogs; the only place with Qt."""
