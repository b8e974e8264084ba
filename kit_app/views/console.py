"""What the console shows: everything the facilitator needs, answers included."""

from dataclasses import dataclass
from typing import Literal

from kit_app.views.player import PlayerPhase, PlayerView

PuzzleState = Literal["locked", "open", "late", "stuck", "solved", "unsolved"]
"""late: beyond the target; stuck: beyond the limit, and no hint given may still help; unsolved: not solved,
and not played any more."""


SuggestionKind = Literal["hint", "alarm", "say"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HintRow:
    """One of the three hints. `due_ms` is time on the puzzle (None: on request only).

    `counts`: it is of the stock and costs, unless the facilitator says otherwise; once given, whether it did.
    `picture` is SVG source; `has_sound` tells that one is played with it.
    """

    level: int
    text: str
    due_ms: int | None
    is_due: bool
    is_given: bool
    is_shown: bool
    can_give: bool
    counts: bool = True
    picture: str = ""
    has_sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """A question "have you searched …?": what it is about, where that lies, what is asked.

    It lies in an `envelope` (its id), or at a `place` that has a name of its own.
    `scanned` of its `cards` cards were scanned; a prop without a card has none.
    """

    id: str
    name: str
    place: str
    envelope: str
    text: str
    cards: int
    scanned: int
    is_given: bool
    is_shown: bool
    can_give: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingHint:
    """A hint that will be given by itself in `in_ms` of played time."""

    puzzle: str
    level: int
    in_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field of an answer: label, what was given so far."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleRow:
    """A puzzle on the graph. Times in ms of played time; `elapsed_ms` is final once solved.

    From `limit_ms` on it may count as stuck: learned from `limit_games` of the facility or, where
    `is_limit_regional`, of its region; or the kit's (0).
    """

    id: str
    title: str
    short: str
    path: str | None
    column: int
    row: int
    needs: tuple[str, ...]
    state: PuzzleState
    elapsed_ms: int
    target_ms: int
    answer: str
    was_forced: bool
    wrong_tries: int
    locked_for_ms: int
    envelopes: tuple[str, ...]
    hints: tuple[HintRow, ...]
    fields: tuple[FieldRow, ...]
    stall_see: str
    stall_say: str
    limit_ms: int = 0
    limit_games: int = 0
    is_limit_regional: bool = False
    searches: tuple[SearchRow, ...] = ()
    was_broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What to do or say next, and why.

    hint: show hint `level` of `puzzle`, whose `text` it is. alarm: the kit's alarm of this id, in its
    `words`; with a puzzle it gives that hint, or with level 0 accepts the puzzle by hand (`text` is its
    answer). say: an alarm of words alone. `ask` is what to ask before helping. Times as in PuzzleRow.
    """

    kind: SuggestionKind = "hint"
    puzzle: str = ""
    level: int = 0
    text: str = ""
    elapsed_ms: int = 0
    target_ms: int = 0
    overdue_ms: int = 0
    alarm: str = ""
    words: str = ""
    ask: str = ""
    is_stuck: bool = False
    limit_ms: int = 0
    limit_games: int = 0
    is_limit_regional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One stored event in words' raw material: `kind` is the event's class name.

    `text` is what was typed, said or decided (an outcome, a card, a reason); `ms` an amount of time that was
    added, taken, charged or away; `items` the envelopes opened or closed, or what a start was forced over. A
    settled gap says `counts` or `given-back`. `tag` is a note's; `marks` are the names of what is true of the
    event (`automatic`, `again`, `broken`, `is_over`). `read_as` is a card code that was mended.
    """

    seq: int
    at_ms: int
    kind: str
    puzzle: str | None = None
    level: int | None = None
    text: str = ""
    ms: int = 0
    items: tuple[str, ...] = ()
    undoes: bool = False
    tag: str = ""
    marks: tuple[str, ...] = ()
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A card, for reading aloud."""

    card: str
    title: str
    puzzle: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """When the team will likely be done, in played time: in the middle, and between bounds for 8 of 10 games.

    `chance` is that of being done while there is time on the clock, from 0 to 1.
    """

    low_ms: int
    expected_ms: int
    high_ms: int
    chance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleView:
    """All that the console shows at one moment. `gap_ms` is an open question about time away (None: none).

    `undo` is the act that *Undo* would take back (None: nothing). `outlook` is there while the main clock is
    on. `suggestion` comes before the `others`. `away` of the players are called away. `hints_left` is what
    the stock still holds (None: no limit). `coming` is announced; `offered` is the puzzle of which a hint is
    waiting. For `take_back_ms` more the hint on the screen counts as just given. `talk_paths`: after the end,
    the paths whose reflexes players can be shown. `is_finale`: the guided end is played, or
    stands in a pause. `is_emergency`: the clock stands for the ward.
    `played_ms` ends where the guided end began. `given` is what the team has from the start of puzzles that
    are left out, each titled as its puzzle. `finale` is the puzzle that ends the game.
    """

    phase: PlayerPhase
    session_name: str
    team: str
    team_number: int
    team_size: int
    set_id: str
    variant: str
    remaining_ms: int
    played_ms: int
    total_ms: int
    is_running: bool
    is_unsaved: bool
    outcome: Literal["won", "lost", "stopped"] | None
    puzzles: tuple[PuzzleRow, ...]
    suggestion: Suggestion | None
    shown_hint: tuple[str, int] | None
    message: str
    scene: str | None
    is_blacked_out: bool
    has_joker: bool
    gap_ms: int | None
    undo: LogRow | None
    log: tuple[LogRow, ...]
    reading: Reading | None
    say: str
    player: PlayerView
    outlook: Outlook | None = None
    away: int = 0
    hints_left: int | None = None
    coming: ComingHint | None = None
    offered: str | None = None
    take_back_ms: int = 0
    others: tuple[Suggestion, ...] = ()
    talk_paths: tuple[str, ...] = ()
    is_finale: bool = False
    is_emergency: bool = False
    given: tuple[Reading, ...] = ()
    finale: str = ""

    @property
    def can_undo(self) -> str | None:
        """The event kind that *Undo* would take back."""
        return self.undo.kind if self.undo is not None else None
