"""Envelope labels of 99 by 67 mm: the outside with its large code, and the list inside the flap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printables.layout import colours
from printables.layout.boxes import Box, Size
from printables.layout.pieces import Bar, Piece, Rule
from printables.problems import Cause
from printables.products.blocks import Align
from printables.products.composed import Composed
from printables.products.face import path_shape
from printables.products.lines import Laid, Place, Style, Type, one_line, paragraph
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.render.qr import is_card_code, readable
from printables.units import mm, pt

LABEL = Size(mm(99), mm(67))
MARGIN = mm(5)
SHAPE = mm(26)
SEAL_X, SEAL_Y, SEAL_RADIUS = mm(84.5), mm(20), mm(9.5)  # of the sticker that closes the envelope
LIST_COLUMNS = 2
LIST_SIZE = pt(9)
LIST_BOTTOM = LABEL.height - mm(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeLabel(Composed):
    """The outside of an envelope, of a bin or of a tray."""

    size: ClassVar[Size] = LABEL
    code: str  # A1; or a short word
    path: str | None
    words: str  # « N'ouvrir que si l'écran l'autorise »
    set_label: str
    fiction: str

    @property
    def title(self) -> str:
        return self.code

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        laid = _frame(style, (self.set_label, self.fiction))
        left = MARGIN + mm(2)
        if self.path is not None:
            fill = colours.PATH_FILL[self.path]
            laid.pieces.append(Bar(Box(mm(0), mm(0), mm(2.4), LABEL.height), fill=fill, bleeds=True))
            laid.pieces += path_shape(self.path, Box(MARGIN + mm(2), mm(7), SHAPE, SHAPE), style.faces)
            left = left + SHAPE + mm(6)
        size = pt(72) if len(self.code) <= 3 else pt(26)
        line = one_line(self.code, style.faces.letters, Type(size), left, mm(7) + SHAPE / 2 + size * 0.33)
        laid.pieces.append(line)
        if len(self.code) <= 3:
            laid.pieces += _seal_place()
        if left + line.face.width(line.text, size) > LABEL.width - MARGIN:
            laid.trouble.append((Cause.OVERFLOW, self.code))
        width = LABEL.width - MARGIN * 2 - mm(2)
        laid.take(paragraph(self.words, Type(pt(14), bold=True), Place(MARGIN + mm(2), mm(39), width), style))
        if laid.bottom > LABEL.height - mm(7):
            laid.trouble.append((Cause.OVERFLOW, self.words))
        return laid.pieces, laid.trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One line of an envelope's list: a card, its code when it is read from here, how many pieces."""

    card_id: str
    code: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FlapLabel(Composed):
    """What lies in an envelope: ids, codes and counts, no titles, for the inside of its flap."""

    size: ClassVar[Size] = LABEL
    code: str
    path: str | None
    contents: tuple[Content, ...]
    set_label: str
    fiction: str

    @property
    def title(self) -> str:
        return self.code

    def _composed(self, look: Look) -> Composition:
        style = Style(look.faces)
        laid = _frame(style, (self.set_label, self.fiction))
        left = MARGIN
        if self.path is not None:
            laid.pieces += path_shape(self.path, Box(MARGIN, mm(5), mm(10), mm(10)), style.faces)
            left = left + mm(13)
        laid.pieces.append(one_line(self.code, style.faces.letters, Type(pt(22)), left, mm(12.8)))
        self._list(laid, style)
        return laid.pieces, laid.trouble

    def _list(self, laid: Laid, style: Style) -> None:
        rows = max(8, -(-len(self.contents) // LIST_COLUMNS))
        step, top = LIST_SIZE * 1.5, mm(21)
        width = (LABEL.width - MARGIN * 2) / LIST_COLUMNS
        for index, content in enumerate(self.contents):
            column, row = divmod(index, rows)
            x, base = MARGIN + width * column, top + step * row
            faces = style.faces.mono
            laid.pieces += [
                one_line(content.card_id, faces.regular, Type(LIST_SIZE), x, base),
                one_line(
                    f"× {content.count}", faces.regular, Type(LIST_SIZE, align=Align.RIGHT), x + mm(24), base
                ),
            ]
            if content.code:
                laid.pieces.append(
                    one_line(readable(content.code), faces.bold, Type(LIST_SIZE), x + mm(26), base)
                )
        if top + step * (min(rows, len(self.contents)) - 1) > LIST_BOTTOM:
            laid.trouble.append((Cause.OVERFLOW, self.code))
        for content in self.contents:
            if content.code and not is_card_code(content.code):
                laid.trouble.append((Cause.WRONG_CODE, f"{content.card_id} {content.code}"))


def _seal_place() -> list[Piece]:
    """Where the sticker goes that closes the envelope: a ring within a dashed one."""
    rings: list[Piece] = []
    for radius, dashed in ((SEAL_RADIUS, True), (SEAL_RADIUS * 0.72, False)):
        box = Box(SEAL_X - radius, SEAL_Y - radius, radius * 2, radius * 2)
        rings.append(Bar(box, line=colours.EDGE, line_width=mm(0.3), radius=radius, dashed=dashed))
    arms = SEAL_RADIUS * 0.4
    return [
        *rings,
        Rule(SEAL_X - arms, SEAL_Y, SEAL_X + arms, SEAL_Y, colours.EDGE, mm(0.3)),
        Rule(SEAL_X, SEAL_Y - arms, SEAL_X, SEAL_Y + arms, colours.EDGE, mm(0.3)),
    ]


def _frame(style: Style, foot: tuple[str, str]) -> Laid:
    kind = Type(pt(7.5), colour=colours.INK2)
    right = Type(kind.size, colour=kind.colour, align=Align.RIGHT)
    face, base = style.faces.text.regular, LABEL.height - mm(3.4)
    return Laid(mm(0), [
        Bar(Box(mm(0), mm(0), LABEL.width, LABEL.height), line=colours.LINE, line_width=mm(0.2)),
        one_line(foot[1], face, kind, MARGIN, base),
        one_line(foot[0], face, right, LABEL.width - MARGIN, base),
    ])  # fmt: skip
