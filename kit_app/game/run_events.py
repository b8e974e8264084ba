"""What happened to a run as a whole: its clock, time away, and how it ended. Stored for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["won", "lost", "stopped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted:
    """The clock started, with the kit of this digest, `despite` what was not in order (ids).

    From `limits_ms` on puzzles count as stuck, as `limits_games` games told, of the region for those that
    `regional` names; `is_trial`: no team's own play.
    """

    kit_digest: str
    duration_ms: int
    limits_ms: Mapping[str, int] = field(default_factory=dict)
    limits_games: Mapping[str, int] = field(default_factory=dict)
    is_trial: bool = False
    despite: tuple[str, ...] = ()
    regional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPaused:
    """The clock stopped. `emergency`: for the ward, and what lay over the players' page was set aside."""

    reason: str = ""
    undoes: bool = False
    emergency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseExplained:
    """Why the clock stands; one of PAUSE_REASONS."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResumed:
    """The clock went on. `is_paused`: an emergency was taken back that had come in a pause, which lasts."""

    undoes: bool = False
    is_paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAdjusted:
    """Time was added (or taken, negative)."""

    by_ms: int
    undoes: bool = False


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
class OneMinuteLeft:
    """One minute remains on the clock."""


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
    """The last scene went up; `outcome` is final unless it, or the solution, is taken back."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSceneLeft:
    """The last scene was taken back, which had come without a solution: the guided end is on again.

    `is_paused`: its clock stood then, and stands.
    """

    is_paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WentUnsaved:
    """From here on the facilitator went on although the store refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnded:
    """The run is closed."""

    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedOnPaper:
    """The run was played without the computer and typed in afterwards: its times are those that people wrote.

    `people` really played; `began` is the time of day ("14:05", empty when it was not written down).
    """

    people: int
    began: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCorrected:
    """A figure of the closed run is another one: `field` of the result, what it was, what it is, and why.

    With a `puzzle` it is a figure of that puzzle.
    """

    field: str
    old: str
    new: str
    reason: str
    puzzle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefNoted:
    """What the facilitator wrote after the talk, in the place of what stood there (empty: nothing any more).

    `in_report`: the management may read it.
    """

    text: str
    in_report: bool = False
