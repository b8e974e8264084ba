"""The first screen: the coming session and what it still lacks."""
