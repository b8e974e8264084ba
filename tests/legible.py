"""How well the words of a finished PDF read: every text's contrast to the very ground that it lies on."""

from collections.abc import Iterator
from ctypes import c_uint
from typing import NamedTuple

import numpy
import pypdfium2
import pypdfium2.raw as pdfium

DPI = 90
WEIGHTS = numpy.array((0.2126, 0.7152, 0.0722))
LEAST = 4.5
MOST = 0.25
"""So much of a text's box may be lines and the edges of a shape around a letter."""


class Poor(NamedTuple):
    """A text that reads too badly."""

    page: int
    text: str
    ratio: float
    colour: str
    ground: str


def poor_words(pdf: bytes, least: float = LEAST) -> Iterator[Poor]:
    """Texts whose contrast to their ground is below `least`, on the pages drawn without any text."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            yield from _poor_on_page(document[number], number + 1, least)
    finally:
        document.close()


def _poor_on_page(page: pypdfium2.PdfPage, number: int, least: float) -> Iterator[Poor]:
    words = page.get_textpage()
    found = [one for one in page.get_objects(max_depth=2) if one.type == pdfium.FPDF_PAGEOBJ_TEXT]
    texts = [(_text_of(one, words), _colour_of(one), one.get_bounds()) for one in found]
    for one in found:
        page.remove_obj(one)
    ground = _linear(numpy.asarray(page.render(scale=DPI / 72).to_pil().convert("RGB")) / 255.0)
    light = ground @ WEIGHTS
    height = light.shape[0]
    for text, colour, (left, bottom, right, top) in texts:
        scale = DPI / 72
        rows = slice(max(int(height - top * scale), 0), max(int(height - bottom * scale), 0))
        part = light[rows, max(int(left * scale), 0) : int(right * scale) + 1]
        if not text.strip() or part.size == 0:
            continue
        own = float(_linear(numpy.array(colour) / 255.0) @ WEIGHTS)
        ratios = numpy.where(part > own, (part + 0.05) / (own + 0.05), (own + 0.05) / (part + 0.05))
        ratio = float(numpy.quantile(ratios, MOST))
        if ratio < least:
            shown = "#{:02X}{:02X}{:02X}".format(*colour)
            yield Poor(number, text, round(ratio, 2), shown, f"{numpy.median(part):.2f}")


def colours_of(pdf: bytes) -> set[tuple[int, int, int]]:
    """The colours that fill or draw anything, read from the file; pictures of pixels are left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {
            colour
            for page in document
            for one in page.get_objects(max_depth=2)
            for read in (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor)
            if (colour := _read(one, read)) is not None
        }
    finally:
        document.close()


def _text_of(one: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(one, words, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(one, words, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")


def _colour_of(one: pypdfium2.PdfObject) -> tuple[int, int, int]:
    colour = _read(one, pdfium.FPDFPageObj_GetFillColor)
    assert colour is not None
    return colour


def _read(one, read) -> tuple[int, int, int] | None:
    red, green, blue, clear = c_uint(), c_uint(), c_uint(), c_uint()
    if not read(one, red, green, blue, clear):
        return None
    return red.value, green.value, blue.value


def _linear(parts):
    return numpy.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours « #RRGGBB », from 1 to 21."""
    light = [
        float(_linear(numpy.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255.0) @ WEIGHTS)
        for colour in (one, other)
    ]
    return (max(light) + 0.05) / (min(light) + 0.05)
