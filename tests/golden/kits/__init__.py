"""Kits as older releases read them, kept for ever."""
