"""Drawings that fill papers: a holiday in pen, a bowl of fruit, lines of no words, a clapper, a news desk."""

from __future__ import annotations

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Rule, Shape
from printables.products.drawing import Pad, arc, noise, pad_in
from printables.units import Mm, mm

STEEL, DARK_STEEL, WOOD, DARK_WOOD = "#DCE3E9", "#8B99A6", "#7A5A46", "#5E4435"
ORANGE, RED, LEAF, GREEN, DROP = "#F29B38", "#C8352C", "#3C8D5A", "#17633D", "#5BB7DF"
GREEK, GREEK_PITCH, GREEK_HEIGHT = "#E0DCD2", mm(4.1), mm(1.3)
PARAGRAPH = 9  # lines of a column of no words


def greeked(column: Box, seed: int, *, ink_saving: bool) -> list[Piece]:
    """A column that looks like text and says nothing."""
    pieces: list[Piece] = []
    count = int(column.height / GREEK_PITCH)
    for number in range(count):
        y = column.y + GREEK_PITCH * (number + 0.4)
        ends = (number + seed) % PARAGRAPH == PARAGRAPH - 1
        length = column.width * (0.55 + 0.2 * noise(seed + number) if ends else 1.0)
        if ink_saving:
            middle: Mm = y + GREEK_HEIGHT / 2
            pieces.append(Rule(column.x, middle, column.x + length, middle, colours.LINE, mm(0.25)))
        else:
            pieces.append(Bar(Box(column.x, y, length, GREEK_HEIGHT), fill=GREEK))
    return pieces


def holiday(box: Box, pen: str) -> list[Piece]:
    """A palm on its island under the sun, drawn in an idle moment with a pen; 100 wide, 62 high."""
    pad = pad_in(box, 100, ink_saving=False)
    for start in (0.0, 8.0):
        pad.stroke(tuple((x, 54 + start + (1.6 if x % 12 else -1.6)) for x in range(2, 99, 6)), pen, 0.5)
    pad.stroke(((24, 53), *arc(50, 53, (26, 12), (-0.2, 0.2), 14), (76, 53)), pen, 0.6)
    pad.stroke(((48, 42), (49, 32), (52, 22), (56, 15)), pen, 0.7)
    pad.stroke(((53, 42), (54, 33), (56.5, 24), (58, 16)), pen, 0.7)
    for reach, drop in ((-24, 10), (-20, -3), (-5, -10), (13, -7), (22, 4), (19, 15)):
        tip = (57 + reach, 14 + drop)
        bend = (57 + reach * 0.55, 14 + drop * 0.3 - 5)
        pad.stroke(((57, 15), bend, tip, (57 + reach * 0.5, 14 + drop * 0.45), (57, 15)), pen, 0.5)
    pad.stroke(arc(15, 14, (8, 8), (0, 1), 20), pen, 0.6)
    for turn in range(8):
        inner, outer = arc(15, 14, (10.5, 10.5), (0, 1), 8), arc(15, 14, (14.5, 14.5), (0, 1), 8)
        pad.stroke((inner[turn], outer[turn]), pen, 0.5)
    pad.stroke(((84, 51), (84, 36), (94, 47), (84, 47)), pen, 0.6)
    pad.stroke(((78, 51), (96, 51), (93, 55), (81, 55), (78, 51)), pen, 0.6)
    return pad.pieces


