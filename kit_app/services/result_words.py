"""Results in words that windows, files and papers share: outcomes, and what was put right since."""

from __future__ import annotations

from kit_app.game.corrections import YES, Field, PuzzleField
from kit_app.game.masking import size_text
from kit_app.i18n import N_, Catalogue, duration, joined
from kit_app.views.results import Correction, RunResult
from kit_app.views.statistics import Overview

OUTCOMES = {"won": N_("won"), "lost": N_("guided to the end"), "stopped": N_("stopped")}
FIELDS: dict[Field, str] = {
    "team_size": N_("People who played"),
    "outcome": N_("Outcome"),
    "played_ms": N_("Time played"),
}
"""The names of the figures that can be put right."""
PUZZLE_FIELDS: dict[PuzzleField, str] = {
    "solved": N_("Solved"),
    "spent_ms": N_("Time spent"),
    "hints": N_("Hints"),
}
"""Those of a puzzle."""
_NAMES = {str(field): words for field, words in (*FIELDS.items(), *PUZZLE_FIELDS.items())}
_TIMES = ("played_ms", "spent_ms")


def correction_line(one: Correction, t: Catalogue, *, is_own: bool = False) -> str:
    """What was put right, from what to what, and why; sizes of teams only on the facilitator's own page."""
    name = t(_NAMES.get(one.field, one.field))
    return t(
        "{figure}: {new} instead of {old}. {reason}",
        figure=name if one.puzzle is None else f"{one.puzzle} · {name}",
        new=shown_value(one.field, one.new, t) if is_own else handed_on(one.field, one.new, t),
        old=shown_value(one.field, one.old, t) if is_own else handed_on(one.field, one.old, t),
        reason=one.reason,
    )


def of_kept(overview: Overview, t: Catalogue) -> str:
    """Of how many games a figure is that the totals of older ones do not have; empty while all are kept."""
    if overview.kept == overview.teams:
        return ""
    return t.plural("of the {n} game still kept", "of the {n} games still kept", overview.kept)


def on_paper(result: RunResult, t: Catalogue) -> str:
    """That a game was played on paper; empty for any other."""
    return t("Played on paper, typed in afterwards.") if result.is_paper else ""


def correction_lines(result: RunResult, t: Catalogue) -> list[str]:
    """All that was put right in a result, in order; the team is named by its number."""
    return [
        t("Team {n}: {line}", n=result.team_number, line=correction_line(one, t))
        for one in result.corrections
    ]


def handed_on(field: str, value: str, t: Catalogue) -> str:
    """The same in what is handed on, where the size of a team is told by its side of five alone."""
    return size_text(int(value)) if field == "team_size" else shown_value(field, value, t)


def shown_value(field: str, value: str, t: Catalogue) -> str:
    """A figure as corrections have it, in words."""
    if field == "outcome":
        return t(OUTCOMES.get(value, value))
    if field == "solved":
        return t(N_("yes")) if value == YES else t(N_("no"))
    if field == "hints":
        return joined(list(value), t.language) or "0"
    return duration(int(value) // 1000) if field in _TIMES and value.isdecimal() else value
