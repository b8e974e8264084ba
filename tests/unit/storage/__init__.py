"""The store and its files."""
