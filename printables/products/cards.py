"""Clue cards: a face, blocks of words between its band and its foot, a code in the corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from printables.layout import colours
from printables.layout.boxes import A6, Size
from printables.layout.pieces import Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align, Block
from printables.products.composed import OnFace
from printables.products.face import Room, compose_face, measures_for
from printables.products.lines import Laid, Place, Style, Type, one_line
from printables.products.setting import BETWEEN, set_block
from printables.products.sheet import Circle, Composition, Part
from printables.render.look import Look
from printables.units import Mm, mm, pt

REMEMBERED = 16  # cards
SCALES = (1.0, 13 / 14, 12 / 14)  # 14 pt clue text down to 12 pt
FLAP_FOLD = mm(85)  # the part below covers all that lies between the band and this line
HOLE_RADIUS = mm(2.5)
HOLE_ROOM = mm(9)
LETTER_ROOM = mm(16)
LETTER_SIZE = pt(34)
FOLD_TEXT = pt(7.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClueCard(OnFace):
    """A card of any size with blocks. A `letter` stands large in the corner, a `ring` hole is marked there.

    With `flap` (words at the fold) the body lies above a fold line, so that the lower part hides it.
    """

    blocks: tuple[Block, ...]
    size: Size = A6
    letter: str = ""
    ring: bool = False
    flap: str = ""

    def _composed(self, look: Look) -> Composition:
        return _composed(self, look)


@lru_cache(maxsize=REMEMBERED)
def _composed(card: ClueCard, look: Look) -> Composition:
    """Pieces and trouble of a card, kept between the check of a sheet and its drawing."""
    style = Style(look.faces)
    kept = LETTER_ROOM if card.letter else HOLE_ROOM if card.ring else mm(0)
    room = compose_face(card.face, card.size, style, ink_saving=look.ink_saving, header_right=kept)
    extra: list[Part] = []
    if card.flap:
        room = above_fold(room)
        extra += fold_line(card.size, FLAP_FOLD, f"{look.words.fold} – {card.flap}", style)
    if card.ring:
        extra.append(Circle(*hole(card.size), HOLE_RADIUS, line=colours.INK2))
    if card.letter:
        extra.append(_corner_letter(card.letter, card.size, style))
    body = fitted_body(card.blocks, room, style)
    return [*room.pieces, *extra, *body.pieces], [*room.trouble, *body.trouble]


def fitted_body(blocks: Sequence[Block], room: Room, style: Style) -> Laid:
    """The body at the largest size that fits; at the smallest size what does not fit is trouble."""
    laid = Laid(room.top)
    for scale in SCALES:
        laid = body_at(blocks, room, Style(style.faces, scale))
        if not laid.trouble:
            return laid
    return laid


def body_at(blocks: Sequence[Block], room: Room, style: Style) -> Laid:
    """Blocks over the full width until the code begins, then left of it."""
    laid = Laid(room.top)
    for index, block in enumerate(blocks):
        top = laid.bottom + BETWEEN if index else laid.bottom
        part = set_block(block, Place(room.x, top, room.width), style)
        if part.bottom > room.code_top:
            part = set_block(block, Place(room.x, top, room.narrow), style)
        if part.bottom > room.foot_top - mm(1):
            part.trouble.append((Cause.OVERFLOW, _words(block)))
        laid.take(part)
    return laid


def _words(block: Block) -> str:
    """The first words of a block, to say which one does not fit."""
    text = str(getattr(block, "text", "")) or type(block).__name__
    return text if len(text) <= 60 else f"{text[:57]}…"


def above_fold(room: Room) -> Room:
    """The room between the band and what the flap covers."""
    limit = min(FLAP_FOLD - mm(2), room.foot_top)
    return Room(room.pieces, room.trouble, room.x, room.top, room.width, limit, room.width, limit)


def fold_line(size: Size, y: Mm, words: str, style: Style) -> list[Piece]:
    """A dashed line across the card with its word."""
    base = y - mm(1.4)
    margin = measures_for(size).margin
    return [
        Rule(mm(4.2), y, size.width - mm(4.2), y, colours.INK2, mm(0.25), dashed=True),
        one_line(
            words,
            style.faces.text.regular,
            Type(FOLD_TEXT, colour=colours.INK2, align=Align.RIGHT),
            size.width - margin,
            base,
        ),
    ]


def hole(size: Size) -> tuple[Mm, Mm]:
    """The middle of the hole for a ring."""
    return size.width - mm(10.5), mm(10.5)


def _corner_letter(letter: str, size: Size, style: Style) -> Piece:
    face = style.faces.letters
    right = size.width - measures_for(size).margin - mm(1)
    kind = Type(LETTER_SIZE, align=Align.RIGHT)
    return one_line(letter, face, kind, right, mm(6) + LETTER_SIZE * face.capital)
