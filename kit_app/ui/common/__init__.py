"""Widgets and helpers that several screens share; they know no screen."""
