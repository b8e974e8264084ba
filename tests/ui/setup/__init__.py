"""Preparing sessions and what comes before a game."""
