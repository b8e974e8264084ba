"""Layouts and formats compared with stored text."""
