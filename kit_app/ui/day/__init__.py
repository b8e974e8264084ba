"""Whole days: several sessions planned at once, the same session again, the day on paper and in calendars."""
