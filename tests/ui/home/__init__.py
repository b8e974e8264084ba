"""The home page, as a person sees it."""
