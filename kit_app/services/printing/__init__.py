"""The only door to the printables."""
