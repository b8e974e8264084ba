"""The print desk, as a person sees it."""
