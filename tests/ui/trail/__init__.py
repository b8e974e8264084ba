"""The results, as a person sees them."""
