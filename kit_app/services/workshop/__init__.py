"""Kits written on this computer: drafts, their forms, how they look, how they are published."""
