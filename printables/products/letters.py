"""Addresses letter by letter: each in a place of its own, for eyes that take a group of them for a word."""

from __future__ import annotations

from printables.problems import Cause
from printables.products.lines import ASCENT, LEADING, Laid, Place, Style, Type, one_line

AT = "@"
AIR = 0.24  # between two letters, in ems


def spelled(address: str, kind: Type, place: Place, style: Style) -> Laid:
    """One line of `address` in bold fixed-width type; one that is too wide goes on below, from its « @ »."""
    face = style.faces.mono.bold
    step = kind.size * (face.ems("m") + AIR)
    at = address.index(AT)
    lines = [address] if step * len(address) <= place.width else [address[:at], address[at:]]
    laid = Laid(place.y)
    for line in lines:
        if step * len(line) > place.width:
            laid.trouble.append((Cause.WIDE_WORD, line))
        base = laid.bottom + kind.size * ASCENT
        for index, character in enumerate(line):
            laid.pieces.append(one_line(character, face, kind, place.x + step * index, base))
        laid.bottom = laid.bottom + kind.size * LEADING
    return laid
