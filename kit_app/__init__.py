"""A desktop kit with which a facilitator prepares, prints, runs and debriefs an escape game on digital security."""
