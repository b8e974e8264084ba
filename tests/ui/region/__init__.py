"""The page of a region."""
