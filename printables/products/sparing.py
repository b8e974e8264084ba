"""Save ink on pages that have been set already: their grounds become lines, and words on them dark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Piece, Words
from printables.render.tones import DARK, luminance
from printables.units import mm

GROUND = mm(16)  # what is narrower is a mark: a dot, a disc with a number, a line of a table
LOWEST_GROUND = mm(4)
OUTLINE = mm(0.5)


def sparing(pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces without large grounds; a dark ground leaves its outline."""
    shown: list[Piece] = []
    dark: list[Box] = []
    for piece in pieces:
        if isinstance(piece, Bar) and _is_ground(piece):
            if luminance(piece.fill or colours.WHITE) <= DARK:
                dark.append(piece.box)
                shown.append(replace(piece, fill=None, line=colours.INK, line_width=OUTLINE))
            elif piece.line is not None:
                shown.append(replace(piece, fill=None))
        elif isinstance(piece, Words) and _is_light(piece) and any(_holds(box, piece) for box in dark):
            shown.append(replace(piece, colour=colours.INK))
        else:
            shown.append(piece)
    return shown


def _is_ground(bar: Bar) -> bool:
    return bar.fill is not None and bar.box.width >= GROUND and bar.box.height >= LOWEST_GROUND


def _is_light(words: Words) -> bool:
    return luminance(words.colour) > DARK


def _holds(box: Box, words: Words) -> bool:
    return box.x <= words.x <= box.right and box.y <= words.y <= box.bottom
