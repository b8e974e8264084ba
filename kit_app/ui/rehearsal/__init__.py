"""Rehearsals: what to choose before one, what the team says during it, what to look back on."""
