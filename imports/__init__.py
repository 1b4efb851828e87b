"""What the program reads in: workbooks of any shape, and what the units below have sent."""
