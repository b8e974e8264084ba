"""What can be asked of a run: imperative, one class each, closed by the union `Command`."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowScene:
    """Show a scene of moment `before-start` (the pitch) while the run has not started; None takes it away."""

    scene: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRun:
    """Start the clock. `despite` are ids of what was not in order and started over all the same."""

    despite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseRun:
    """Stop the clock; `reason` is a facilitator's short note, never a name.

    `emergency`: the ward needs people. It also turns an ordinary pause into that.
    """

    reason: str = ""
    emergency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainPause:
    """Say why the clock stands: one of `tags.PAUSE_REASONS`. The last one said holds."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeRun:
    """Let the clock go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustTime:
    """Add (or with a negative number take) minutes."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterAnswer:
    """What the team says or types: an answer to any open puzzle (or to `puzzle`), or a card code.

    `field` names one field of an answer in several fields. `keys`: what a scanner pressed, as the signs of a
    United States keyboard (empty: no scanner).
    """

    text: str
    puzzle: str | None = None
    field: str | None = None
    keys: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCard:
    """A card code, typed or scanned."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvePuzzle:
    """Accept a puzzle by hand, open or not. With `broken` a prop was to blame: nothing of the puzzle counts
    against the team, its hints give back what they cost.
    """

    puzzle: str
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveHint:
    """Show hint `level` (1 to 3) of an open puzzle, or with level 0 a question "have you searched …?".

    With `joker` it is free and uses the team's joker up; without `counts` it is free of cost, stock and
    statistics (so are those that the kit does not count, and all of level 0). `search` names the question of
    level 0 (empty: the first that was neither asked nor answered by a scanned card).
    """

    puzzle: str
    level: int
    joker: bool = False
    counts: bool = True
    search: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferHint:
    """Tell the players that a hint of an open puzzle is waiting; they choose."""

    puzzle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOffHint:
    """Not now: the hint of this level is neither suggested nor given by itself for a while.

    With `alarm` (its id) it is that alarm which comes again later, and `puzzle` and `level` are nothing.
    """

    puzzle: str = ""
    level: int = 0
    alarm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawHint:
    """Take a given hint back: off the screen, its cost returned."""

    puzzle: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HideHint:
    """Take the hint off the player screen; it stays given. Without a hint: the offer of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMessage:
    """Show a free message on the player screen, or with a `heading` (a card's title) a page of a card."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearMessage:
    """Take the message off the player screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlackOut:
    """Make the player screen black, or bring it back."""

    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """A time-stamped note for the debrief, never a name: words, a tag (see `tags.NOTE_TAGS`), or both."""

    text: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote:
    """Take back the last note with these words and this tag, whatever was done after it."""

    text: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAway:
    """A player is called away, or is back."""

    is_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Undo the last act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTime:
    """The tick: nothing but time has passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTrouble:
    """Something around the game is amiss (`projector-gone`, `battery`, `sound-gone`, …) or in order again."""

    what: str
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGap:
    """The computer slept or the program was away for `gap_ms` that end now."""

    gap_ms: int
    cause: Literal["sleep", "restart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleGap:
    """Answer the question: does the gap count as played?"""

    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoUnsaved:
    """The facilitator chose to go on although the store refuses; marks the result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndRun:
    """End what is on: play → the guided finale (outcome stopped); guided → last scene; last scene → closed.

    `at_once` closes the run from any phase (an emergency).
    """

    at_once: bool = False


Command = (
    ShowScene
    | StartRun
    | PauseRun
    | ExplainPause
    | ResumeRun
    | AdjustTime
    | EnterAnswer
    | ScanCard
    | SolvePuzzle
    | GiveHint
    | OfferHint
    | PutOffHint
    | WithdrawHint
    | HideHint
    | ShowMessage
    | ClearMessage
    | BlackOut
    | AddNote
    | RemoveNote
    | CallAway
    | TakeBack
    | NoticeTime
    | NoticeTrouble
    | NoticeGap
    | SettleGap
    | GoUnsaved
    | EndRun
)
