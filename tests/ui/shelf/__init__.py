"""The shelf: posters and cards, alert bulletins, topics, programmes."""
