"""What differs between operating systems; no Qt."""
