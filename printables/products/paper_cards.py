"""Cards to keep and sheets to hang up: a title on a coloured ground with its picture, blocks, a foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from printables.layout import colours
from printables.layout.boxes import A4, A5, UNPRINTABLE, Box, Size
from printables.layout.pieces import Bar, Picture, Piece, Rule
from printables.layout.text import Face, Pair, plain
from printables.problems import Cause
from printables.products.blocks import Align, Block
from printables.products.composed import Composed
from printables.products.face import Shown, measures_for
from printables.products.lines import Laid, Place, Style, Type, one_line, set_lines
from printables.products.setting import set_blocks
from printables.products.sheet import Composition
from printables.render.look import Look
from printables.units import ZERO, Mm, mm, pt

FOOT_TEXT = pt(7.5)
FOOT = mm(9)
LOGO = Size(mm(20), mm(8))
SCALES = (1.0, 0.95, 0.9, 0.85)
PICTURE_HEIGHTS = (mm(32), mm(28), mm(24), mm(20), mm(17))  # the first that leaves room for the words
LARGER_HEIGHTS = (mm(54), mm(46), mm(38))  # of cards that are as high as A5
FLATNESS = 1.2  # of the board of a card's picture: its width of its height
WALL_TITLES = (pt(46), pt(40), pt(35))  # of sheets to hang up
TITLES = (pt(30), pt(27), pt(24), pt(22), pt(20), pt(18), pt(16))
BARE_TITLES = TITLES[3:]
TITLE_ROOM = mm(3)
MOST_LINES = 3
LEADING = 1.12
LINE = mm(1.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard(Composed):
    """One side of a card, or a sheet to hang up.

    Its title stands on the `ground`, beside the picture, which is as high as the words leave room for.
    `foot` stands at the left, `foot_right` at the right: the date of print, the kit.
    """

    title: str
    size: Size
    blocks: tuple[Block, ...]
    foot: str
    foot_right: str = ""
    accent: str = colours.INK
    ground: str = ""
    picture: Shown | None = None
    logo: bytes = b""

    def _composed(self, look: Look) -> Composition:
        """The card in the largest type that fits, with the largest picture; what fits in none says so."""
        fits, laid = False, Laid(ZERO)
        for scale, height in self._choices():
            laid = self._set(Style(look.faces, scale, ink_saving=look.ink_saving), height)
            fits = laid.bottom <= self.size.height - FOOT
            if fits and not laid.trouble:
                break
        if not fits:
            laid.trouble.append((Cause.OVERFLOW, self.title))
        return laid.pieces, laid.trouble

    def _choices(self) -> Iterator[tuple[float, Mm]]:
        heights: tuple[Mm, ...] = (ZERO,)
        if self.picture is not None:
            larger = LARGER_HEIGHTS if self.size.height >= A5.height else ()
            heights = larger + PICTURE_HEIGHTS
        for scale in SCALES:
            for height in heights:
                yield scale, height

    def _set(self, style: Style, height: Mm) -> Laid:
        measures = measures_for(self.size)
        margin = measures.margin
        width = self.size.width - margin * 2
        laid = self._head(style, margin, height)
        laid.take(set_blocks(self.blocks, Place(margin, laid.bottom + mm(3), width), style))
        base = self.size.height - UNPRINTABLE - mm(0.6)
        kind = Type(FOOT_TEXT, colour=colours.INK2)
        right = Type(FOOT_TEXT, colour=colours.INK2, align=Align.RIGHT)
        face = style.faces.text.regular
        line = base - mm(3.4)
        laid.pieces += [
            Rule(margin, line, margin + width, line, colours.LINE),
            one_line(self._foot(face, width), face, kind, margin, base),
            one_line(self.foot_right, face, right, margin + width, base),
        ]
        return laid

    def _foot(self, face: Face, width: Mm) -> str:
        """The left foot, as much of it as the right one leaves room for."""
        room = width - face.width(self.foot_right, FOOT_TEXT) - mm(3)
        foot = plain(self.foot)
        while foot and face.width(foot, FOOT_TEXT) > room:
            foot = foot[:-2].rstrip() + "…" if len(foot) > 1 else ""
        return foot

    def _head(self, style: Style, margin: Mm, height: Mm) -> Laid:
        """The ground with title and picture, closed by a line in the facility's colour."""
        across = self.size.width - UNPRINTABLE * 2
        beside = ZERO
        pieces: list[Piece] = []
        if self.picture is not None:
            board = Box(self.size.width - margin - height * FLATNESS, UNPRINTABLE, height * FLATNESS, height)
            pieces.append(self.picture.at(board))
            beside = board.width + mm(2)
        elif self.logo:
            corner = Box(
                self.size.width - margin - LOGO.width, UNPRINTABLE + TITLE_ROOM, LOGO.width, LOGO.height
            )
            pieces.append(Picture(self.logo, corner, "logo"))
            beside = LOGO.width + mm(2)
            height = LOGO.height + TITLE_ROOM * 2
        place = Place(margin, UNPRINTABLE, self.size.width - margin * 2 - beside)
        sizes: tuple[Mm, ...] = BARE_TITLES
        if height > ZERO:
            sizes = (*WALL_TITLES, *TITLES) if self.size.height >= A4.height else TITLES
        title = _title(self.title, place, height, (sizes, style))
        bottom = UNPRINTABLE + max(height, title.bottom - UNPRINTABLE + TITLE_ROOM)
        if self.ground and not style.ink_saving:
            pieces.insert(
                0, Bar(Box(UNPRINTABLE, UNPRINTABLE, across, bottom - UNPRINTABLE), fill=self.ground)
            )
        title.pieces[:0] = [*pieces, Bar(Box(UNPRINTABLE, bottom, across, LINE), fill=self.accent)]
        title.bottom = bottom + LINE
        return title


def _title(text: str, place: Place, height: Mm, how: tuple[tuple[Mm, ...], Style]) -> Laid:
    """As large as the title stands beside the picture, in its middle; without one, in two lines at most."""
    sizes, style = how
    pair = Pair(style.faces.slogan, style.faces.slogan)
    for size in sizes:
        kind = Type(size, leading=LEADING)
        room = height - TITLE_ROOM if height > ZERO else size * (LEADING * 2 + 0.1)
        probe = set_lines(text, pair, kind, Place(place.x, ZERO, place.width))
        if probe.bottom <= room and not probe.trouble:
            break
    down = max((height - probe.bottom) / 2, TITLE_ROOM)
    title = set_lines(text, pair, kind, Place(place.x, place.y + down, place.width))
    if probe.bottom > size * (LEADING * MOST_LINES + 0.1):
        title.trouble.append((Cause.OVERFLOW, text))
    return title
