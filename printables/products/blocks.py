"""The blocks that cards and documents are written with: words only, no positions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from printables.layout import colours
from printables.units import ZERO, Mm, mm, pt

BODY = pt(14)
SMALLEST_BODY = pt(12)


class Align(Enum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; `**words**` are bold, a line feed ends a line."""

    text: str
    size: Mm = BODY
    bold: bool = False
    quiet: bool = False  # grey
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a card or document; level 1 to 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody says, in large bold type; `barred`: with a bar at its left, as in documents."""

    text: str
    size: Mm = pt(20)
    barred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One possible reply and the letter that it earns."""

    text: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Replies one below the other, each with its letter in a dark box."""

    rows: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table. Shares are relative; at least as wide as its widest word is checked."""

    label: str = ""
    share: float = 1.0
    mono: bool = False
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Ruled rows. The header row is left out when no column has a label.

    A `grid` has lines between its cells too, for a hand to write in; else thin lines part the rows only.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    size: Mm = SMALLEST_BODY
    lines: bool = True
    grid: bool = True
    least_height: Mm = ZERO  # of a row, for tables to write in
    tight: bool = False  # rows close together, for logs of many lines

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row needs one cell a column")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mono:
    """Lines kept exactly, in fixed-width type: never wrapped; no wider than the card at the smallest size."""

    lines: tuple[str, ...]
    size: Mm = pt(12)
    smallest: Mm = pt(9)
    bold: bool = False
    framed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something to fill in: lines to write on, or as many boxes as letters.

    `inline`: a single line begins behind the label, where that leaves half of the width. `given` stands on
    the line already.
    """

    label: str
    boxes: int = 0
    lines: int = 1
    inline: bool = False
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckList:
    """Lines with a square to tick."""

    items: tuple[str, ...]
    size: Mm = SMALLEST_BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Lines with a dot each, or numbered from `first`; numbers may stand white on dark discs."""

    items: tuple[str, ...]
    numbered: bool = False
    first: int = 1
    on_discs: bool = False
    size: Mm = SMALLEST_BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture, so wide, with its words below."""

    source: bytes
    name: str
    width: Mm
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """Empty lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """Blocks in a frame with an optional title; `ink`: white on a dark ground; `dense`: hardly any margin."""

    blocks: tuple[Block, ...]
    title: str = ""
    line: str = colours.EDGE
    line_width: Mm = mm(0.35)
    fill: str | None = None
    ink: bool = False
    dense: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Two columns of blocks side by side, never parted by a page.

    `share` of the width is the left one's, unless the right one has a width of its own.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.6
    right_width: Mm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Blocks that no page parts. `notes` heads lines to write on, in the room that a page has left below.

    `floats`: without room here they stand at the top of the next page, and what follows fills this one.
    """

    blocks: tuple[Block, ...]
    notes: str = ""
    floats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PathHeading:
    """The head of a puzzle's page: the path's shape, title, a quiet line, and a figure at the right."""

    path: str | None
    title: str
    line: str
    figure: str
    figure_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A puzzle of the graph: its place in columns and rows from 0, and what must be solved before it."""

    id: str
    label: str
    path: str | None
    column: int
    row: int
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Which puzzle opens which."""

    puzzles: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWords:
    """What the parts of a room plan are called, and the sentence about its scale and free ways."""

    table: str
    screen: str
    facilitator: str
    corners: tuple[tuple[str, str], ...]  # path and name
    scale: str
    team: str  # with {n}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPlan:
    """The room for so many teams, seen from above at 1:50, with ways of 90 cm."""

    teams: int
    words: RoomWords


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page; `words` stand in the head of the pages from here."""

    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Free room between two blocks."""

    height: Mm = mm(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Divider:
    """A thin line across."""

    colour: str = colours.EDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One row of a time line: when it began and ended, and marks with their words. Minutes of play."""

    label: str
    path: str | None
    start: float
    end: float | None  # None: never ended
    marks: tuple[tuple[float, str], ...] = ()
    words: str = ""  # at the end of the row


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """What happened when: one row a puzzle, over `minutes` of play."""

    minutes: float
    spans: tuple[Span, ...]
    unit: str = "min"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """A row of a chart: a bar from 0 to `value` (None: none), and what is said behind it.

    `dot` and `target` are marked on it, `low` to `high` is a whisker; a `marked` bar stands out and `words`
    say why.
    """

    label: str
    value: float | None
    words: str
    path: str | None = None
    dot: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars beside one another on one scale; `unit` stands at its numbers, `least` is the least it reaches."""

    bars: tuple[ChartBar, ...]
    unit: str = ""
    least: float = 2.0
    size: Mm = pt(10)


Block = (
    Text
    | Heading
    | Quote
    | Choices
    | Table
    | Mono
    | Fields
    | CheckList
    | Items
    | Figure
    | Ruled
    | Framed
    | Columns
    | Together
    | PathHeading
    | Graph
    | RoomPlan
    | PageBreak
    | Space
    | Divider
    | TimeLine
    | BarChart
)
