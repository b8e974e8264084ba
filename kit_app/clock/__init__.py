"""The steady clock and the wall clock; nothing else in the program reads the time."""
