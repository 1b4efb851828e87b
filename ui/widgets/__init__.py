"""Small parts that pages and windows are put together from."""
