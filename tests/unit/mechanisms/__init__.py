"""One module a mechanism: what it makes, and that it solves it back."""
