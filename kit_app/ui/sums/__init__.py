"""Sums as figures, tables and charts, and files made of them: what pages of results share."""
