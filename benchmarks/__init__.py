"""Measurements against stated baselines."""
