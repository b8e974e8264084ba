"""What a note may be about and why a clock may stand: words that events keep, each chosen with one key."""

PAUSE_REASONS = ("called-away", "broken-prop", "technical", "other")
"""Why a clock may stand, with one key."""

NOTE_TAGS = ("mutual-aid", "one-group", "typical-mistake", "good-sentence")
"""What a note may be about, with one key."""
