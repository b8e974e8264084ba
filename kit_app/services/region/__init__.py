"""What a facility tells its region, and what a region makes of it."""
