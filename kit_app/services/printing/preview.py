"""Turn pages of a PDF into pictures: the very pages that are printed and saved."""

from collections.abc import Iterator, Mapping
from ctypes import c_float
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Any

ReadCode = tuple[str, float, float]
_Cuts = tuple[float, float, float, float]
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
    codes: tuple[ReadCode, ...]


READING_DPI = 100  # a module of the smallest symbol is then nearly four dots wide
SYMBOL_SEGMENTS = 200  # the path of a symbol has over 500, most others below 20
QUIET_PART = 0.2  # room around a symbol that readers need, as a part of its width
LEAST_SEEN = 10.0  # points: of what reaches no farther onto the page, no symbol can be read


def read_pages(pdf: bytes, codes: Mapping[int, frozenset[str]], *, with_text: bool) -> Iterator[PageReading]:
    """Every page as a machine reads it. `codes` are those that pages (from 0) must show.

    Of a page with codes, and of every page `with_text`, everything is looked at that may be a symbol:
    intricate paths and pictures. When a code is not among them, the page is drawn and looked at as a whole.
    """
    from pypdfium2 import PdfDocument

    with _ONE_AT_A_TIME:
        document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            with _ONE_AT_A_TIME:
                page = document[number]
                text = page.get_textpage().get_text_range() if with_text else ""
                wanted = codes.get(number, frozenset())
                read = _codes_of(page, wanted) if wanted or with_text else ()
            yield PageReading(label=f"PDF {number + 1}", text=text, codes=read)
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def _codes_of(page: Any, wanted: frozenset[str]) -> tuple[ReadCode, ...]:
    found = tuple(code for cut in _cuts_of_symbols(page) for code in _codes_within(page, cut))
    missing = wanted - {text for text, _, _ in found}
    return _codes_within(page, (0.0, 0.0, 0.0, 0.0)) if missing else found


def _cuts_of_symbols(page: Any) -> Iterator[_Cuts]:
    """What to cut off left, below, right and above, in points, to see each thing that may be a symbol.

    Half of a large page has things that lie wholly on the other half.
    """
    from pypdfium2 import raw

    right_edge, upper_edge = page.get_size()
    for index in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, index)
        segments = raw.FPDFPath_CountSegments(thing)  # -1 for what is no path
        is_text = segments < 0 and raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT
        if is_text or 0 <= segments < SYMBOL_SEGMENTS:
            continue
        left, lower, right, upper = (c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(thing, left, lower, right, upper)
        room = (right.value - left.value) * QUIET_PART
        cut_left, cut_right = max(0.0, left.value - room), max(0.0, right_edge - right.value - room)
        cut_below, cut_above = max(0.0, lower.value - room), max(0.0, upper_edge - upper.value - room)
        if (
            right_edge - cut_left - cut_right >= LEAST_SEEN
            and upper_edge - cut_below - cut_above >= LEAST_SEEN
        ):
            yield cut_left, cut_below, cut_right, cut_above


def _codes_within(page: Any, cuts: _Cuts) -> tuple[ReadCode, ...]:
    """The codes on what is left of a page, each with the middle of its symbol in mm of the whole page."""
    import zxingcpp  # loaded by the first reading, not at the start

    scale = READING_DPI / 72
    drawn = page.render(scale=scale, crop=cuts, grayscale=True).to_pil()
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = []
    for one in zxingcpp.read_barcodes(drawn, only, try_rotate=False, try_downscale=False, try_invert=False):
        corners = (one.position.top_left, one.position.bottom_right)
        x = ceil(cuts[0] * scale) + sum(corner.x for corner in corners) / 2
        y = ceil(cuts[3] * scale) + sum(corner.y for corner in corners) / 2
        found.append((one.text, x / READING_DPI * 25.4, y / READING_DPI * 25.4))
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
