"""A made-up team for rehearsals, what may go wrong around it, and how the trainer led it."""
