"""Things drawn beside props: scissors, bin, pencil, copier, plate, carrot, telephone desk, paper clip."""

from __future__ import annotations

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Piece
from printables.products.drawing import Pad, arc, pad_in
from printables.units import Mm

STEEL, DARK_STEEL, WOOD, TAN = "#B9C3CC", "#8B99A6", "#7A5A46", "#CDA873"
ORANGE, LEAF, SKY, SKIN, SHIRT = "#F29B38", "#3C8D5A", "#BFE3F3", "#C98B63", "#3F6E9E"


def scissors(x: Mm, y: Mm, size: Mm) -> list[Piece]:
    """Open scissors that cut to the right, `size` wide, about a middle line at `y`."""
    pad = Pad(x, y, size / 10)
    for side in (-1, 1):
        pad.disc(1.6, 1.9 * side, 1.3, None, line=colours.INK2, width=0.55)
        pad.stroke(((2.7, 1.3 * side), (9.8, -1.6 * side)), colours.INK2, 0.55)
    return pad.pieces


def bin_with_strips(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A waste bin out of which strips of paper hang; 100 wide, 120 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    for left, height, lean in ((20, 34, -9), (34, 44, -3), (50, 38, 4), (64, 46, 9)):
        top = 52 - height
        pad.area(((left + lean, top), (left + lean + 9, top + 3), (left + 9, 56), (left, 56)), colours.CREAM,
                 line=DARK_STEEL, width=0.8)  # fmt: skip
        for row in range(1, 4):
            y = top + height * row / 4.4
            slant = lean * (1 - row / 4.4)
            pad.stroke(((left + slant + 2, y + 1), (left + slant + 7, y + 2)), DARK_STEEL, 1.0)
    pad.area(((10, 50), (90, 50), (80, 116), (20, 116)), STEEL)
    pad.bar((6, 46, 88, 8), DARK_STEEL, radius=4)
    for x in (30, 43, 57, 70):
        pad.stroke(((x, 60), (50 + (x - 50) * 0.82, 110)), DARK_STEEL, 1.6)
    return pad.pieces


def pencil(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A pencil that points to the left; 100 wide, 12 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    pad.area(((0, 6), (14, 0), (14, 12)), TAN)
    pad.area(((0, 6), (5, 3.8), (5, 8.2)), colours.INK)
    pad.bar((14, 0, 68, 12), colours.MARKER)
    pad.bar((14, 4, 68, 4), "#EDBE20")
    pad.bar((82, 0, 7, 12), STEEL)
    pad.bar((89, 0, 11, 12), "#E58E85", radius=3)
    return pad.pieces


def copier(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A copier with sheets left in its tray; 100 wide, 84 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    pad.bar((16, 4, 56, 8), DARK_STEEL, radius=3)
    pad.bar((12, 12, 64, 18), "#DCE3E9", radius=3)
    pad.bar((54, 16, 16, 8), colours.PRIMARY, radius=1.5)
    pad.disc(49, 20, 2.2, LEAF)
    pad.bar((16, 30, 56, 50), STEEL, radius=2)
    pad.bar((20, 54, 48, 10), "#DCE3E9", radius=1.5)
    pad.bar((20, 67, 48, 10), "#DCE3E9", radius=1.5)
    pad.bar((16, 36, 56, 6), colours.INK, radius=1)
    pad.area(((70, 46), (98, 38), (98, 42), (70, 50)), DARK_STEEL)
    for lift in (0.0, 3.0):
        pad.area(((58, 40 - lift), (94, 33 - lift), (96, 37 - lift), (58, 42 - lift)), colours.WHITE,
                 line=DARK_STEEL, width=0.6)  # fmt: skip
    return pad.pieces


def plate(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A plate between a fork and a knife; 100 wide, 56 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    pad.disc(50, 28, 26, "#E7EDF2")
    pad.disc(50, 28, 18, colours.WHITE, line="#CBD5DE", width=0.8)
    for x in (10, 14, 18):
        pad.bar((x - 0.9, 6, 1.8, 14), DARK_STEEL, radius=0.9)
    pad.area(arc(14, 20, (5, 5), (0.25, 0.75)), DARK_STEEL)
    pad.bar((12.7, 22, 2.6, 28), DARK_STEEL, radius=1.3)
    pad.area(((84, 6), (89, 10), (90, 30), (84, 30)), DARK_STEEL)
    pad.bar((84, 28, 3, 22), DARK_STEEL, radius=1.4)
    return pad.pieces


def carrot(box: Box, *, ink_saving: bool) -> list[Piece]:
    """A carrot with its leaves; 100 wide, 46 high."""
    pad = pad_in(box, 100, ink_saving=ink_saving)
    for tip in ((100, 6), (98, 22), (92, 40)):
        pad.area(((66, 20), ((66 + tip[0]) / 2, tip[1] - 5), tip, ((66 + tip[0]) / 2, tip[1] + 6)), LEAF)
    pad.area(((2, 26), (30, 12), *arc(60, 21, (12, 13), (0.02, 0.48)), (30, 35)), ORANGE)
    for x, y, length in ((44, 13.5, 8), (54, 28, 7), (30, 20, 6)):
        pad.stroke(((x, y), (x + 1.5, y + length * 0.7)), "#C9701C", 1.4)
    return pad.pieces


def call_scene(box: Box, *, ink_saving: bool) -> list[Piece]:
    """The help desk at the other end of the line, filling `box`: a person, a cup, a telephone."""
    pad = Pad(box.x, box.y, box.height / 44, ink_saving)
    across = box.width / pad.unit
    middle = across * 0.4
    pad.bar((0, 0, across, 44), SKY, radius=3)
    _agent(pad, middle)
    pad.bar((0, 36, across, 8), WOOD, radius=3)
    pad.bar((0, 36, across, 4), WOOD)
    _cup(pad, middle - 27)
    _telephone(pad, across - 31)
    left = middle + 17
    pad.bar((left, 7, across - left - 4, 13), colours.WHITE, radius=2.4)
    pad.area(((left + 3, 19), (left + 11, 19), (left + 2, 25)), colours.WHITE)
    step = (across - left - 4) / 4
    for index in range(1, 4):
        pad.disc(left + step * index, 13.5, 1.6, colours.INK)
    return pad.pieces


def _agent(pad: Pad, x: float) -> None:
    """Somebody in a hurry, with a headset."""
    pad.area(((x - 11, 37), *arc(x, 34, (10.5, 11), (-0.22, 0.22)), (x + 11, 37)), SHIRT)
    pad.area(((x - 4, 24.5), (x + 4, 24.5), (x + 7, 37), (x - 7, 37)), colours.MARKER)
    pad.bar((x - 3, 19, 6, 7), SKIN, radius=2)
    pad.disc(x, 14.5, 8.4, SKIN)
    pad.area(arc(x, 13.5, (8.9, 9), (-0.25, 0.25)), "#2E1F1A")
    pad.ribbon(arc(x, 14, (9.6, 9.6), (-0.25, 0.25)), colours.INK, 1.0)
    for side in (-1, 1):
        pad.bar((x + side * 9.4 - 1.5, 12.4, 3, 5.2), colours.INK, radius=1.2)
        pad.disc(x + side * 3, 15.6, 1.0, colours.INK)
        pad.stroke(((x + side * 1.6, 13.6), (x + side * 4.6, 12.9)), colours.INK, 0.7)
    pad.ribbon(arc(x - 3, 17, (6.2, 3.4), (-0.25, -0.5), 8), colours.INK, 0.8)
    pad.bar((x - 2, 19.4, 4, 0.9), colours.INK, radius=0.4)


def _cup(pad: Pad, x: float) -> None:
    pad.ribbon(arc(x + 8, 33, (3, 3), (0, 0.5)), colours.CREAM, 1.2)
    pad.bar((x, 29.4, 8.4, 7.6), colours.CREAM, radius=1.2)
    for left in (2.2, 5.2):
        pad.stroke(((x + left, 27.6), (x + left + 0.8, 25.8), (x + left, 24.2)), colours.WHITE, 0.7)


def _telephone(pad: Pad, x: float) -> None:
    pad.bar((x, 28.6, 22, 8.6), colours.INK, radius=1.8)
    for row in range(2):
        for column in range(4):
            pad.bar((x + 8 + column * 3.3, 30.2 + row * 3, 2.4, 2), STEEL, radius=0.4)
    pad.bar((x + 1, 26.6, 5, 11.4), "#2A3848", radius=2.2)
    pad.stroke(((x + 3.4, 37.4), (x + 1.2, 38.8), (x + 4.2, 39.6), (x + 1.6, 40.6)), colours.INK, 0.6)


def paper_clip(x: Mm, y: Mm, size: Mm) -> list[Piece]:
    """A paper clip that stands at the edge of a sheet, `size` high."""
    pad = Pad(x, y, size / 20)
    pad.stroke(
        ((1, 14), (1, 4), *arc(3, 4, (2, 2), (-0.25, 0.25), 8), (5, 16),
         *arc(3.6, 16, (1.4, 1.6), (0.25, 0.75), 8), (2.2, 6.5),
         *arc(3, 6.5, (0.8, 1), (-0.25, 0.25), 6), (3.8, 14)),
        DARK_STEEL, 0.5,
    )  # fmt: skip
    return pad.pieces


def brass_fastener(x: Mm, y: Mm, size: Mm) -> list[Piece]:
    """The two discs seen from the side, pinned by a fastener whose legs are bent; `size` wide."""
    pad = Pad(x, y, size / 40)
    pad.bar((3, 10, 34, 1.4), colours.MARKER_TINT, line=colours.INK2)
    pad.bar((0, 12, 40, 1.4), colours.PATH_TINT["C"], line=colours.INK2)
    pad.area(arc(20, 10, (4.5, 4), (-0.25, 0.25)), "#D9A927", line=colours.INK2)
    pad.stroke(((19.4, 13.4), (19.4, 16.4), (10, 17.4)), colours.INK2, 0.8)
    pad.stroke(((20.6, 13.4), (20.6, 16.4), (30, 17.4)), colours.INK2, 0.8)
    pad.stroke(((26, 3.6), *arc(20, 5.6, (9, 3.4), (0.12, 0.36), 8)), colours.INK2, 0.5)
    return pad.pieces
