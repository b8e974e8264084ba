"""What happened in a run, stored for ever: never rename or remove one; add fields with defaults.

`undoes` marks an event that took back the last act.
"""

from dataclasses import dataclass

from kit_app.game.run_events import (
    DebriefNoted as DebriefNoted,
    FiveMinutesLeft as FiveMinutesLeft,
    GapNoticed as GapNoticed,
    GapSettled as GapSettled,
    LastSceneLeft as LastSceneLeft,
    LastSceneShown as LastSceneShown,
    OneMinuteLeft as OneMinuteLeft,
    Outcome as Outcome,
    PauseExplained as PauseExplained,
    PlayedOnPaper as PlayedOnPaper,
    ResultCorrected as ResultCorrected,
    RunContinued as RunContinued,
    RunEnded as RunEnded,
    RunPaused as RunPaused,
    RunResumed as RunResumed,
    RunStarted as RunStarted,
    RunStopped as RunStopped,
    TimeAdjusted as TimeAdjusted,
    TimeRanOut as TimeRanOut,
    WentUnsaved as WentUnsaved,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneShown:
    """A scene was put up before the start (None: taken away)."""

    scene: str | None
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRejected:
    """A wrong answer. `puzzle` is None when it was for none in particular; `say` answers a known mistake."""

    text: str
    puzzle: str | None = None
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForgotten:
    """A wrong answer was taken back: it does not count, and a lock that it brought is open again."""

    text: str
    puzzle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFilled:
    """A field of an answer in several fields was given; it is echoed, right or wrong.

    `in_try`: it belongs to the wrong answer stored right after it.
    """

    puzzle: str
    field: str
    text: str
    in_try: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCleared:
    """A field was taken back; `text` is what it held before (empty: nothing)."""

    puzzle: str
    field: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleLocked:
    """Too many wrong tries: no answer is taken before `until_ms` of run time."""

    puzzle: str
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleSolved:
    """A puzzle was solved; `forced`: accepted by hand. `opened` are the envelopes that may be opened now.

    `broken`: a prop was to blame; `returned_ms` is what its hints had cost.
    """

    puzzle: str
    text: str = ""
    forced: bool = False
    opened: tuple[str, ...] = ()
    broken: bool = False
    returned_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleReopened:
    """A solution was taken back, and the envelopes with it; `cost_ms` of its hints was taken again."""

    puzzle: str
    closed: tuple[str, ...] = ()
    cost_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CardScanned:
    """A card of this team's set was shown to the facilitator; `read_as`: the code, where it was mended."""

    card: str
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintGiven:
    """A hint was shown; `cost_ms` was taken off the clock. `again`: it had been given before, at no cost.

    `counts`: it is of the stock and of the statistics. `automatic`: the tick gave it. `search` names the
    question of level 0. `undoes`: it was hidden or withdrawn before, and is back as it was.
    """

    puzzle: str
    level: int
    cost_ms: int = 0
    joker: bool = False
    again: bool = False
    counts: bool = True
    automatic: bool = False
    search: str = ""
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HintWithdrawn:
    """A hint was taken back; `cost_ms` was returned, and the joker if `joker`."""

    puzzle: str
    level: int
    cost_ms: int = 0
    joker: bool = False
    undoes: bool = False
    search: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintHidden:
    """The hint left the screen; `automatic`: its time was over."""

    undoes: bool = False
    automatic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HintOffered:
    """The players read that a hint of this puzzle is waiting."""

    puzzle: str
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWithdrawn:
    """The offer of a hint left the screen."""

    puzzle: str
    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HintAnnounced:
    """The facilitator was told that this hint will be given by itself in a moment."""

    puzzle: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HintPutOff:
    """This hint, or this `alarm`, is not wanted before `until_ms` of played time (0: at any time)."""

    puzzle: str
    level: int
    until_ms: int
    undoes: bool = False
    alarm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageShown:
    """A free message was shown; with a `heading` it was a page of a card."""

    text: str
    undoes: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCleared:
    """The message left the screen."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBlackedOut:
    """The player screen went black."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRestored:
    """The player screen came back."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded:
    """A note for the debrief; `tag` is one of NOTE_TAGS or empty."""

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRemoved:
    """The last note with these words and this tag was taken back."""

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerLeft:
    """A player was called away."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerBack:
    """A player is back."""

    undoes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleNoticed:
    """Something around the game was amiss (`projector-gone`, `battery`, …), or is in order again."""

    what: str
    is_over: bool = False


Event = (
    SceneShown
    | RunStarted
    | RunPaused
    | PauseExplained
    | RunResumed
    | TimeAdjusted
    | AnswerRejected
    | AnswerForgotten
    | FieldFilled
    | FieldCleared
    | PuzzleLocked
    | PuzzleSolved
    | PuzzleReopened
    | CardScanned
    | HintGiven
    | HintWithdrawn
    | HintHidden
    | HintOffered
    | OfferWithdrawn
    | HintAnnounced
    | HintPutOff
    | MessageShown
    | MessageCleared
    | ScreenBlackedOut
    | ScreenRestored
    | NoteAdded
    | NoteRemoved
    | PlayerLeft
    | PlayerBack
    | TroubleNoticed
    | GapNoticed
    | GapSettled
    | FiveMinutesLeft
    | OneMinuteLeft
    | TimeRanOut
    | RunStopped
    | RunContinued
    | LastSceneShown
    | LastSceneLeft
    | WentUnsaved
    | RunEnded
    | PlayedOnPaper
    | ResultCorrected
    | DebriefNoted
)
