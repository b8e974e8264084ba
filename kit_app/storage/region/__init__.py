"""A region's results: files that are signed, and stores that hold the rows of many facilities."""
