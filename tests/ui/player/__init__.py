"""Tests of kit_app.ui.player."""