def fruit_bowl(box: Box, *, ink_saving: bool) -> list[Piece]:
    """Apples and a carrot look out of a bowl; 100 wide, 56 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    for tip in ((22, 0), (30, 2), (15, 5)):
        pad.area(((27, 14), ((27 + tip[0]) / 2 - 3, (14 + tip[1]) / 2), tip, (29, 14)), LEAF)
    pad.area(((22, 12), (35, 12), (42, 34), (34, 36)), ORANGE)
    for x, y, fill in ((50, 20, RED), (68, 24, LEAF)):
        pad.disc(x, y, 12, fill)
        pad.stroke(((x, y - 10), (x + 1.5, y - 16)), DARK_WOOD, 1.4)
        pad.area(((x + 1, y - 13), (x + 5, y - 18), (x + 10, y - 16), (x + 6, y - 12)), GREEN)
    for x, y in ((47, 18), (54, 18)):
        pad.disc(x, y, 2.6, colours.WHITE)
        pad.disc(x + 0.8, y + 0.3, 1.3, colours.INK)
    pad.area(((14, 28), (86, 28), *arc(50, 28, (36, 24), (0.25, 0.75), 20)), STEEL)
    pad.bar((11, 26, 78, 5), DARK_STEEL, radius=2.5)
    pad.bar((36, 51, 28, 4), DARK_STEEL, radius=1.5)
    return pad.pieces


def monitor_stand(screen: Box, *, ink_saving: bool) -> list[Piece]:
    """The foot on which a screen stands."""
    fill = None if ink_saving else STEEL
    middle, below = screen.x + screen.width / 2, screen.bottom
    neck = ((0.12, 0.0), (0.88, 0.0), (1.0, 1.0), (0.0, 1.0))
    return [
        Shape(neck, Box(middle - mm(16), below, mm(32), mm(9)), fill, colours.INK2, mm(0.4)),
        Bar(Box(middle - mm(34), below + mm(9), mm(68), mm(3)), fill, colours.INK2, mm(0.4), radius=mm(1.5)),
    ]


def clapper(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A clapper board, open; 100 wide, 82 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    pad.bar((6, 30, 88, 50), colours.INK, radius=4)
    pad.area(((6, 18), (90, 0), (93, 12), (9, 30)), colours.INK)
    for left in (14, 36, 58, 80):
        for y, lift in ((18 - (left - 6) * 0.214, 2.0), (32.0, 0.0)):
            foot = y + 10 + lift * 1.7
            stripe = ((left, y), (left + 9, y - lift), (left + 4, foot - lift), (left - 5, foot))
            pad.area(stripe, colours.WHITE)
    for y in (54, 66):
        pad.bar((16, y, 68, 3), colours.MARKER, radius=1.5)
    return pad.pieces


def news_desk(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A front page with nothing on it looks at the clock; 130 wide, as high as `box`."""
    pad = pad_in(box, 130, ink_saving=ink_saving)
    high = box.height / pad.unit
    pad.bar((0, 0, 130, high), colours.MARKER, radius=3)
    reach = min(high * 0.52, 34)
    desk = high - 12
    pad.area(arc(65, desk - 2, (reach * 1.3, reach), (-0.25, 0.25), 30), colours.CREAM)
    _clock(pad, 20, min(desk * 0.42, 22))
    _blank_page(pad, 65, desk)
    _old_telephone(pad, 108, desk)
    pad.bar((0, desk, 130, 12), WOOD, radius=3)
    pad.bar((0, desk, 130, 5), "#92705A")
    return pad.pieces


def _clock(pad: Pad, x: float, y: float) -> None:
    pad.disc(x, y, 12, colours.INK)
    pad.disc(x, y, 10, colours.WHITE)
    for point in arc(x, y, (8, 8), (0, 1), 4)[:4]:
        pad.disc(*point, 0.8, colours.INK)
    pad.stroke(((x, y - 7), (x, y), (x + 4.6, y - 2.6)), colours.INK, 1.3)


def _blank_page(pad: Pad, middle: float, desk: float) -> None:
    """The page is the one who is in trouble: eyes to the clock, a drop of sweat, an empty frame."""
    wide, high = 34.0, min(desk - 4, 44.0)
    left, top = middle - wide / 2, desk - high
    pad.bar((left, top, wide, high), colours.WHITE, line=colours.INK2, width=0.4)
    pad.bar((left + 4, top + 3.5, wide - 8, 5), colours.INK)
    pad.bar((left + 4, top + 11, wide - 8, high - 22), colours.CREAM, line=colours.INK2, width=0.4)
    for row in range(2):
        pad.bar((left + 4, desk - 8 + row * 3.4, wide - (8 if row == 0 else 16), 1.6), GREEK)
    eyes = top + 11 + (high - 22) * 0.45
    for x in (middle - 5.4, middle + 5.4):
        pad.disc(x, eyes, 4.4, colours.WHITE, line=colours.INK2, width=0.3)
        pad.disc(x - 1.8, eyes - 0.8, 2.2, colours.INK)
        pad.disc(x - 2.4, eyes - 1.6, 0.7, colours.WHITE)
    pad.stroke(((middle - 3, eyes + 8.4), (middle, eyes + 7), (middle + 3, eyes + 8.4)), colours.INK, 0.9)
    x, y = left + wide - 2, top + 17
    pad.area(((x, y - 5), (x + 3, y), (x - 3, y)), DROP)
    pad.disc(x, y, 3, DROP)


def _old_telephone(pad: Pad, x: float, desk: float) -> None:
    pad.area(((x - 12, desk), (x - 8, desk - 14), (x + 8, desk - 14), (x + 12, desk)), RED)
    pad.disc(x, desk - 6.4, 4.6, colours.CREAM)
    pad.disc(x, desk - 6.4, 1.6, RED)
    for left in (x - 7, x + 4):
        pad.bar((left, desk - 18, 3, 5), colours.INK)
    pad.ribbon(((x - 12, desk - 19), (x, desk - 22), (x + 12, desk - 19)), "#7E1510", 4)
    for left in (x - 15, x + 7):
        pad.bar((left, desk - 21, 8, 6), "#7E1510", radius=2)
