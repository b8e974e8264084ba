"""The services without a window; no Qt."""
