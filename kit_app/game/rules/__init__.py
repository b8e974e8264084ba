"""When something is allowed in a run, and what follows from it."""
