"""Learning to facilitate: lessons with a self-check, a first rehearsal, a list before the first session."""
