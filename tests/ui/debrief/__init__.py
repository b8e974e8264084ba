"""The talk after a game."""
