"""Rehearsals by clicks."""
