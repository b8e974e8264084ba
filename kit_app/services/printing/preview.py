"""Turn pages of a PDF into pictures: the very pages that are printed and saved."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Any

_ONE_AT_A_TIME = Lock()
"""The library that draws pages may be used by one thread at a time."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels of a page or of a band of it: four bytes a pixel (blue, green, red, unused), `stride` a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a reader gets from a page: its text; each code with the middle of its symbol in mm."""

    label: str
    text: str
    codes: tuple[tuple[str, float, float], ...]


READING_DPI = 100  # a module of the smallest symbol is then nearly four dots wide


def read_pages(pdf: bytes, with_codes: Container[int], *, with_text: bool) -> Iterator[PageReading]:
    """Every page as a machine reads it; only the pages of `with_codes` (from 0) are drawn and looked at."""
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            with _ONE_AT_A_TIME:
                page = document[number]
                text = page.get_textpage().get_text_bounded() if with_text else ""
                drawn = (
                    page.render(scale=READING_DPI / 72, grayscale=True).to_pil()
                    if number in with_codes
                    else None
                )
            codes = () if drawn is None else _codes_of(drawn)
            yield PageReading(label=f"PDF {number + 1}", text=text, codes=codes)
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def _codes_of(drawn: Any) -> tuple[tuple[str, float, float], ...]:
    import zxingcpp  # loaded by the first reading, not at the start

    found = []
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for one in zxingcpp.read_barcodes(drawn, only, try_rotate=False, try_downscale=False, try_invert=False):
        corners = (one.position.top_left, one.position.bottom_right)
        x = sum(corner.x for corner in corners) / 2 / READING_DPI * 25.4
        y = sum(corner.y for corner in corners) / 2 / READING_DPI * 25.4
        found.append((one.text, x, y))
    return tuple(found)


def description_of(pdf: bytes) -> tuple[str, ...]:
    """What the file says of itself: title, author, subject, key words, and its table of contents."""
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        told = tuple(document.get_metadata_dict().values())
        return told + tuple(str(item.get_title()) for item in document.get_toc())


def page_count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    from pypdfium2 import PdfDocument  # loaded by the first preview, not at the start

    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        return len(document)


def page_size_mm(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0), in millimetres."""
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        width, height = document[page].get_size()
    return width / 72 * 25.4, height / 72 * 25.4


def page_picture(pdf: bytes, page: int, dots_per_inch: float) -> PagePicture:
    """A page (from 0) drawn at so many dots an inch."""
    return _drawn(pdf, page, dots_per_inch / 72, (0.0, 0.0))


def page_bands(pdf: bytes, page: int, dots_per_inch: float, rows: int) -> Iterator[tuple[int, PagePicture]]:
    """A page from top to bottom in bands of at most `rows` rows, each with the row that it begins at."""
    from pypdfium2 import PdfDocument

    scale = dots_per_inch / 72
    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        height = ceil(document[page].get_height() * scale)
    for top in range(0, height, rows):
        below = max(0, height - top - rows)
        yield top, _drawn(pdf, page, scale, (_cut(below, scale), _cut(top, scale)))


def _cut(rows: int, scale: float) -> float:
    """So many whole rows as a length of the page; half a row less, since what is cut is rounded up."""
    return (rows - 0.5) / scale if rows else 0.0


def _drawn(pdf: bytes, page: int, scale: float, cuts: tuple[float, float]) -> PagePicture:
    from pypdfium2 import PdfDocument

    below, above = cuts
    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        bitmap = document[page].render(
            scale=scale, crop=(0, below, 0, above), rev_byteorder=False, prefer_bgrx=True
        )
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
    return picture


COLOUR_DPI = 18
COLOURFUL, COLOURED_PART = 60, 0.002


def pages_in_colour(pdf: bytes) -> frozenset[int]:
    """The pages (from 0) that a black printer would change: more than a trace of them is clearly coloured."""
    from PIL import ImageChops
    from pypdfium2 import PdfDocument

    found = set()
    with _ONE_AT_A_TIME, PdfDocument(pdf) as document:
        for number in range(len(document)):
            red, green, blue = document[number].render(scale=COLOUR_DPI / 72).to_pil().convert("RGB").split()
            spread = ImageChops.lighter(
                ImageChops.difference(red, green), ImageChops.difference(green, blue)
            ).point(lambda value: 255 if value > COLOURFUL else 0)
            if spread.histogram()[255] > spread.width * spread.height * COLOURED_PART:
                found.add(number)
    return frozenset(found)
