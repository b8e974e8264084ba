"""Settings of the program, help and what stands behind it."""
