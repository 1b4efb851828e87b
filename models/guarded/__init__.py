"""Identity numbers of members: kept only if the unit wants them, only locked, opened with her password."""
