"""Draw pieces on PDF pages: the one place where millimetres become points."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from math import cos, radians, sin
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas as PdfCanvas

from printables.layout.bleeding import Edge
from printables.layout.boxes import Box, Size
from printables.layout.calibration import Correction
from printables.layout.pieces import Bar, Code, Picture, Piece, Rule, Shape, Words
from printables.render.look import Look
from printables.render.operators import circle_path, colour_operands, number, rounded_path
from printables.render.pictures import board_of, content_of, grey_pixels, is_vector, vector_operators
from printables.render.qr import MODULES, operators
from printables.render.tones import Tone, ground_colour, line_colour, line_width, text_colour
from printables.render.typesetter import Typesetter
from printables.units import Mm, mm, pt

DASH = mm(1.2)
PACKING = 6  # of zlib
THIN = mm(0.25)
STRIPE = mm(2)  # a bar so thin is a line to the eye

Window = tuple[float, float, float, float]
"""What can be seen, in points: its left lower and its right upper corner."""


class Canvas:
    """Pages of one PDF file. Positions are `Mm` from the top left corner of the page."""

    def __init__(self, target: BinaryIO | Path, look: Look, title: str, author: str) -> None:
        self.look = look
        self.faces = look.faces
        first = self.faces.text.regular.name
        file = str(target) if isinstance(target, Path) else target
        self._pdf = PdfCanvas(
            file, invariant=1, pageCompression=1, initialFontName=first, lang=look.language, pdfVersion=(1, 5)
        )
        self._pdf.setTitle(title)
        self._pdf.setAuthor(author)
        self._pdf.setCreator(look.kit_line)
        self._pdf.setProducer("Sant'Escape Kit")
        self._pdf.setViewerPreference("PrintScaling", "None")  # true size
        self._type = Typesetter(self._pdf)
        self._out: list[str] = []
        self._height = 0.0
        self._right = 0.0
        self._down = 0.0
        self._state: dict[str, str] = {}
        self._window: Window | None = None
        self._edge: Edge | None = None
        self._images: dict[bytes, ImageReader] = {}

    @property
    def edge(self) -> Edge | None:
        """Where the thing that is being drawn is cut, when its grounds reach over the cut."""
        return self._edge

    def begin_page(self, size: Size, correction: Correction | None = None) -> None:
        """Begin an empty page, drawn so that the errors of `correction` vanish when a printer prints it."""
        self._pdf.setPageSize((size.width.pt, size.height.pt))
        self._height = size.height.pt
        self._out = [] if correction is None else [_undoing(correction, size)]
        self._state = {}

    def end_page(self) -> None:
        """Pack the page at once, as plain Flate data: smaller and quicker than the library's text form."""
        self._pdf.showPage()
        page = self._pdf._doc.Pages.pages[-1]
        packed = zlib.compress("\n".join(self._out).encode("ascii"), PACKING)
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), packed)
        page.stream = None
        self._out = []

    def save(self) -> None:
        self._pdf.save()

    def draw(self, pieces: Iterable[Piece], box: Box) -> None:
        """Draw pieces whose positions count from the top left corner of `box`."""
        right, down = self._right, self._down
        self._right, self._down = right + box.x.pt, down + box.y.pt
        for piece in pieces:
            self._draw(piece)
        self._right, self._down = right, down

    def _draw(self, piece: Piece) -> None:
        match piece:
            case Words():
                self._words(piece)
            case Bar():
                self._bar(piece)
            case Rule():
                self._rule(piece)
            case Code():
                self._code(piece)
            case Shape():
                self._shape(piece)
            case Picture():
                self._picture(piece)

    @contextmanager
    def bleeding(self, edge: Edge | None) -> Iterator[None]:
        """Grounds drawn inside that bleed reach over `edge`, and nothing reaches farther; None: none does."""
        before, self._edge = self._edge, edge
        if edge is None:
            yield
        else:
            with self.clipped(edge.reach):
                yield
        self._edge = before

    @contextmanager
    def turned(self, x: Mm, y: Mm, degrees: float) -> Iterator[None]:
        """Everything drawn inside is turned clockwise about a point; nothing of it bleeds by itself."""
        left, bottom = self._x(x), self._y(y)
        c, s = cos(radians(degrees)), sin(radians(degrees))
        across, up = left - c * left - s * bottom, bottom + s * left - c * bottom
        edge, self._edge = self._edge, None
        with self._within(f"{c:.6f} {-s:.6f} {s:.6f} {c:.6f} {across:.4f} {up:.4f} cm", None):
            yield
        self._edge = edge

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Nothing drawn inside reaches beyond `box`; words beyond it are not in the file either."""
        x, y = self._x(box.x), self._y(box.bottom)
        window = (x, y, x + box.width.pt, y + box.height.pt)
        clip = f"{number(x)} {number(y)} {number(box.width.pt)} {number(box.height.pt)} re W n"
        with self._within(clip, window):
            yield

    @contextmanager
    def scaled(self, x: Mm, y: Mm, factor: float) -> Iterator[None]:
        """Everything drawn inside is `factor` times as large, seen from the point `x`, `y`."""
        left, top = self._x(x), self._y(y)
        across, up = left * (1 - factor), top * (1 - factor)
        window = self._window
        if window is not None:
            x1, y1, x2, y2 = window
            window = (
                (x1 - across) / factor, (y1 - up) / factor, (x2 - across) / factor, (y2 - up) / factor
            )  # fmt: skip
        with self._within(f"{factor:.6f} 0 0 {factor:.6f} {across:.4f} {up:.4f} cm", window):
            yield

    @contextmanager
    def _within(self, begin: str, window: Window | None) -> Iterator[None]:
        """A state of its own: what is written inside leaves no trace after it."""
        before, self._window = self._window, window
        self._out.append(f"q {begin}")
        self._state = {}
        yield
        self._out.append("Q")
        self._state, self._window = {}, before

    def circle(self, x: Mm, y: Mm, radius: Mm, *, fill: str | None = None, line: str | None = None,
               line_width: Mm = THIN) -> None:  # fmt: skip
        self._paint(circle_path(self._x(x), self._y(y), radius.pt), fill, line, line_width)

    def _x(self, x: Mm) -> float:
        return self._right + x.pt

    def _y(self, y: Mm) -> float:
        return self._height - self._down - y.pt

    def _words(self, piece: Words) -> None:
        if not piece.text or self._is_out_of_sight(piece):
            return
        self._fill(text_colour(self.look.tone, piece.colour))
        shown = f"BT {number(self._x(piece.x))} {number(self._y(piece.y))} Td"
        for font, text in self._type.chunks(piece.face.name, piece.text):
            use = f"{font} {number(piece.size.pt)} Tf"
            if self._state.get("font") != use:
                self._state["font"] = use
                shown = f"{shown} {use}"
            shown = f"{shown} ({text}) Tj"
        self._out.append(f"{shown} ET")

    def _is_out_of_sight(self, piece: Words) -> bool:
        if self._window is None:
            return False
        left, low, right, high = self._window
        x, y, size, face = self._x(piece.x), self._y(piece.y), piece.size.pt, piece.face
        is_beside = x > right or x + size * face.ems(piece.text) < left
        return is_beside or y + size * face.capital < low or y - size * face.descent > high

    def _bar(self, piece: Bar) -> None:
        if self._edge is None:
            self._rectangle(piece)
            return
        right, down = pt(self._right), pt(self._down)
        there = piece.box.moved(right, down)
        if piece.bleeds and piece.fill is not None:
            self._rectangle(Bar(self._edge.filled(there).moved(-right, -down), piece.fill))
            piece = replace(piece, fill=None)
        is_seen = piece.fill is not None or piece.line is not None
        if is_seen and (piece.fill is not None or not self._edge.is_cut(there)):  # marks say where to cut
            self._rectangle(piece)

    def _rectangle(self, piece: Bar) -> None:
        box = piece.box
        x, y = self._x(box.x), self._y(box.bottom)
        if piece.radius > mm(0):
            path = rounded_path(x, y, box.width.pt, box.height.pt, piece.radius.pt)
        else:
            path = f"{number(x)} {number(y)} {number(box.width.pt)} {number(box.height.pt)} re"
        fill = piece.fill
        if fill is not None and min(box.width, box.height) <= STRIPE:
            fill = line_colour(self.look.tone, fill)
        self._paint(path, fill, piece.line, piece.line_width, dashed=piece.dashed)

    def _rule(self, piece: Rule) -> None:
        path = (
            f"{number(self._x(piece.x1))} {number(self._y(piece.y1))} m "
            f"{number(self._x(piece.x2))} {number(self._y(piece.y2))} l"
        )
        self._paint(path, None, piece.colour, piece.width, dashed=piece.dashed)

    def _shape(self, piece: Shape) -> None:
        box = piece.box
        left, top, width, height = self._x(box.x), self._y(box.y), box.width.pt, box.height.pt
        points = [f"{number(left + x * width)} {number(top - y * height)}" for x, y in piece.outline]
        path = f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:]) + " h"
        self._paint(path, piece.fill, piece.line, piece.line_width)

    def _code(self, piece: Code) -> None:
        module = piece.box.width.pt / MODULES
        x, y = self._x(piece.box.x), self._y(piece.box.bottom)
        scale = f"{module:.4f} 0 0 {module:.4f} {number(x)} {number(y)} cm"
        self._out.append(f"q 0 g {scale} {operators(piece.payload)} f Q")

    def _picture(self, piece: Picture) -> None:
        """A vector picture as one block of operators, kept by `pictures`; pixels as an image of the file."""
        content = content_of(piece)
        board = board_of(content)
        box = piece.box
        unit = min(box.width.pt / board[2], box.height.pt / board[3])
        width, height = board[2] * unit, board[3] * unit
        x = self._x(box.x) + (box.width.pt - width) / 2
        top = self._y(box.y) - (box.height.pt - height) / 2
        if is_vector(content):
            left, down = x - board[0] * unit, top + board[1] * unit
            clip = f"{number(x)} {number(top - height)} {number(width)} {number(height)} re W n"
            place = f"{unit:.5f} 0 0 {-unit:.5f} {left:.3f} {down:.3f} cm"
            self._out.append(
                f"q {clip} {place} {vector_operators(content, self.look.ink_saving, self.look.tone)} Q"
            )
            return
        written = len(self._pdf._code)
        image = self._images.get(content)
        if image is None:  # read once, on however many pages
            pixels = content if self.look.tone is Tone.COLOUR else grey_pixels(content)
            image = self._images[content] = ImageReader(BytesIO(pixels))
        self._pdf.drawImage(image, x, top - height, width, height, mask="auto")
        self._out += self._pdf._code[written:]

    def _paint(
        self, path: str, fill: str | None, line: str | None, width: Mm, *, dashed: bool = False
    ) -> None:
        tone = self.look.tone
        if fill is not None:
            self._fill(ground_colour(tone, fill))
        if line is not None:
            self._set("line", f"{colour_operands(line_colour(tone, line))} RG")
            self._set("width", f"{number(line_width(tone, width).pt)} w")
            self._set("dash", f"[{number(DASH.pt)}] 0 d" if dashed else "[] 0 d")
        verb = "B" if fill and line else "f" if fill else "S"
        self._out.append(f"{path} {verb}")

    def _fill(self, colour: str) -> None:
        self._set("fill", f"{colour_operands(colour)} rg")

    def _set(self, what: str, operator: str) -> None:
        """Write an operator of the graphics state only where it changes something."""
        if self._state.get(what) != operator:
            self._state[what] = operator
            self._out.append(operator)


def _undoing(correction: Correction, size: Size) -> str:
    """The matrix that undoes a printer's errors about the middle of a page whose y runs upwards."""
    error = correction.for_page(size)
    a, b, c, d = error.factors
    x, y = size.width.pt / 2, size.height.pt / 2
    left, low = x + error.right.pt, y - error.down.pt
    across, up = x - a * left + b * low, y + c * left - d * low
    return f"{a:.7f} {-c:.7f} {-b:.7f} {d:.7f} {across:.4f} {up:.4f} cm"
