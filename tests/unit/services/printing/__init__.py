"""Tests of the door to paper."""
