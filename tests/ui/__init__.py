"""Clicks, keys and what windows show."""
