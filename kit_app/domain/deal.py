"""What one team of a session plays with: draws made, texts in full, in one language. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kit_app.domain.help import HintSpec, SearchSpec
from kit_app.domain.kit import (
    CardSize,
    Envelope,
    Miss,
    Path,
    PuzzleWords,
    RoleShape,
    SceneSpec,
    SceneWords,
)
from kit_app.domain.plan import DealtPuzzle, TeamDeal
from kit_app.domain.player_words import CardLineWords, PlayerWords


@dataclass(frozen=True, slots=True, kw_only=True)
class DealChoice:
    """For whom to deal. `seed` is the session's, `number` the team's; `taken` holds codes and set ids in use.

    `fixed` gives some draws their value instead (a kit's example), by full name. `second_language` is that of
    the other set of a mixed team: both sets have the same values and codes. `minutes` is how long the game
    lasts as texts tell it (0: as the variant does). `kept` is the team's stored deal: its set id and codes
    stand wherever the dice could have drawn them, whichever other team was in their way at the time.
    """

    language: str
    variant: str
    seed: str
    sector: str = ""
    second_language: str = ""
    minutes: int = 0
    number: int = 1
    taken: frozenset[str] = frozenset()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    kept: TeamDeal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOnTable:
    """A printed thing that has a card code. `puzzle` is None for a role's badge (its id is the role's) and
    for what is given of a puzzle that nobody plays.

    `part` names what of the puzzle's clues it bears; `reading` is its text in plain lines, for reading aloud.
    """

    id: str
    puzzle: str | None
    part: str
    size: CardSize | Literal["badge"]
    place: str
    shows_code: bool
    code: str
    title: str
    line: str
    reading: str
    picture: str = ""
    picture_mm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOnTable:
    """What the team is told at the start of a puzzle that is left out; its card says the same."""

    puzzle: str
    title: str
    path: str | None
    lines: tuple[str, ...]
    card: CardOnTable

    @classmethod
    def of(
        cls, puzzle_id: str, puzzle_title: str, path: str | None, lines: tuple[str, ...], heading: str
    ) -> "GivenOnTable":
        """What is given of a puzzle; its card, which has no code yet, is titled `heading`."""
        card = CardOnTable(
            id=given_card_id(puzzle_id),
            puzzle=None,
            part="given",
            size="A6",
            place="table",
            shows_code=True,
            code="",
            title=heading,
            line=puzzle_title,
            reading="\n".join(lines),
        )
        return cls(puzzle=puzzle_id, title=puzzle_title, path=path, lines=lines, card=card)


def given_card_id(puzzle_id: str) -> str:
    """The id of the card that tells what is given of a puzzle."""
    return f"{puzzle_id}-G"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOnTable:
    """A field of an answer in several fields; `accepted` holds every normalised spelling."""

    key: str
    label: str
    answer: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleOnTable:
    """A puzzle as this team plays it. `clues` is what its mechanism prints; `words` are in full.

    `answer` is written as people read it; `accepted` holds every normalised spelling, the answer's first.
    `misses` have their answers as they would be typed.
    """

    id: str
    mechanism: str
    path: str | None
    needs: tuple[str, ...]
    target_s: int
    column: int
    row: int
    lock_after: int
    lock_s: int
    attempt: int
    answer: str
    accepted: tuple[str, ...]
    fields: tuple[FieldOnTable, ...]
    misses: tuple[Miss, ...]
    values: Mapping[str, str]
    clues: Any
    words: PuzzleWords
    readings: Mapping[str, str]
    cards: tuple[CardOnTable, ...]
    hints: tuple[HintSpec, ...] = ()
    searches: tuple[SearchSpec, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOnTable:
    """A role with the facts that the variant's puzzles need, and its sentence for the finale.

    `picture` is a file of the kit (may be empty).
    """

    id: str
    shape: RoleShape
    title: str
    badge_name: str
    facts: tuple[str, ...]
    sentence: str
    task: str
    card: CardOnTable
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOnTable:
    """A page of the player screen with its words in full."""

    spec: SceneSpec
    words: SceneWords


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTable:
    """Everything that one team plays with, in one language.

    `values` are all places of texts (names, draws, values of puzzles). `envelopes` and `needs` name only the
    variant's puzzles. `puzzles` stand in the variant's order; `paths` pairs each path with its name.
    `given` is what the team has from the start, since the puzzles that would tell it are left out.
    """

    number: int
    seed: str
    set_id: str
    kit_id: str
    kit_version: str
    kit_title: str
    game_title: str
    language: str
    variant: str
    values: Mapping[str, str]
    puzzles: tuple[PuzzleOnTable, ...]
    roles: tuple[RoleOnTable, ...]
    paths: tuple[tuple[Path, str], ...]
    envelopes: tuple[Envelope, ...]
    scenes: tuple[SceneOnTable, ...]
    places: Mapping[str, str]
    player: PlayerWords
    card_lines: CardLineWords
    script: Mapping[str, str] = field(default_factory=dict)
    given: tuple[GivenOnTable, ...] = ()

    @property
    def cards(self) -> tuple[CardOnTable, ...]:
        """Every card of the set: the puzzles' in their order, what is given, then the badges."""
        return self.clue_cards + tuple(role.card for role in self.roles)

    @property
    def clue_cards(self) -> tuple[CardOnTable, ...]:
        """Every card but the badges, of which a team gets those that it plays."""
        of_puzzles = tuple(card for puzzle in self.puzzles for card in puzzle.cards)
        return of_puzzles + tuple(one.card for one in self.given)

    def puzzle(self, puzzle_id: str) -> PuzzleOnTable:
        """The puzzle with this id. Raises KeyError."""
        for puzzle in self.puzzles:
            if puzzle.id == puzzle_id:
                return puzzle
        raise KeyError(puzzle_id)

    def role(self, role_id: str) -> RoleOnTable:
        """The role with this id. Raises KeyError."""
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    def content_of(self, place: str) -> tuple[CardOnTable, ...]:
        """The cards that lie at `place` (an envelope's id, `table`, `tray` …)."""
        return tuple(card for card in self.cards if card.place == place)


def to_team_deal(table: TeamTable) -> TeamDeal:
    """What a session's plan stores of `table`: enough to know later that the same was dealt again."""
    return TeamDeal(
        number=table.number,
        seed=table.seed,
        set_id=table.set_id,
        puzzles=tuple(
            DealtPuzzle(id=puzzle.id, attempt=puzzle.attempt, answer=puzzle.answer, values=puzzle.values)
            for puzzle in table.puzzles
        ),
        codes={card.id: card.code for card in table.cards},
    )
