"""One module a way to be puzzled: it makes a clue from a seed and solves it back. Pure."""
