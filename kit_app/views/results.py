"""What the results pages show of one run."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleResult:
    """One puzzle of a run; times in ms of played time, None when it never opened or was not solved.

    `hints` are the levels given that count; of a puzzle with a broken prop none do, nor wrong tries.
    """

    id: str
    title: str
    path: str | None
    opened_ms: int | None
    solved_ms: int | None
    spent_ms: int
    target_ms: int
    hints: tuple[int, ...]
    wrong_tries: int
    was_forced: bool
    lesson: str
    reflex: str
    was_broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point of the time line, `at_ms` in played time. `tag` is a note's."""

    at_ms: int
    kind: str
    puzzle: str | None = None
    text: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A figure that was put right after the end: `field` of the result (or of its `puzzle`).

    What it was and is are texts: times in milliseconds, hints as their levels one after the other.
    """

    field: str
    old: str
    new: str
    reason: str
    puzzle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefNote:
    """What the facilitator wrote after the talk; `in_report`: the management may read it. No name in it."""

    text: str = ""
    in_report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """How a run was led: hints that count by how they came, pauses (`paused_ms` of run time), what was amiss.

    A hint is suggested when its time had come and the session has suggestions.
    """

    by_hand: int = 0
    suggested: int = 0
    automatic: int = 0
    pauses: int = 0
    paused_ms: int = 0
    troubles: int = 0
    misread_cards: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """The result of one run: what the results table stores. No person's name anywhere.

    `played_ms` and `left_ms` end where the guided finale began; `adjusted_ms` was added to `duration_ms`.
    `is_trial`: played by the program itself, or faster than time passes. `despite`: ids of the lines of the
    pre-flight that were red when somebody started all the same. `troubles`: ids of what was amiss around the
    game while it was played, each once, in the order in which it came. `is_paper`: played without the
    computer and typed in; `corrections`: what was put right since, already part of the other figures.
    """

    session_id: str
    session_name: str
    facility: str
    date: str
    team_number: int
    team_label: str
    team_size: int
    set_id: str
    kit_id: str
    kit_version: str
    variant: str
    level: str
    language: str
    outcome: Literal["won", "lost", "stopped"]
    duration_ms: int
    played_ms: int
    left_ms: int
    hints: int
    jokers: int
    wrong_tries: int
    went_unsaved: bool
    puzzles: tuple[PuzzleResult, ...]
    notes: tuple[Moment, ...]
    moments: tuple[Moment, ...]
    adjusted_ms: int = 0
    is_trial: bool = False
    despite: tuple[str, ...] = ()
    leading: Leading = Leading()
    troubles: tuple[str, ...] = ()
    is_paper: bool = False
    corrections: tuple[Correction, ...] = ()
    debrief: DebriefNote = DebriefNote()
