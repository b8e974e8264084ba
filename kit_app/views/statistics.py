"""What the statistics page shows; None stands where fewer than five people would be recognisable."""

from dataclasses import dataclass

from kit_app.views.facts import PuzzleCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that is meant together. Without enough `people` only sessions and teams are told.

    `left_s` is the median of what was left on the clock of teams that won, `hardest` the puzzles with most
    hints; both are of the `kept` teams, whose games were not turned into totals. `unreadable` runs are not
    counted.
    """

    sessions: int
    teams: int
    kept: int
    people: int | None
    won_teams: int | None
    won_share: float | None
    hints_per_team: float | None
    left_s: float | None
    hardest: tuple[str, ...]
    unreadable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRow:
    """A row of people reached: sessions, people by column, people in all; texts are masked already.

    `is_few`: its people are hidden for being under five.
    """

    name: str
    sessions: int
    cells: tuple[str, ...]
    total: str
    people: int | None
    is_few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """People reached by two groups; `sums` is the last row, without a name."""

    columns: tuple[str, ...]
    rows: tuple[PeopleRow, ...]
    sums: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTables:
    """All tables of the same people, masked together: none tells what another one hides."""

    years: PeopleTable
    audiences: PeopleTable
    crossed: PeopleTable
    services: PeopleTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningLine:
    """A theme: shares in percent before and after (None: too few people), the change and who was compared."""

    theme: str
    first: float | None
    second: float | None
    before: str
    after: str
    change: str
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningTable:
    """What was learnt between two moments, all questions first, then theme by theme; `method` says how."""

    title: str
    lines: tuple[LearningLine, ...]
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleLine:
    """A puzzle over all runs that are meant. `is_long`: its median is a quarter over its target."""

    count: PuzzleCount
    is_long: bool

    @property
    def left_share(self) -> float | None:
        """Which part of those who met it gave it up."""
        return self.count.left / self.count.met if self.count.met and not self.count.is_few else None
