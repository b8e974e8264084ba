"""A careful player who has the players' PDF only, and a few things that everybody knows."""
