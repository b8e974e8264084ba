"""A resource kit as the program holds it: structure once, words per language under the same ids."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from kit_app.domain.alarm import AlarmSpec
from kit_app.domain.bulletin import BulletinExample
from kit_app.domain.given import GivenSpec
from kit_app.domain.help import HintSpec, SearchSpec, SearchWords
from kit_app.domain.papers import PaperSpec, PaperWords
from kit_app.domain.player_words import CardLineWords, PlayerWords
from kit_app.domain.questionnaire import THEMES, Opinion, Question, Theme, ThemeSpec
from kit_app.domain.references import ContactSpec, Fact, Nudge, RoomCheck, Topic
from kit_app.domain.spots import Spot
from kit_app.domain.training import Lesson, ReadyCheck

KIT_FORMAT = 2

CardSize = Literal["A4", "A4-landscape", "A5", "A5-landscape", "A6", "A7", "A7-landscape", "true-size"]
RoleShape = Literal[
    "diamond", "hexagon", "pentagon", "cross", "half-disc", "barrel", "trapezium", "three-quarter-disc"
]
Moment = Literal["before-start", "puzzle", "time-over", "end", "debrief"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSpec:
    """A printed thing of a puzzle. `part` names what the mechanism makes; `place` is an envelope or a spot.

    `shows_code`: whether its card code is on its face; otherwise it stands on the content list of its place.
    `picture`, if any, is a file in `images/`, printed `picture_mm` wide.
    """

    id: str
    part: str
    size: CardSize
    place: str
    shows_code: bool = True
    picture: str = ""
    picture_mm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzle:
    """A puzzle of a kit. `parameters` is the mechanism's own dataclass; its texts may hold `{P1.room}`.

    `column` and `row` place it on the console's graph. `lock_after` wrong tries lock it for `lock_s` seconds
    (0: never). `facts` are ids of role facts that players need; `is_optional`: see mechanisms.picking;
    `given` is told the team when this puzzle is left out.
    """

    id: str
    mechanism: str
    path: str | None = None
    needs: tuple[str, ...]
    target_s: int
    column: int
    row: int
    parameters: Any
    cards: tuple[CardSpec, ...]
    facts: tuple[str, ...] = ()
    is_constant: bool = False
    is_optional: bool = False
    lock_after: int = 0
    lock_s: int = 0
    hints: tuple[HintSpec, ...] = ()
    searches: tuple[SearchSpec, ...] = ()
    given: tuple[GivenSpec, ...] = ()
    theme: Theme | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """The words of one card beside what the mechanism makes."""

    title: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A wrong answer worth a sentence of its own."""

    answer: str
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """Where teams stall: what the facilitator sees and what to say before any hint.

    `task` says, for the guide, what lies before the team and what it does with it; never the answer.
    """

    see: str
    say: str
    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleWords:
    """A puzzle in one language. `clues` is the mechanism's own words dataclass.

    `solved`, if any, is shown to players at its solution; `fields` labels an answer's fields; `given` holds
    the lines of each thing that the team is given when the puzzle is left out.
    """

    title: str
    short: str
    lesson: str
    reflex: str
    hints: tuple[str, str, str]
    stall: Stall
    clues: Any
    cards: Mapping[str, CardWords] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    misses: tuple[Miss, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    solved: str = ""
    locked: str = ""
    searches: Mapping[str, SearchWords] = field(default_factory=dict)
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A strand of puzzles: its letter and the shape that goes with it."""

    letter: str
    shape: Literal["disc", "triangle", "square", "star"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the console tells players to open once every puzzle of `after` is solved.

    `keeper`: it lies in its path's corner or with the facilitator. `kind` flap: a sealed part of a prop.
    """

    id: str
    path: str
    after: tuple[str, ...]
    kind: Literal["envelope", "seal", "flap"] = "envelope"
    keeper: Literal["corner", "facilitator"] = "corner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What one player is. `facts` are ids; their words stand in the languages.

    `picture`, if any, is a file in `images/`: the face on the role's badge.
    """

    id: str
    shape: RoleShape
    facts: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """A role in one language; `badge_name` may be empty (players write their own).

    `spare` is the task of a game that needs none of the role's facts.
    """

    title: str
    badge_name: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""
    task: str = ""
    spare: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A length of the scenario: which puzzles, how long, which puzzle is the finale and its guided length."""

    id: str
    minutes: int
    puzzles: tuple[str, ...]
    finale: str
    guided_min: int
    slot_min: int  # from the welcome to the last word
    setup_min: int = 15  # of the room, before the first game of a day
    reset_min: int = 10  # of one table, before the next game


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A kind of facility whose own texts are laid over the kit's; the first one has the kit's as they are."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A difficulty: hints are due at these multiples of the target; none: on request only."""

    id: str
    due: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneSpec:
    """When a page of the player screen appears: at a moment, or while `puzzle` is open."""

    id: str
    look: Literal["pitch", "portal", "alert", "time-over", "front-page", "debrief"]
    moment: Moment
    puzzle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWords:
    """A scene in one language; which texts count depends on the look (see views.player.Scene)."""

    title: str = ""
    lines: tuple[str, ...] = ()
    band: str = ""
    turn: str = ""
    masthead: str = ""
    dateline: str = ""
    edition: str = ""
    foot: str = ""
    price: str = ""  # printed only


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """Who plays what in a team of `size`: one tuple of role ids a player."""

    size: int
    players: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KitWords:
    """The kit's own words in one language."""

    title: str
    game_title: str
    summary: str
    names: Mapping[str, str]
    draw: Mapping[str, Mapping[str, str]]
    paths: Mapping[str, str]
    variants: Mapping[str, str]
    sectors: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str]
    themes: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, RoleWords]
    scenes: Mapping[str, SceneWords]
    places: Mapping[str, str]
    player: PlayerWords
    cards: CardLineWords
    script: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """A whole kit, checked by its reader. `digest` names the exact files it was read from (SHA-256, hex).

    `choices` holds the kit as it is for a variant and a sector, where overlays make it another one.
    `reference_words` holds, for each language, the words of the data that papers quote, by the name of
    its file. `images` and `sounds` hold each file under its path. `left_out` names, by variant, the puzzles
    that a session does not play although the others use what they give: they are dealt, and told the team.
    """

    id: str
    version: str
    licence: str
    languages: tuple[str, ...]
    draw: Mapping[str, tuple[str, ...]]
    paths: tuple[Path, ...]
    roles: tuple[Role, ...]
    distributions: tuple[Distribution, ...]
    variants: tuple[Variant, ...]
    levels: tuple[Level, ...]
    envelopes: tuple[Envelope, ...]
    scenes: tuple[SceneSpec, ...]
    puzzles: tuple[Puzzle, ...]
    words: Mapping[str, KitWords]
    puzzle_words: Mapping[str, Mapping[str, PuzzleWords]]
    example: Mapping[str, Any]
    digest: str
    papers: tuple[PaperSpec, ...] = ()
    paper_words: Mapping[str, Mapping[str, PaperWords]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    contacts: tuple[ContactSpec, ...] = ()
    topics: tuple[Topic, ...] = ()
    bulletins: tuple[BulletinExample, ...] = ()
    room: tuple[RoomCheck, ...] = ()
    questionnaire: tuple[Question, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    spots: tuple[Spot, ...] = ()
    training: tuple[Lesson, ...] = ()
    ready: tuple[ReadyCheck, ...] = ()
    reference_words: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    images: Mapping[str, bytes] = field(default_factory=dict)
    sounds: Mapping[str, bytes] = field(default_factory=dict)
    sectors: tuple[Sector, ...] = ()
    alarms: tuple[AlarmSpec, ...] = ()
    choices: Mapping[tuple[str, str], "Kit"] = field(default_factory=dict)
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    themes: tuple[ThemeSpec, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Where its figures come from."""
        return tuple(fact.source for fact in self.facts)

    @property
    def theme_ids(self) -> tuple[Theme, ...]:
        """What its puzzles and questions may be about, in their order."""
        return tuple(one.id for one in self.themes) or tuple(THEMES)

    def in_choice(self, variant_id: str, sector_id: str = "") -> "Kit":
        """The kit as it is for a variant and a sector (empty: the first one). Raises KeyError."""
        known = [sector.id for sector in self.sectors]
        if sector_id and sector_id not in known:
            raise KeyError(sector_id)
        return self.choices.get((variant_id, sector_id or next(iter(known), "")), self)

    def with_papers(self, ids: Collection[str]) -> "Kit":
        """The kit with these papers only, in every choice."""
        papers = tuple(spec for spec in self.papers if spec.id in ids)
        choices = {choice: kit.with_papers(ids) for choice, kit in self.choices.items()}
        return replace(self, papers=papers, choices=choices)

    def puzzle(self, puzzle_id: str) -> Puzzle:
        """The puzzle with this id. Raises KeyError."""
        for puzzle in self.puzzles:
            if puzzle.id == puzzle_id:
                return puzzle
        raise KeyError(puzzle_id)

    def variant(self, variant_id: str) -> Variant:
        """The variant with this id. Raises KeyError."""
        return {variant.id: variant for variant in self.variants}[variant_id]

    def distribution(self, size: int) -> Distribution:
        """Who plays what in a team of `size`. Raises KeyError."""
        return {distribution.size: distribution for distribution in self.distributions}[size]

    @property
    def team_sizes(self) -> tuple[int, int]:
        """The smallest and the largest team that this kit has roles for."""
        sizes = [distribution.size for distribution in self.distributions]
        return min(sizes), max(sizes)

    def level(self, level_id: str) -> Level:
        """The level with this id. Raises KeyError."""
        return {level.id: level for level in self.levels}[level_id]
