"""Windows and everything that touches Qt."""
