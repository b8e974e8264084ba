"""Turn text into the strings of embedded font subsets, each character looked up once a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas as PdfCanvas

from printables.layout.text import NARROW_SPACE, NO_BREAK_SPACE

SUBSET = 256  # codes in one subset


@dataclass(slots=True)
class _Known:
    """What one font has shown so far: characters of its first subset with their written form."""

    first: dict[int, str] = field(default_factory=dict)
    characters: set[str] = field(default_factory=set)
    name: str = ""


class Typesetter:
    """Written forms of text for one PDF document."""

    def __init__(self, pdf: PdfCanvas) -> None:
        self._document = pdf._doc
        self._known: dict[str, _Known] = {}

    def chunks(self, font_name: str, text: str) -> list[tuple[str, str]]:
        """Pairs of a PDF font name and an escaped string; nearly always only one."""
        known = self._known.get(font_name)
        if known is None:
            known = self._known[font_name] = _Known()
        if not known.characters.issuperset(text):
            text = text.replace(NARROW_SPACE, NO_BREAK_SPACE)
            if not self._learn(font_name, known, text):
                return self._several(font_name, text)
        return [(known.name, text.translate(known.first))]

    def _learn(self, font_name: str, known: _Known, text: str) -> bool:
        """Take up new characters; false when some of them lie beyond the first subset."""
        font = pdfmetrics.getFont(font_name)
        font.splitString(text, self._document)
        known.name = font.getSubsetInternalName(0, self._document)
        assigned = font.state[self._document].assignments
        whole = True
        for character in set(text) - known.characters:
            code = assigned.get(ord(character), 32)
            if code < SUBSET:
                known.first[ord(character)] = _escaped(code)
                known.characters.add(character)
            else:
                whole = False
        return whole

    def _several(self, font_name: str, text: str) -> list[tuple[str, str]]:
        font = pdfmetrics.getFont(font_name)
        parts = font.splitString(text, self._document)
        return [
            (font.getSubsetInternalName(subset, self._document), "".join(_escaped(code) for code in codes))
            for subset, codes in parts
        ]


def _escaped(code: int) -> str:
    """One byte of a PDF string, safe in a text stream."""
    if code in (40, 41, 92):
        return "\\" + chr(code)
    return chr(code) if 32 <= code < 127 else f"\\{code:03o}"
