"""The call booklet: what the help desk asks, replies to choose from; the result under its sealed flap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import A6, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Piece
from printables.problems import Cause
from printables.products.blocks import Align, Block, Choice, Choices, Quote, Text
from printables.products.cards import (
    FLAP_FOLD,
    HOLE_RADIUS,
    HOLE_ROOM,
    above_fold,
    body_at,
    fitted_body,
    fold_line,
    hole,
)
from printables.products.composed import OnFace
from printables.products.drawing import Pad, arc
from printables.products.drawings import call_scene
from printables.products.face import Room, compose_face
from printables.products.lines import Place, Style, Type, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import Mm, mm, pt

SCENE_HEIGHTS = (mm(44), mm(36), mm(30), mm(24))
SCENE_GAP = mm(2.5)
SEAL = Box(mm(26), mm(88.5), mm(56), mm(15))  # below the fold: the flap is sealed here


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCard(OnFace):
    """One call. The picture is as high as the words at their full size leave room for, or left out."""

    size: ClassVar[Size] = A6
    intro: str
    quote: str
    choices: tuple[Choice, ...]
    prompt: str

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        room = compose_face(self.face, A6, style, ink_saving=look.ink_saving, header_right=HOLE_ROOM)
        blocks: tuple[Block, ...] = (
            Text(text=self.intro, quiet=True),
            Quote(text=self.quote),
            Choices(rows=self.choices),
            Text(text=self.prompt),
        )
        pieces = [*room.pieces, _ring_hole()]
        for height in SCENE_HEIGHTS:
            body = body_at(blocks, _lower(room, height + SCENE_GAP), style)
            if not body.trouble:
                scene = Box(room.x, room.top - mm(1), room.width, height)
                pieces += call_scene(scene, ink_saving=look.ink_saving)
                return [*pieces, *body.pieces], [*room.trouble]
        body = fitted_body(blocks, room, style)
        return [*pieces, *body.pieces], [*room.trouble, *body.trouble]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallResult(OnFace):
    """What the calls brought: above a fold, hidden by the part below, which is sealed.

    `flap` are the words at the fold.
    """

    size: ClassVar[Size] = A6
    heading: str
    lines: tuple[str, ...]
    flap: str

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        whole = compose_face(self.face, A6, style, ink_saving=look.ink_saving, header_right=HOLE_ROOM)
        room = above_fold(whole)
        tick = Box(room.x, room.top, mm(4), room.foot_top - room.top)
        inner = Room(
            (), (), room.x + mm(8), room.top + mm(1), room.width - mm(10), room.code_top,
            room.width - mm(10), room.foot_top,
        )  # fmt: skip
        blocks = (Text(text=self.heading, bold=True, size=pt(16)), *(Text(text=line) for line in self.lines))
        body = fitted_body(blocks, inner, style)
        note = Bar(
            Box(room.x, tick.y - mm(0.5), room.width, tick.height - mm(2)),
            fill=None if look.ink_saving else colours.MARKER_TINT, line=colours.EDGE, radius=mm(2),
        )  # fmt: skip
        edge = Box(room.x, tick.y - mm(0.5), mm(3), tick.height - mm(2))
        seal, trouble = _seal(self.flap, style)
        pieces = [
            *whole.pieces,
            _ring_hole(),
            note,
            Bar(edge, fill=colours.INK, radius=mm(1.5)),
            *body.pieces,
            *seal,
        ]
        pieces += fold_line(A6, FLAP_FOLD, look.words.fold, style)
        return pieces, [*whole.trouble, *body.trouble, *trouble]


def _lower(room: Room, down: Mm) -> Room:
    return Room(
        room.pieces, room.trouble, room.x, room.top + down, room.width, room.code_top, room.narrow,
        room.foot_top,
    )  # fmt: skip


def _ring_hole() -> Piece:
    x, y = hole(A6)
    box = Box(x - HOLE_RADIUS, y - HOLE_RADIUS, HOLE_RADIUS * 2, HOLE_RADIUS * 2)
    return Bar(box, fill=colours.WHITE, line=colours.INK2, radius=HOLE_RADIUS)


def _seal(words: str, style: Style) -> tuple[list[Piece], list[tuple[Cause, str]]]:
    """Where the sticker goes that seals the flap, its words, and an arrow that says: fold upwards."""
    kind = Type(pt(10), colour=colours.INK2, align=Align.CENTRE)
    probe = paragraph(words, kind, Place(SEAL.x + mm(2), mm(0), SEAL.width - mm(4)), style)
    top = SEAL.y + (SEAL.height - probe.bottom) / 2
    text = paragraph(words, kind, Place(SEAL.x + mm(2), top, SEAL.width - mm(4)), style)
    trouble = list(text.trouble)
    if probe.bottom > SEAL.height - mm(1):
        trouble.append((Cause.OVERFLOW, words))
    pad = Pad(UNPRINTABLE + mm(9), FLAP_FOLD + mm(4))
    pad.stroke(((0, 18), *arc(0, 9, (7, 9), (0.5, 1.0), 14)), colours.INK2, 0.7)
    pad.area(((-1.2, -2.4), (4.4, 0), (-1.2, 2.4)), colours.INK2)
    frame = Bar(SEAL, line=colours.INK2, line_width=mm(0.4), radius=SEAL.height / 2, dashed=True)
    return [frame, *text.pieces, *pad.pieces], trouble
