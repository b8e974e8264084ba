"""What each kind of event makes of the state: one module a matter, joined by `evolve`."""
