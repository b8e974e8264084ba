"""With this a facilitator prepares, prints, runs and debriefs an escape game on digital security."""
