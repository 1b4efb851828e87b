"""Identity numbers in the window: switching them on, the password, unlocking for a while."""
