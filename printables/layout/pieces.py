"""What a page is made of, as values: words, bars, lines, shapes, codes. Pure: render draws them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from printables.layout.boxes import Box
from printables.layout.text import Face
from printables.units import Mm


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text with its base line at `y`."""

    x: Mm
    y: Mm
    text: str
    face: Face
    size: Mm
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, filled or framed or both, its corners rounded by `radius`.

    The fill of a ground that `bleeds` reaches over the cut where sheets are printed with a bleed.
    """

    box: Box
    fill: str | None = None
    line: str | None = None
    line_width: Mm = Mm(0.35)
    radius: Mm = Mm(0)
    dashed: bool = False
    bleeds: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm
    colour: str
    width: Mm = Mm(0.25)
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed outline, given in a square of one unit and drawn over `box`."""

    outline: tuple[tuple[float, float], ...]
    box: Box
    fill: str | None
    line: str | None = None
    line_width: Mm = Mm(0.35)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR symbol that fills `box`; its quiet zone lies around the box."""

    payload: str
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (SVG) or a photograph (PNG, JPEG), as large as fits into the middle of `box`."""

    source: Path | bytes  # a file, or its content
    box: Box
    name: str = ""  # how problems call it; a file has a name of its own

    @property
    def label(self) -> str:
        return self.name or (self.source.name if isinstance(self.source, Path) else "")


Piece = Words | Bar | Rule | Shape | Code | Picture
