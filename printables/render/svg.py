"""Read the vector pictures that we draw: a strict, small part of SVG, refused where it goes beyond."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from re import compile as pattern
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from printables.layout.outlines import (
    Matrix,
    OutlineError,
    Step,
    ellipse,
    numbers,
    path,
    polygon,
    rectangle,
    transform,
)
from printables.problems import Cause

LARGEST_FILE = 200_000
MOST_SHAPES = 150
DEEPEST = 12
SVG = "http://www.w3.org/2000/svg"

_COLOUR = pattern(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_PAINT = frozenset(
    ("fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "transform", "id")
)
PLACES: dict[str, frozenset[str]] = {
    "g": frozenset(),
    "path": frozenset(("d",)),
    "rect": frozenset(("x", "y", "width", "height", "rx", "ry")),
    "circle": frozenset(("cx", "cy", "r")),
    "ellipse": frozenset(("cx", "cy", "rx", "ry")),
    "line": frozenset(("x1", "y1", "x2", "y2")),
    "polyline": frozenset(("points",)),
    "polygon": frozenset(("points",)),
}
_ROOT = _PAINT | {"viewBox", "width", "height", "version"}


class PictureError(Exception):
    """A picture that is not drawn: why, and what in it (« 4: <text> »)."""

    def __init__(self, why: str, cause: Cause = Cause.UNREADABLE_PICTURE) -> None:
        super().__init__(why)
        self.why = why
        self.cause = cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """How a shape is painted; what lies inside a group takes over what it does not say itself."""

    fill: str | None = "#000000"
    line: str | None = None
    width: float = 1.0
    cap: int = 0
    join: int = 0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Stroked:
    """One shape: its outline on the picture's board and its paint."""

    steps: tuple[Step, ...]
    paint: Paint


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector picture: its board and its shapes from back to front."""

    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Stroked, ...]


@lru_cache(maxsize=64)
def read_drawing(content: bytes) -> Drawing:
    """The drawing in an SVG file. Raises PictureError for anything that we do not draw."""
    if len(content) > LARGEST_FILE:
        raise PictureError(f"{len(content) // 1000} kB > {LARGEST_FILE // 1000} kB", Cause.COMPLEX_PICTURE)
    parser = ParserCreate(namespace_separator=" ")
    reader = _Reader(lambda: parser.CurrentLineNumber)
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(content, True)
    except ExpatError as error:
        raise PictureError(str(error)) from error
    return reader.drawing()


def _attribute(given: Mapping[str, str], name: str, default: float = 0.0) -> float:
    if name not in given:
        return default
    values = numbers(given[name].removesuffix("px"))
    if len(values) != 1:
        raise OutlineError(given[name])
    return values[0]


def _rectangle(a: Mapping[str, str]) -> tuple[Step, ...]:
    rx = _attribute(a, "rx", _attribute(a, "ry"))
    return rectangle(
        _attribute(a, "x"), _attribute(a, "y"), _attribute(a, "width"), _attribute(a, "height"),
        (rx, _attribute(a, "ry", rx)),
    )  # fmt: skip


def _line(a: Mapping[str, str]) -> tuple[Step, ...]:
    return polygon(tuple(_attribute(a, name) for name in ("x1", "y1", "x2", "y2")), closed=False)


_OUTLINES: dict[str, Callable[[Mapping[str, str]], tuple[Step, ...]]] = {
    "path": lambda a: path(a.get("d", "")),
    "rect": _rectangle,
    "circle": lambda a: ellipse(
        _attribute(a, "cx"), _attribute(a, "cy"), _attribute(a, "r"), _attribute(a, "r")
    ),
    "ellipse": lambda a: ellipse(
        _attribute(a, "cx"), _attribute(a, "cy"), _attribute(a, "rx"), _attribute(a, "ry")
    ),
    "line": _line,
    "polyline": lambda a: polygon(numbers(a.get("points", "")), closed=False),
    "polygon": lambda a: polygon(numbers(a.get("points", "")), closed=True),
}


def _colour(text: str) -> str | None:
    """« #RRGGBB », or None for « none ». Raises OutlineError for names, gradients and the like."""
    if text == "none":
        return None
    if not _COLOUR.fullmatch(text):
        raise OutlineError(text)
    return text if len(text) == 7 else "#" + "".join(digit * 2 for digit in text[1:])


def _board(given: list[float]) -> tuple[float, float, float, float]:
    match given:
        case [left, top, width, height] if width > 0 and height > 0:
            return left, top, width, height
        case _:
            raise OutlineError("viewBox")


def _painted(before: Paint, given: Mapping[str, str]) -> Paint:
    """The paint inside an element. Raises OutlineError or KeyError for a value that we do not know."""
    paint = before
    if "fill" in given:
        paint = replace(paint, fill=_colour(given["fill"]))
    if "stroke" in given:
        paint = replace(paint, line=_colour(given["stroke"]))
    if "stroke-width" in given:
        paint = replace(paint, width=_attribute(given, "stroke-width"))
    if "stroke-linecap" in given:
        paint = replace(paint, cap=_CAPS[given["stroke-linecap"]])
    if "stroke-linejoin" in given:
        paint = replace(paint, join=_JOINS[given["stroke-linejoin"]])
    if "fill-rule" in given:
        paint = replace(paint, even_odd={"nonzero": False, "evenodd": True}[given["fill-rule"]])
    return paint


@dataclass(slots=True)
class _Reader:
    """Listens to the parser; every element, attribute and value must be one that we draw."""

    line: Callable[[], int]  # where the parser is
    board: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    shapes: list[Stroked] = field(default_factory=list)
    around: list[tuple[Paint, Matrix]] = field(default_factory=list)

    def begin(self, name: str, given: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if space != SVG or (element == "svg") != (not self.around) or len(self.around) > DEEPEST:
            self.refuse(f"<{element}>")
        known = PLACES[element] | _PAINT if element in PLACES else _ROOT if element == "svg" else None
        if known is None:
            self.refuse(f"<{element}>")
        for attribute in given.keys() - known:
            self.refuse(f"{attribute.rpartition(' ')[2]}=")
        try:
            self._take(element, given)
        except (OutlineError, KeyError) as error:
            self.refuse(f"<{element}> {error.args[0]}")

    def _take(self, element: str, given: dict[str, str]) -> None:
        before, placed = self.around[-1] if self.around else (Paint(), Matrix())
        paint, placed = _painted(before, given), placed.then(transform(given.get("transform", "")))
        self.around.append((paint, placed))
        if element == "svg":
            self.board = _board(numbers(given.get("viewBox", "")))
        elif element != "g":
            if len(self.shapes) == MOST_SHAPES:
                raise PictureError(f"> {MOST_SHAPES}", Cause.COMPLEX_PICTURE)
            steps = placed.moved(_OUTLINES[element](given))
            self.shapes.append(Stroked(steps, replace(paint, width=paint.width * placed.zoom)))

    def end(self, _: str) -> None:
        self.around.pop()

    def text(self, text: str) -> None:
        if text.strip():
            self.refuse(text.strip()[:20])

    def doctype(self, *_: object) -> None:
        self.refuse("<!DOCTYPE>")

    def instruction(self, name: str, _: str) -> None:
        self.refuse(f"<?{name}?>")

    def refuse(self, what: str) -> NoReturn:
        raise PictureError(f"{self.line()}: {what}")

    def drawing(self) -> Drawing:
        left, top, width, height = self.board
        return Drawing(left, top, width, height, tuple(self.shapes))
