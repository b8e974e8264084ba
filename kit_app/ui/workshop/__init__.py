"""The kit workshop: a kit is written, looked at, checked and published."""
