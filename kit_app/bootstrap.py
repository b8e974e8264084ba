"""Builds the object graph; the only module that knows all concrete classes."""
