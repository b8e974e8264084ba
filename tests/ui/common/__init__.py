"""Tests of kit_app.ui.common."""
