"""Rehearsals without windows."""
