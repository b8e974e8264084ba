"""The kit workshop."""
