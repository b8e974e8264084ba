"""Which tables and keys of a kit’s own files have a form, and what their sections are called."""

from __future__ import annotations

from collections.abc import Mapping

from kit_app.i18n import N_
from kit_app.services.workshop.forms import FieldKind

SENTENCES: Mapping[str, tuple[str, str]] = {
    "player": (N_("Sentences of the players’ screen"), ""),
    "cards": (N_("Sentences of the cards"), "papers"),
    "script": (N_("What the facilitator says"), ""),
    "places": (N_("Names of places"), "envelopes"),
    "paths": (N_("Names of paths"), "papers"),
    "sectors": (N_("Names of sectors"), ""),
    "levels": (N_("Names of levels"), ""),
    "themes": (N_("Names of themes"), ""),
    "draw": (N_("Words that are drawn"), ""),
}
"""Tables of the kit’s words, what they are called, and the sheets that show them."""
DATA_FILES = ("room", "questionnaire", "opinions", "nudges", "bulletins", "contacts", "facts", "topics")
OWN_FILES = ("kit", *DATA_FILES)
"""Files whose values are in forms of no puzzle and no sheet."""
MOMENTS: Mapping[str, str] = {
    "before-start": N_("Page before the start"),
    "puzzle": N_("Page while a puzzle is open"),
    "time-over": N_("Page when time is over"),
    "end": N_("Page of the end"),
    "debrief": N_("Page of the talk after the game"),
}
FRAME = ("paths", "themes", "distributions", "levels", "draw", "alarms", "scenes", "example")
OF_THE_KIT: tuple[tuple[str, FieldKind], ...] = (
    ("title", "line"),
    ("game_title", "line"),
    ("summary", "text"),
)
OF_A_ROLE: tuple[tuple[str, FieldKind, bool], ...] = (
    ("title", "line", False),
    ("badge_name", "line", True),
    ("sentence", "text", True),
    ("task", "text", True),
    ("spare", "text", True),
)
TIMES = (
    ("minutes", False),
    ("guided_min", False),
    ("slot_min", False),
    ("setup_min", True),
    ("reset_min", True),
)
