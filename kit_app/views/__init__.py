"""Immutable values that screens show; imports nothing else of the project."""
