"""Check the pictures of a kit: there, readable and fine enough for paper."""

import struct
from collections.abc import Iterator

from kit_app.content.draft import Draft
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_

PRINT_DPI = 300
MM_PER_INCH = 25.4

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_problems(draft: Draft) -> Iterator[KitProblem]:
    """Pictures that cards name and that are missing, unreadable or too coarse, and idle ones."""
    used = set()
    for puzzle in draft.puzzles.values():
        source = draft.source(f"puzzles/{puzzle.id}.toml")
        for number, card in enumerate(puzzle.cards):
            where = ("cards", number, "picture")
            if not card.picture:
                continue
            used.add(card.picture)
            if card.picture not in draft.files or not card.picture.startswith("images/"):
                message = N_("The picture {picture} is missing. Put it into the folder “images” of the kit.")
                yield source.problem(where, message, picture=card.picture)
                continue
            width = width_px(draft.files[card.picture])
            wanted = round(card.picture_mm / MM_PER_INCH * PRINT_DPI)
            if card.picture_mm <= 0:
                message = N_("Say in “picture_mm” how wide the picture {picture} is printed.")
                yield source.problem(where, message, picture=card.picture)
            elif width is None:
                message = N_("{picture} is no PNG or JPEG picture. Save it again as one.")
                yield source.problem(where, message, picture=card.picture)
            elif width < wanted:
                message = N_(
                    "{picture} is {width} pixels wide; {mm} mm of paper need {wanted}. Take a larger one."
                )
                values = {"width": str(width), "mm": str(card.picture_mm), "wanted": str(wanted)}
                yield source.problem(where, message, picture=card.picture, **values)
    for name in sorted(draft.files):
        if name.startswith("images/") and name not in used:
            message = N_("No card shows this picture. Name it on a card or take it out.")
            yield KitProblem(file=name, line=0, key="", message=message)


def width_px(content: bytes) -> int | None:
    """The width of a PNG or JPEG picture; None when it is neither."""
    if content.startswith(_PNG) and len(content) >= 24:
        return int(struct.unpack(">I", content[16:20])[0])
    if not content.startswith(_JPEG):
        return None
    place = len(_JPEG)
    while place + 9 <= len(content) and content[place] == 0xFF:
        if content[place + 1] in _JPEG_SIZES:
            return int(struct.unpack(">H", content[place + 7 : place + 9])[0])
        place += 2 + int(struct.unpack(">H", content[place + 2 : place + 4])[0])
    return None
