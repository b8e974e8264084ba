"""The clocks and the calendar."""
