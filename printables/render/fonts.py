"""Read the fonts once: register them for drawing and hand their measures to layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
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
    slogan: Path
    screen: Path
    screen_bold: Path


class Faces:
    """The measures of every font, by use; a font is read when it is first asked for."""

    def __init__(self, files: FontFiles) -> None:
        self._files = files

    @cached_property
    def text(self) -> Pair:
        return Pair(_read(self._files.text), _read(self._files.text_bold))

    @cached_property
    def mono(self) -> Pair:
        return Pair(_read(self._files.mono), _read(self._files.mono_bold))

    @cached_property
    def hand(self) -> Pair:
        return Pair(_read(self._files.hand), _read(self._files.hand_bold))

    @cached_property
    def screen(self) -> Pair:
        return Pair(_read(self._files.screen), _read(self._files.screen_bold))

    @cached_property
    def masthead(self) -> Face:
        return _read(self._files.masthead)

    @cached_property
    def letters(self) -> Face:
        return _read(self._files.letters)

    @cached_property
    def slogan(self) -> Face:
        return _read(self._files.slogan)


@lru_cache(maxsize=4)
def read_faces(files: FontFiles) -> Faces:
    return Faces(files)


@lru_cache(maxsize=32)
def _read(path: Path) -> Face:
    name = str(path)
    font = TTFont(name, name)
    pdfmetrics.registerFont(font)
    widths = font.face.charWidths
    advances = {chr(code): widths[code] / 1000 for code in font.face.charToGlyph if code in widths}
    return Face(
        name=name,
        advances=advances,
        capital=font.face.capHeight / 1000,
        descent=-font.face.descent / 1000,
    )
