"""A long text as pages that can be read from afar, cut where a person would pause."""

import re

PAGE = 180
"""So many characters fit a player screen at a size that is readable from the last row."""

_PAUSES = (
    re.compile(r"(?<=\n)"),
    re.compile(r"(?<=[.!?…»”])\s+"),
    re.compile(r"(?<=[,;:·–])\s+"),
    re.compile(r"\s+"),
)


def pages(text: str, most: int = PAGE) -> tuple[str, ...]:
    """`text` in pages of at most `most` characters: whole lines, else sentences, else words.

    Only a word that is longer than a page is cut. An empty text has no page.
    """
    found: list[str] = []
    for part in _parts(text.strip(), most, 0):
        joined = f"{found[-1]}{part}" if found else part
        if found and len(joined.strip()) <= most:
            found[-1] = joined
        else:
            found.append(part)
    return tuple(page.strip() for page in found if page.strip())


def _parts(text: str, most: int, level: int) -> list[str]:
    """The text in parts that each fit a page, with the spaces between them at their ends."""
    if len(text.strip()) <= most:
        return [text]
    if level == len(_PAUSES):
        return [text[at : at + most] for at in range(0, len(text), most)]
    pieces = _PAUSES[level].split(text)
    ends = [*([" "] if level else [""]) * (len(pieces) - 1), ""]
    return [
        part for piece, end in zip(pieces, ends, strict=True) for part in _parts(piece + end, most, level + 1)
    ]
