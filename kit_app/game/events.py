"""What happened in a run, stored for ever: never rename or remove one; add fields with defaults.

`undoes` marks an event that took back the last act that can be undone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["won", "lost", "stopped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneShown:
    """A scene was put up before the start (None: taken away)."""

    scene: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted:
    """The clock started; `kit_digest` names the kit snapshot the run is played with.

    `limits_ms`: from which time on a puzzle counts as stuck, where earlier games told; `limits_games`: how
    many. They are kept here so that the lights of a run never change. `is_trial`: not a team's own play.
    """

    kit_digest: str
    duration_ms: int
    limits_ms: Mapping[str, int] = field(default_factory=dict)
    limits_games: Mapping[str, int] = field(default_factory=dict)
    is_trial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPaused:
    """The clock stopped."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResumed:
    """The clock went on."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAdjusted:
    """Time was added (or taken, negative)."""

    by_ms: int
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRejected:
    """A wrong answer. `puzzle` is None when it was for none in particular; `say` answers a known mistake."""

    text: str
    puzzle: str | None = None
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFilled:
    """A field of an answer in several fields was given; it is echoed, right or wrong."""

    puzzle: str
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleLocked:
    """Too many wrong tries: no answer is taken before `until_ms` of run time."""

    puzzle: str
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleSolved:
    """A puzzle was solved; `forced`: accepted by hand. `opened` are the envelopes that may be opened now."""

    puzzle: str
    text: str = ""
    forced: bool = False
    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleReopened:
    """A solution was taken back, and the envelopes with it."""

    puzzle: str
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardScanned:
    """A card of this team's set was shown to the facilitator; `read_as`: the code, where it was mended."""

    card: str
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintGiven:
    """A hint was shown; `cost_ms` was taken off the clock. `again`: it had been given before, at no cost."""

    puzzle: str
    level: int
    cost_ms: int = 0
    joker: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HintWithdrawn:
    """A hint was taken back; `cost_ms` was returned, and the joker if `joker`."""

    puzzle: str
    level: int
    cost_ms: int = 0
    joker: bool = False
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HintHidden:
    """The hint left the screen."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageShown:
    """A free message was shown."""

    text: str
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCleared:
    """The message left the screen."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBlackedOut:
    """The player screen went black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRestored:
    """The player screen came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded:
    """A note for the debrief."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapNoticed:
    """The program was away for `gap_ms`; it is lent back until settled."""

    gap_ms: int
    cause: Literal["sleep", "restart"] = "restart"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapSettled:
    """The gap counts as played, or is given back."""

    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FiveMinutesLeft:
    """Five minutes remain on the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRanOut:
    """The clock reached zero: the guided finale begins. `opened` are the envelopes that it needs."""

    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStopped:
    """The facilitator stopped the play: the guided finale begins. `opened` are the envelopes it needs."""

    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunContinued:
    """A stop was taken back: the play goes on (or is paused as before), the finale's envelopes are closed."""

    is_paused: bool = False
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSceneShown:
    """The last scene went up; `outcome` is final unless the solution is taken back."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class WentUnsaved:
    """From here on the facilitator went on although the store refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnded:
    """The run is closed."""

    outcome: Outcome


Event = (
    SceneShown
    | RunStarted
    | RunPaused
    | RunResumed
    | TimeAdjusted
    | AnswerRejected
    | FieldFilled
    | PuzzleLocked
    | PuzzleSolved
    | PuzzleReopened
    | CardScanned
    | HintGiven
    | HintWithdrawn
    | HintHidden
    | MessageShown
    | MessageCleared
    | ScreenBlackedOut
    | ScreenRestored
    | NoteAdded
    | GapNoticed
    | GapSettled
    | FiveMinutesLeft
    | TimeRanOut
    | RunStopped
    | RunContinued
    | LastSceneShown
    | WentUnsaved
    | RunEnded
)
