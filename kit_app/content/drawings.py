"""Check the drawings of a kit: flat shapes only, nothing that a viewer would follow, run or unfold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from re import compile as pattern
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from kit_app.i18n import N_

MOST_SHAPES = 150
LARGEST_DRAWING = 200_000
SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))

_NOT_READABLE = N_("{picture} is no drawing that can be read: {reason}.")
_NOT_FLAT = N_(
    "{picture}, line {line}: {what} does not belong in a drawing. Use shapes only, without text or links."
)
_TOO_MUCH = N_("{picture} has more than {most} shapes or is too large. Draw it simpler.")
_NO_BOARD = N_('{picture} does not say how large its board is: write viewBox="0 0 210 165" or the like.')
_SPACE = "http://www.w3.org/2000/svg "
_BOARD = pattern(r"\s*-?[\d.]+[\s,]+-?[\d.]+[\s,]+[\d.]+[\s,]+[\d.]+\s*")
_SAFE_VALUE = pattern(r"[-+.,#()\w\s]*")

Trouble = tuple[str, Mapping[str, str]]
"""A sentence in English and what fills its places, the picture's name left out."""


class _Found(Exception):
    """Stops the parser at the first thing that does not belong there."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.trouble: Trouble = (message, values)


def drawing_trouble(content: bytes) -> Trouble | None:
    """What is wrong with an SVG file; None when it is safe to draw."""
    if len(content) > LARGEST_DRAWING:
        return _TOO_MUCH, {"most": str(MOST_SHAPES)}
    parser = ParserCreate(namespace_separator=" ")
    judge = _Judge()

    def refuse(what: str) -> NoReturn:
        raise _Found(_NOT_FLAT, line=str(parser.CurrentLineNumber), what=what)

    def begin(name: str, given: dict[str, str]) -> None:
        if (what := judge.begin(name, given)) is not None:
            refuse(what)

    def text(words: str) -> None:
        if words.strip():
            refuse(words.strip()[:20])

    parser.StartElementHandler = begin
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = lambda *_: refuse("DOCTYPE")
    parser.ProcessingInstructionHandler = lambda name, _: refuse(name)
    try:
        parser.Parse(content, True)
    except _Found as found:
        return found.trouble
    except ExpatError as error:
        return _NOT_READABLE, {"reason": str(error)}
    return None


@dataclass(slots=True)
class _Judge:
    """Looks at each element as it begins; counts the shapes."""

    shapes: int = field(default=0)
    has_root: bool = field(default=False)

    def begin(self, name: str, given: Mapping[str, str]) -> str | None:
        """What does not belong there, or None. Raises _Found for what is wrong otherwise."""
        element = name.removeprefix(_SPACE)
        if not self.has_root:
            self.has_root = True
            if element != "svg":
                return f"<{element}>"
            if not _BOARD.fullmatch(given.get("viewBox", "")):
                raise _Found(_NO_BOARD)
        elif element in SHAPES:
            self.shapes += 1
            if self.shapes > MOST_SHAPES:
                raise _Found(_TOO_MUCH, most=str(MOST_SHAPES))
        elif element != "g":
            return f"<{element.rpartition(' ')[2]}>"
        for attribute, value in given.items():
            if not _SAFE_VALUE.fullmatch(value) or "url" in value or _is_active(attribute):
                return f"{attribute.rpartition(' ')[2]}="
        return None


def _is_active(attribute: str) -> bool:
    """Links and other names from elsewhere, what a program would run, and style sheets."""
    return " " in attribute or attribute.startswith("on") or attribute in ("href", "style", "class")
