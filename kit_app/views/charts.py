"""A chart as values: bars on one scale, the same for the window and for paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A bar from 0 to `value` (None: none) with what is said behind it; `said` is read aloud instead.

    `dot` and `target` are marked on the bar, `low` to `high` is an interval. `is_marked` bars stand out.
    """

    label: str
    value: float | None
    words: str
    said: str = ""
    path: str = ""
    dot: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars below one another; `unit` stands at the numbers of the scale, which reaches `least` at least."""

    title: str
    rows: tuple[ChartRow, ...]
    unit: str = ""
    least: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartInks:
    """Colours (#RRGGBB) of a chart in the window; `keyline` goes round paths ("": none)."""

    ink: str
    quiet: str
    line: str
    bar: str
    marked: str
    ground: str
    target: str
    keyline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPicture:
    """A chart drawn: an SVG picture of this size in logical pixels."""

    svg: bytes
    width: float
    height: float
