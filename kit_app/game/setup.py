"""What one run is played with: puzzles, answers, hints, cards and words of one team, fixed beforehand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kit_app.domain.plan import HintPolicy
from kit_app.game.limits import Limit
from kit_app.views.player import ClockStyle, SceneLook


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSetup:
    """One field of an answer in several fields. `accepted` holds every normalised spelling."""

    key: str
    label: str
    answer: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissSetup:
    """A wrong answer worth a sentence of its own. `typed` is normalised."""

    typed: str
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HintSetup:
    """One hint: its text, perhaps a `picture` (SVG source) or a `sound` (a WAV file's bytes).

    `counts`: unless the facilitator says otherwise it costs, and is of the stock and the statistics.
    """

    text: str
    picture: str = ""
    sound: bytes = b""
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSetup:
    """A question "have you searched …?": what it is about (`cards` by id, or a prop), where that lies.

    It lies in an `envelope` (its id), or at a `place` that has a name of its own.
    """

    id: str
    name: str
    place: str
    say: str
    cards: tuple[str, ...] = ()
    envelope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleSetup:
    """One puzzle of this team. `accepted` holds every normalised spelling; empty when there are `fields`.

    `due` are the times in ms after opening at which hints 1 to 3 become due (empty: on request only).
    `lock_after` wrong tries lock it for `lock_ms` (0: never).
    """

    id: str
    title: str
    short: str
    path: str | None
    needs: tuple[str, ...]
    target_ms: int
    column: int
    row: int
    answer: str
    accepted: tuple[str, ...]
    fields: tuple[FieldSetup, ...] = ()
    misses: tuple[MissSetup, ...] = ()
    hints: tuple[HintSetup, HintSetup, HintSetup]
    searches: tuple[SearchSetup, ...] = ()
    due: tuple[int, ...] = ()
    lesson: str = ""
    reflex: str = ""
    stall_see: str = ""
    stall_say: str = ""
    solved_text: str = ""
    locked_text: str = ""
    lock_after: int = 0
    lock_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeSetup:
    """An envelope, seal or flap; it opens when all of `after` is solved. `say` is the players' sentence."""

    id: str
    path: str
    after: tuple[str, ...]
    say: str
    kind: Literal["envelope", "seal", "flap"] = "envelope"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSetup:
    """A printed card of this team, found by its `code`. `reading` is its text for reading aloud."""

    code: str
    id: str
    title: str
    puzzle: str | None
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneSetup:
    """A page of the player screen, its words ready. Shown at its moment, or while `puzzle` is open."""

    id: str
    look: SceneLook
    moment: Literal["before-start", "puzzle", "time-over", "end", "debrief"]
    puzzle: str | None = None
    title: str = ""
    lines: tuple[str, ...] = ()
    band: str = ""
    turn: str = ""
    masthead: str = ""
    dateline: str = ""
    edition: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSetup:
    """A path of the variant: its letter, name and puzzles."""

    letter: str
    name: str
    puzzles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSetup:
    """What the facilitator is told from the part `at` of the team's time on, up to `until` (0: no end).

    See domain.alarm.AlarmSpec; only names of this variant's puzzles and paths are left. `text` is to be said.
    """

    id: str
    at: float
    text: str
    until: float = 0.0
    unless_solved: tuple[str, ...] = ()
    unless_open: tuple[str, ...] = ()
    unless_finished: tuple[str, ...] = ()
    one_path_moves: bool = False
    hint: int = 0
    puzzle: str = ""
    give: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWords:
    """Player-screen sentences in the language of the materials (see domain.player_words.PlayerWords).

    `envelopes` names several envelopes that may be opened together (empty: each says its own sentence);
    `hint_waiting` tells that a hint may be asked for, `search_heading` stands over a question of level 0;
    `messages` are ready to be sent; `emergency` is said while the ward needs people (empty: `pause` is).
    """

    game_title: str
    masthead: str
    ready: str
    idle_lines: tuple[str, ...]
    clock_label: str
    not_yet: str
    hint_heading: str
    message_heading: str
    pause: str
    five_minutes: str
    guided_label: str
    envelopes: str = ""
    hint_waiting: str = ""
    search_heading: str = ""
    one_minute: str = ""
    listen: str = ""
    messages: tuple[str, ...] = ()
    emergency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSet:
    """A set of cards that is not this team's: of another team, or of another session."""

    set_id: str
    session_id: str
    session_name: str
    team_number: int
    team_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSetup:
    """Everything a run needs. `foreign` maps codes of other sets (this and other sessions) to their set.

    `hint_cost_ms` is taken off the clock for each hint; `hint_stock` hints may be given (0: no limit);
    after `hint_shown_ms` a hint leaves the player screen (0: it stays until taken off).
    `limits` are those that earlier games of the facility told, by puzzle. `is_trial`: played by the program
    itself, or faster than time passes. `given` are the cards that tell what the team has from the start of
    puzzles that are left out, each titled as its puzzle.
    """

    session_id: str
    session_name: str
    team_number: int
    team_label: str
    team_size: int
    set_id: str
    kit_digest: str
    variant: str
    level: str
    language: str
    duration_ms: int
    guided_ms: int
    finale: str
    clock_style: ClockStyle
    hint_cost_ms: int
    hint_policy: HintPolicy
    puzzles: tuple[PuzzleSetup, ...]
    paths: tuple[PathSetup, ...]
    envelopes: tuple[EnvelopeSetup, ...]
    cards: tuple[CardSetup, ...]
    scenes: tuple[SceneSetup, ...]
    words: RunWords
    alarms: tuple[AlarmSetup, ...] = ()
    script: Mapping[str, str] = field(default_factory=dict)
    foreign: Mapping[str, OtherSet] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    is_trial: bool = False
    hint_stock: int = 0
    hint_shown_ms: int = 0
    given: tuple[CardSetup, ...] = ()

    def puzzle(self, puzzle_id: str) -> PuzzleSetup:
        """The puzzle with this id. Raises KeyError."""
        for puzzle in self.puzzles:
            if puzzle.id == puzzle_id:
                return puzzle
        raise KeyError(puzzle_id)
