"""Posters, cards, alert bulletins, topics and programmes: all that is printed without a session."""
