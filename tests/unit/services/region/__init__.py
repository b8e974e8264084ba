"""What facilities tell a region, and what becomes of it."""
