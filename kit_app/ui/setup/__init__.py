"""The screen where a session is prepared."""
