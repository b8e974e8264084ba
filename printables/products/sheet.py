"""What sheets of true size share: the header and foot of a page, the ruler, texts turned about a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from printables.layout import colours
from printables.layout.boxes import A4, Box
from printables.layout.pieces import Piece, Rule
from printables.problems import Cause, PrintProblem
from printables.products.face import CardFace, Room, compose_face, glyph_problems
from printables.products.lines import Place, Style, Type, paragraph
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import Mm, mm, pt

RULER = mm(100)
RULER_TICK = mm(3.2)
SMALL_PRINT = pt(8)


@dataclass(frozen=True, slots=True)
class Turned:
    """Pieces that are drawn turned clockwise by `degrees` about a point."""

    x: Mm
    y: Mm
    degrees: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle about a point."""

    x: Mm
    y: Mm
    radius: Mm
    fill: str | None = None
    line: str | None = colours.INK
    line_width: Mm = mm(0.25)


Part = Piece | Turned | Circle
Trouble = list[tuple[Cause, str]]
Composition = tuple[Sequence[Part], Sequence[tuple[Cause, str]]]  # what is drawn, and what is wrong with it


def draw_parts(canvas: Canvas, parts: Sequence[Part], box: Box) -> None:
    """Draw pieces, circles and turned groups in order, all counted from the corner of `box`."""
    for part in parts:
        if isinstance(part, Turned):
            with canvas.turned(box.x + part.x, box.y + part.y, part.degrees):
                canvas.draw(part.pieces, box)
        elif isinstance(part, Circle):
            canvas.circle(
                box.x + part.x, box.y + part.y, part.radius,
                fill=part.fill, line=part.line, line_width=part.line_width,
            )  # fmt: skip
        else:
            canvas.draw([part], box)


def parts_problems(
    where: str, parts: Sequence[Part], trouble: Sequence[tuple[Cause, str]]
) -> list[PrintProblem]:
    """What is wrong with composed parts, turned groups included."""
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, Turned):
            pieces += part.pieces
        elif not isinstance(part, Circle):
            pieces.append(part)
    found = [PrintProblem(where, text, cause) for cause, text in trouble]
    return found + glyph_problems(where, pieces)


def sheet_room(face: CardFace, look: Look, *, with_code: bool = True) -> tuple[list[Part], Trouble, Room]:
    """Header and foot of an A4 sheet, and the room between them."""
    shown = face if with_code else replace(face, code=None)
    room = compose_face(shown, A4, Style(look.faces), ink_saving=look.ink_saving)
    return [*room.pieces], [*room.trouble], room


def ruler(x: Mm, y: Mm, look: Look) -> list[Part]:
    """A line of 100 mm with a tick each 10 mm, and the sentence that says what it is for."""
    parts: list[Part] = [Rule(x, y, x + RULER, y, colours.INK, mm(0.3))]
    for index in range(11):
        at = x + RULER / 10 * index
        reach = RULER_TICK if index % 5 == 0 else RULER_TICK / 2
        parts.append(Rule(at, y - reach, at, y + reach, colours.INK, mm(0.3)))
    kind = Type(SMALL_PRINT, colour=colours.INK2)
    text = paragraph(look.words.ruler, kind, Place(x, y + RULER_TICK, RULER), Style(look.faces))
    return [*parts, *text.pieces]
