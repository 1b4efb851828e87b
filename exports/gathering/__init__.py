"""What an upper union makes of the reports sent to it: the table of all units, and who has sent."""
