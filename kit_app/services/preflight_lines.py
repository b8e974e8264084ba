"""What the lines of the pre-flight are called, also for those who read later over what a game was started."""

from __future__ import annotations

from kit_app.i18n import N_, Catalogue, joined
from kit_app.views.results import RunResult

TOPICS = {
    "screen": N_("Second display"),
    "mirror": N_("Extended, not copied"),
    "resolution": N_("Size of the picture"),
    "sound": N_("Sound"),
    "power": N_("Mains"),
    "sleep": N_("Sleep"),
    "lock": N_("Screen lock"),
    "folder": N_("Keeping what is played"),
    "clock": N_("Clock"),
    "date": N_("Day of the session"),
    "kit": N_("Kit"),
    "printed": N_("Printed papers"),
    "cards": N_("Cards on the tables"),
    "backup": N_("Copy of the data"),
}
"""What each line is called while it is fine, in the order in which lines of one level stand."""


def name_of(ident: str, t: Catalogue) -> str:
    """How a line is called in a journal; ids of other releases stand for themselves."""
    return t(TOPICS[ident]) if ident in TOPICS else ident


def started_despite(result: RunResult, t: Catalogue) -> str:
    """The sentence about what was not in order at the start; empty when nothing was forced."""
    if not result.despite:
        return ""
    names = joined([name_of(ident, t) for ident in result.despite], t.language)
    return t("Started although this was not in order: {names}.", names=names)
