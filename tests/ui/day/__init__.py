"""Whole days in the window."""
