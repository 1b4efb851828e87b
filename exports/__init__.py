"""What the program hands out: forms as documents, and documents as files."""
