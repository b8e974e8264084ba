"""The proof that the program does what it says; `python -m tests` runs it."""
