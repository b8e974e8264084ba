"""Kits read from files, and every mistake in them."""
