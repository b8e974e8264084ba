"""Turn pages of a PDF into pictures: the very pages that are printed and saved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as pixels: four bytes a pixel (blue, green, red, unused), `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    from pypdfium2 import PdfDocument  # loaded by the first preview, not at the start

    with PdfDocument(pdf) as document:
        return len(document)


def page_size_mm(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page (from 0), in millimetres."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        width, height = document[page].get_size()
    return width / 72 * 25.4, height / 72 * 25.4


def page_picture(pdf: bytes, page: int, dots_per_inch: float) -> PagePicture:
    """A page (from 0) drawn at so many dots an inch."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        bitmap = document[page].render(scale=dots_per_inch / 72, rev_byteorder=False, prefer_bgrx=True)
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
