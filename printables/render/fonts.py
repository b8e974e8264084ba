"""Read the fonts once: register them for drawing and hand their measures to layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from printables.layout.text import Face, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFiles:
    """Where the TrueType files lie."""

    text: Path
    text_bold: Path
    mono: Path
    mono_bold: Path
    hand: Path
    hand_bold: Path
    masthead: Path
    letters: Path


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Faces:
    """The measures of every font, by use."""

    text: Pair
    mono: Pair
    hand: Pair
    masthead: Face
    letters: Face


@lru_cache(maxsize=4)
def read_faces(files: FontFiles) -> Faces:
    return Faces(
        text=Pair(_read(files.text), _read(files.text_bold)),
        mono=Pair(_read(files.mono), _read(files.mono_bold)),
        hand=Pair(_read(files.hand), _read(files.hand_bold)),
        masthead=_read(files.masthead),
        letters=_read(files.letters),
    )


@lru_cache(maxsize=32)
def _read(path: Path) -> Face:
    name = str(path)
    font = TTFont(name, name)
    pdfmetrics.registerFont(font)
    widths = font.face.charWidths
    return Face(
        name=name,
        advances={chr(code): widths[code] / 1000 for code in font.face.charToGlyph if code in widths},
        capital=font.face.capHeight / 1000,
        descent=-font.face.descent / 1000,
    )
