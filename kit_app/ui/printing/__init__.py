"""The screen where materials are previewed, saved and printed."""
