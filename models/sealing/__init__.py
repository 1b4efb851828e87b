"""What was sent stays what was sent: reports with their figures, their records and the very bytes of their files."""
