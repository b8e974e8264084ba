"""What a team takes home from its game: the lessons, in the order that counts for it."""
