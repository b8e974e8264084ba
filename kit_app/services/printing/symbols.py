"""Codes in the pictures of a kit that a telephone could read once they are printed."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from kit_app.i18n import Catalogue
from kit_app.services.printing.faces import look_for
from printables.problems import CannotPrintError
from printables.products.blocks import Figure
from printables.products.deck import Deck, Section, write_deck
from printables.products.documents import Document, document_pages
from printables.units import mm

_LEAST_PIECES = 80
"""The smallest symbol has more dark runs than this; most drawings have fewer pieces and need not be drawn."""
_WIDTH = mm(120)
_DPI = 150


def codes_in(pictures: Mapping[str, bytes]) -> Mapping[str, Sequence[str]]:
    """What is read in each picture, by its name; those that hold nothing or cannot be drawn are left out."""
    found = {name: _read(content) for name, content in pictures.items()}
    return {name: codes for name, codes in found.items() if codes}


def _read(content: bytes) -> tuple[str, ...]:
    from PIL import Image, UnidentifiedImageError

    if b"<svg" in content[:4000]:
        return _codes(_drawn(content)) if _pieces(content) >= _LEAST_PIECES else ()
    try:
        with Image.open(BytesIO(content)) as image:
            return _codes(image.convert("L"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):  # told by the check of pictures
        return ()


def _pieces(content: bytes) -> int:
    text = content.decode("utf-8", "replace")
    begun = sum(len(re.findall("[Mm]", path)) for path in re.findall(r"""\sd=["']([^"']*)""", text))
    return begun + len(re.findall("<(?:rect|polygon|circle)", text))


def _drawn(content: bytes) -> Any:
    """A drawing as its paper shows it; None when it cannot be printed, which is told elsewhere."""
    from pypdfium2 import PdfDocument

    look, target = look_for(Catalogue("en"), "", language="en"), BytesIO()
    figure = Figure(source=content, name="", width=_WIDTH, caption="")
    try:
        pages = tuple(document_pages(Document(title="", blocks=(figure,), foot=""), look))
        write_deck(Deck(title="", author="", sections=(Section(title="", items=pages),)), look, target)
    except CannotPrintError:
        return None
    with PdfDocument(target.getvalue()) as document:
        return document[0].render(scale=_DPI / 72, grayscale=True).to_pil()


def _codes(image: Any) -> tuple[str, ...]:
    import zxingcpp

    if image is None:
        return ()
    kinds = zxingcpp.BarcodeFormat
    formats = zxingcpp.BarcodeFormats((kinds.QRCode, kinds.MicroQRCode, kinds.DataMatrix, kinds.Aztec))
    return tuple(dict.fromkeys(one.text for one in zxingcpp.read_barcodes(image, formats)))
