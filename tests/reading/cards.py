"""What is read on the pages of a players' PDF: lines of text, by the id at the foot of each card."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

CARD = re.compile(r"\b([PX]\d\d-[CS]\d+|R\d) · (?:jeu|set) ")
SHEET = re.compile(r"(?:jeu|set) \w+ · .+ · (?:feuille|sheet) \d+/\d+")
BAND, LETTER = re.compile(r"(?:Piste|Trail) [A-D] – "), re.compile(r"[A-D](?: |$)")
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of a page."""


@dataclass(frozen=True, slots=True)
class Path:
    """A drawn outline: what it covers, the colour that it is filled with, and whether it has a line."""

    bounds: Bounds
    fill: tuple[int, int, int] | None
    is_lined: bool

    @property
    def width(self) -> float:
        return self.bounds[2] - self.bounds[0]

    @property
    def height(self) -> float:
        return self.bounds[3] - self.bounds[1]

    @property
    def middle(self) -> tuple[float, float]:
        return (self.bounds[0] + self.bounds[2]) / 2, (self.bounds[1] + self.bounds[3]) / 2

    def holds(self, x: float, y: float) -> bool:
        left, bottom, right, top = self.bounds
        return left <= x <= right and bottom <= y <= top


class Glyph(NamedTuple):
    """A character, the middle of what it covers, and how high that is."""

    character: str
    x: float
    y: float
    size: float


class Paper:
    """The players' PDF, open: the text that each card shows, and what is drawn on its page."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)
        self._pages: dict[str, int] = {}
        self.cards: Mapping[str, str] = self._read()

    def __enter__(self) -> "Paper":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    def page_of(self, card: str) -> pypdfium2.PdfPage:
        """The page that shows the face of a card."""
        return self._document[self._pages[card]]

    def _read(self) -> dict[str, str]:
        """What bears the id of each card, as it is stored; its page is the one that says most of it."""
        cards: dict[str, list[str]] = {}
        for number, page in enumerate(self._document):
            lines = page.get_textpage().get_text_bounded().replace("\r", "").split("\n")
            for ident, text in _split([line for line in lines if not SHEET.fullmatch(line)]):
                known = cards.setdefault(ident, [])
                if all(len(text) > len(other) for other in known):
                    self._pages[ident] = number
                known.append(text)
        return {ident: "\n".join(texts) for ident, texts in cards.items()}


def _split(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Ids on a page, each with its lines; a card alone has the page's lines before its foot line too."""
    starts = [(number, found[1]) for number, line in enumerate(lines) if (found := CARD.search(line))]
    if len({ident for _, ident in starts}) == 1:
        yield starts[0][1], "\n".join(lines)
        return
    ends = [_band_before(lines, start) for start, _ in starts[1:]] + [len(lines)]
    for (start, ident), end in zip(starts, ends[: len(starts)], strict=True):
        yield ident, "\n".join(lines[start + 1 : end])


def _band_before(lines: list[str], foot: int) -> int:
    """Where the next card's band begins, which is stored before its foot line: at its path's letter."""
    if BAND.match(lines[foot - 1]):
        return next(number for number in range(foot - 2, foot - 5, -1) if LETTER.match(lines[number]))
    return foot


def paths(page: pypdfium2.PdfPage) -> list[Path]:
    """Everything drawn with lines and fills, in the order of drawing."""
    return [_path(one) for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH], max_depth=4)]


def _path(one: pypdfium2.PdfObject) -> Path:
    fill, lined = raw.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(one, fill, lined)
    shades = [raw.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one, *shades)
    red, green, blue = (shade.value for shade in shades[:3])
    colour = (red, green, blue) if fill.value != raw.FPDF_FILLMODE_NONE else None
    return Path(one.get_bounds(), colour, bool(lined.value))


def glyphs(page: pypdfium2.PdfPage, *, is_loose: bool = False) -> Iterator[Glyph]:
    """Every character that is no space, with the middle of its ink, or of its place on the line."""
    text = page.get_textpage()
    for index, character in enumerate(text.get_text_range()):
        if not character.isspace():
            left, bottom, right, top = text.get_charbox(index, loose=is_loose)
            yield Glyph(character, (left + right) / 2, (bottom + top) / 2, top - bottom)


def letters(text: str) -> str:
    """Words apart by single spaces, so that line breaks part nothing."""
    return " ".join(text.split())
