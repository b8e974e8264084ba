"""The columns of exported games and puzzles: what is written, whatever the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kit_app.game.masking import size_text
from kit_app.i18n import N_
from kit_app.services.result_words import OUTCOMES
from kit_app.views.facts import PuzzleFacts, RunFacts

Kind = Literal["text", "whole", "minutes", "day", "yes-no", "outcome", "end"]
Value = str | int | float | bool | date
Name = Callable[[str, str], str]
"""A value of a group (audience, variant, language …) in words."""

_MINUTE_S = 60
ENDS = {
    "closed": N_("never opened"),
    "left": N_("not solved"),
    "solved": N_("solved"),
    "forced": N_("by the facilitator"),
    "broken": N_("a prop was damaged"),
}


@dataclass(frozen=True, slots=True)
class RunColumn:
    """A column of the games: its heading, what kind of value, and the value of a run."""

    heading: str
    kind: Kind
    of: Callable[[RunFacts], Value]
    group: str = ""


@dataclass(frozen=True, slots=True)
class PuzzleColumn:
    """A column of the puzzles."""

    heading: str
    kind: Kind
    of: Callable[[PuzzleFacts], Value]


RUN_COLUMNS: tuple[RunColumn, ...] = (
    RunColumn(N_("date"), "day", lambda run: date.fromisoformat(run.day)),
    RunColumn(N_("year"), "whole", lambda run: run.year),
    RunColumn(N_("facility"), "text", lambda run: run.facility),
    RunColumn(N_("session"), "text", lambda run: run.session_name),
    RunColumn(N_("team number"), "whole", lambda run: run.team),
    RunColumn(N_("team"), "text", lambda run: run.team_label),
    RunColumn(N_("people"), "text", lambda run: size_text(run.people)),
    RunColumn(N_("audience"), "text", lambda run: run.audience, "audience"),
    RunColumn(N_("service"), "text", lambda run: run.service),
    RunColumn(N_("kit"), "text", lambda run: run.kit_id),
    RunColumn(N_("kit version"), "text", lambda run: run.kit_version),
    RunColumn(N_("variant"), "text", lambda run: run.variant, "variant"),
    RunColumn(N_("level"), "text", lambda run: run.level),
    RunColumn(N_("language"), "text", lambda run: run.language, "language"),
    RunColumn(N_("outcome"), "outcome", lambda run: run.outcome),
    RunColumn(N_("planned minutes"), "minutes", lambda run: run.planned_s / _MINUTE_S),
    RunColumn(N_("minutes played"), "minutes", lambda run: run.played_s / _MINUTE_S),
    RunColumn(N_("minutes left"), "minutes", lambda run: run.left_s / _MINUTE_S),
    RunColumn(N_("minutes added by hand"), "minutes", lambda run: run.adjusted_s / _MINUTE_S),
    RunColumn(N_("hints"), "whole", lambda run: run.hints),
    RunColumn(N_("hints by hand"), "whole", lambda run: run.by_hand),
    RunColumn(N_("hints as suggested"), "whole", lambda run: run.suggested),
    RunColumn(N_("hints by themselves"), "whole", lambda run: run.automatic),
    RunColumn(N_("jokers"), "whole", lambda run: run.jokers),
    RunColumn(N_("wrong answers"), "whole", lambda run: run.wrong),
    RunColumn(N_("puzzles accepted by hand"), "whole", lambda run: run.forced),
    RunColumn(N_("pauses"), "whole", lambda run: run.pauses),
    RunColumn(N_("minutes in pauses"), "minutes", lambda run: run.paused_s / _MINUTE_S),
    RunColumn(N_("troubles"), "whole", lambda run: run.troubles),
    RunColumn(N_("trial"), "yes-no", lambda run: run.is_trial),
    RunColumn(N_("played on paper"), "yes-no", lambda run: run.is_paper),
    RunColumn(N_("stored completely"), "yes-no", lambda run: not run.is_unsaved),
)

PUZZLE_RUN_COLUMNS: tuple[RunColumn, ...] = tuple(
    column
    for column in RUN_COLUMNS
    if column.heading in ("date", "facility", "session", "team number", "variant", "language", "trial")
)
"""What tells, before a puzzle's own columns, of which game it was."""

PUZZLE_COLUMNS: tuple[PuzzleColumn, ...] = (
    PuzzleColumn(N_("puzzle"), "text", lambda puzzle: puzzle.puzzle),
    PuzzleColumn(N_("title"), "text", lambda puzzle: puzzle.title),
    PuzzleColumn(N_("path"), "text", lambda puzzle: puzzle.path),
    PuzzleColumn(N_("how it ended"), "end", lambda puzzle: puzzle.end),
    PuzzleColumn(N_("minutes"), "minutes", lambda puzzle: puzzle.spent_s / _MINUTE_S),
    PuzzleColumn(N_("target minutes"), "minutes", lambda puzzle: puzzle.target_s / _MINUTE_S),
    PuzzleColumn(N_("hint 1"), "yes-no", lambda puzzle: 1 in puzzle.hints),
    PuzzleColumn(N_("hint 2"), "yes-no", lambda puzzle: 2 in puzzle.hints),
    PuzzleColumn(N_("hint 3"), "yes-no", lambda puzzle: 3 in puzzle.hints),
    PuzzleColumn(N_("wrong answers"), "whole", lambda puzzle: puzzle.wrong),
)


def words_of(kind: Kind, value: Value, yes: str, no: str) -> Value:
    """A value as files hold it: ids as sentences to translate, truth as the words for it."""
    if kind == "outcome":
        return OUTCOMES[str(value)]
    if kind == "end":
        return ENDS[str(value)]
    return (yes if value else no) if kind == "yes-no" else value
