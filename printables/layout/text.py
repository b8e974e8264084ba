"""Break text into lines that fit a width, from tables of character widths. Pure: no drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from printables.units import Mm

BOLD_MARK = "**"
NARROW_SPACE, NO_BREAK_SPACE = "\u202f", "\u00a0"
SLACK = 1e-6
_TIED = re.compile(r"(?<=«) | (?=[:;?!»])")
"""Spaces of French punctuation: no line begins or ends there."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font's measures in ems: the advance of every character that it has."""

    name: str
    advances: Mapping[str, float]
    capital: float  # height of a capital letter
    descent: float  # depth below the base line, a positive number
    _widths: dict[str, float] = field(default_factory=dict, repr=False)

    def ems(self, text: str) -> float:
        """Width of `text` in ems; a character that the font lacks counts nothing (others report it)."""
        width = self._widths.get(text)
        if width is None:
            advances = self.advances
            width = sum(advances.get(character, 0.0) for character in text)
            self._widths[text] = width
        return width

    def width(self, text: str, size: Mm) -> Mm:
        return size * self.ems(text)

    def lacks(self, text: str) -> str:
        """The characters of `text` that the font does not have, in order."""
        used = set(text)
        known = self.advances.keys()
        return "" if known >= used else "".join(sorted(used.difference(known)))


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one weight on a line, `start` ems from its beginning."""

    text: str
    bold: bool
    start: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its runs and its width in ems."""

    runs: tuple[Run, ...]
    ems: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A regular and a bold face that are set together."""

    regular: Face
    bold: Face

    def of(self, bold: bool) -> Face:
        return self.bold if bold else self.regular


_Word = tuple[tuple[str, bool], ...]  # pieces that may not be parted, each with its weight


def wrapped(text: str, faces: Pair, bold: bool, limit: float) -> tuple[Line, ...]:
    """Lines of `text` up to `limit` ems wide, broken at spaces; `**words**` are bold, line feeds end lines.

    A single word that is wider is parted behind its hyphens. Without any it stays whole on its own line: the
    caller sees it by the line's width.
    """
    clean = _TIED.sub(NO_BREAK_SPACE, text.replace(NARROW_SPACE, NO_BREAK_SPACE))
    lines: list[Line] = []
    for paragraph in clean.split("\n"):
        if BOLD_MARK in paragraph:
            lines += _mixed_lines(_mixed_words(paragraph, bold), faces, limit)
        else:
            lines += _plain_lines(paragraph, faces.of(bold), bold, limit)
    return tuple(lines)


def _plain_lines(paragraph: str, face: Face, bold: bool, limit: float) -> list[Line]:
    space, room = face.ems(" "), limit + SLACK
    known = face._widths
    lines: list[Line] = []
    current: list[str] = []
    width = 0.0
    words = paragraph.split(" ")
    if "-" in paragraph:
        words = [part for word in words for part in _parted(word, face, room)]
    for word in words:
        extent = known.get(word, -1.0)
        if extent < 0:
            extent = face.ems(word)
        if current and width + space + extent > room:
            lines.append(Line((Run(" ".join(current), bold, 0.0),), width))
            current, width = [word], extent
        else:
            width = width + space + extent if current else extent
            current.append(word)
    lines.append(Line((Run(" ".join(current), bold, 0.0),), width))
    return lines


def _parted(word: str, face: Face, room: float) -> list[str]:
    """A word wider than a line parted behind hyphens, each part as long as a line holds; else the word.

    No line holds a part and the next one, so that nothing comes between them.
    """
    if "-" not in word or face.ems(word) <= room:
        return [word]
    parts: list[str] = [""]
    for piece in re.findall(r"[^-]*-+|[^-]+", word):
        if parts[-1] and face.ems(parts[-1] + piece) > room:
            parts.append(piece)
        else:
            parts[-1] += piece
    return parts


def _mixed_words(paragraph: str, bold: bool) -> list[_Word]:
    """Words of a paragraph with bold marks; a word may change weight inside."""
    words: list[list[tuple[str, bool]]] = [[]]
    for index, segment in enumerate(paragraph.split(BOLD_MARK)):
        weight = bold or index % 2 == 1
        for place, piece in enumerate(segment.split(" ")):
            if place:
                words.append([])
            if piece:
                words[-1].append((piece, weight))
    return [tuple(word) for word in words if word]


def _mixed_lines(words: list[_Word], faces: Pair, limit: float) -> list[Line]:
    space = faces.regular.ems(" ")
    lines: list[list[_Word]] = [[]]
    width = 0.0
    for word in _narrow(words, faces, limit + SLACK):
        extent = sum(faces.of(weight).ems(piece) for piece, weight in word)
        if lines[-1] and width + space + extent > limit + SLACK:
            lines.append([word])
            width = extent
        else:
            width = width + space + extent if lines[-1] else extent
            lines[-1].append(word)
    return [_mixed_line(line, faces) for line in lines]


def _narrow(words: list[_Word], faces: Pair, room: float) -> Iterator[_Word]:
    for word in words:
        if len(word) > 1:
            yield word
            continue
        for text, weight in word:
            yield from (((part, weight),) for part in _parted(text, faces.of(weight), room))


def _mixed_line(words: list[_Word], faces: Pair) -> Line:
    runs: list[Run] = []
    at = 0.0
    for index, word in enumerate(words):
        at += faces.regular.ems(" ") if index else 0.0
        for piece, weight in word:
            runs.append(Run(piece, weight, at))
            at += faces.of(weight).ems(piece)
    return Line(tuple(runs), at)


def plain(text: str) -> str:
    """The text without bold marks, with the spaces that every font has."""
    return text.replace(BOLD_MARK, "").replace(NARROW_SPACE, NO_BREAK_SPACE)
