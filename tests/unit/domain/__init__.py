"""Values, plans, dice, codes, deals."""
