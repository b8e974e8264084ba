"""The tables that the kit's example must give, as text."""
