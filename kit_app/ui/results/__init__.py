"""The screen shown after a run."""
