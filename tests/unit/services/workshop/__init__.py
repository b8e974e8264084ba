"""The kit workshop without its window."""
