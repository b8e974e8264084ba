"""What is read on the pages of a players' PDF: lines of text, by the id at the foot of each card."""

import re
from collections.abc import Mapping

import pypdfium2

CARD = re.compile(r"\b(P\d\d-[CS]\d+|R\d) · (?:jeu|set) ")
SHEET = re.compile(r"(?:jeu|set) \w+ · .+ · (?:feuille|sheet) \d+/\d+")


def read_cards(pdf: bytes) -> Mapping[str, str]:
    """The text that each card shows, as it is stored: after its foot line where cards share a page."""
    cards: dict[str, str] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            lines = page.get_textpage().get_text_bounded().replace("\r", "").split("\n")
            _split([line for line in lines if not SHEET.fullmatch(line)], cards)
    return cards


def _split(lines: list[str], cards: dict[str, str]) -> None:
    starts = [(number, found[1]) for number, line in enumerate(lines) if (found := CARD.search(line))]
    ids = list(dict.fromkeys(ident for _, ident in starts))
    if len(ids) == 1:
        cards.setdefault(ids[0], "\n".join(lines))
        return
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    for (start, ident), end in zip(starts, ends[: len(starts)], strict=True):
        text = "\n".join(lines[start + 1 : end])
        cards[ident] = max(cards.get(ident, ""), text, key=len)


def letters(text: str) -> str:
    """Words apart by single spaces, so that line breaks part nothing."""
    return " ".join(text.split())
