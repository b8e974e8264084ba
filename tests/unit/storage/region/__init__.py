"""A region’s results: files and stores."""
