"""Pictures from files: what they hold, how large they are, and vector ones as operators of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from PIL import Image

from printables.layout.colours import INK
from printables.layout.outlines import Step, bounds
from printables.layout.pieces import Picture, Piece
from printables.problems import PrintProblem
from printables.render.operators import colour_operands
from printables.render.svg import Drawing, Paint, PictureError, Stroked, read_drawing
from printables.render.tones import THICKER, Tone, grey_of, line_colour

BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)
"""What the library raises for a file that is broken, or says to be larger than any memory."""
LARGEST_IMAGE = 4000 * 4000  # pixels
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
OUTLINE = 0.0024  # width of an outline in ink saving, of the picture's width
DETAIL = 0.06  # a dark shape smaller than this stays dark in ink saving: pupils, noses
DARK = 0.25  # of white


def content_of(piece: Picture) -> bytes:
    """The bytes of a picture. Raises PictureError when its file cannot be read."""
    if isinstance(piece.source, bytes):
        return piece.source
    try:
        return piece.source.read_bytes()
    except OSError as error:
        raise PictureError(error.strerror or str(error)) from error


def is_vector(content: bytes) -> bool:
    return not content.startswith((PNG, JPEG))


@lru_cache(maxsize=64)
def board_of(content: bytes) -> tuple[float, float, float, float]:
    """Left, top, width and height in the picture's own units. Raises PictureError."""
    if is_vector(content):
        drawing = read_drawing(content)
        return drawing.left, drawing.top, drawing.width, drawing.height
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            width, height = image.size
            if width * height > LARGEST_IMAGE:
                raise PictureError(f"{width} x {height}")
            image.load()
    except BROKEN as error:
        raise PictureError(type(error).__name__) from error
    return 0.0, 0.0, float(width), float(height)


def picture_problems(where: str, pieces: Iterable[Piece]) -> list[PrintProblem]:
    """One problem for every picture that cannot be drawn."""
    found = []
    for piece in pieces:
        if isinstance(piece, Picture):
            try:
                board_of(content_of(piece))
            except PictureError as error:
                found.append(PrintProblem(where, f"{piece.label} {error.why}".strip(), error.cause))
    return found


@lru_cache(maxsize=8)
def grey_pixels(content: bytes) -> bytes:
    """The same pixels without colour; what is clear stays clear."""
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
        drawn, target = image.convert("RGBA").convert("LA"), BytesIO()
    drawn.save(target, "PNG")
    return target.getvalue()


@lru_cache(maxsize=128)
def vector_operators(content: bytes, ink_saving: bool, tone: Tone = Tone.COLOUR) -> str:
    """The drawing in its own units, y down, for a page that has scaled and turned them over."""
    drawing = read_drawing(content)
    show = _outlined if ink_saving else _coloured
    return " ".join(part for shape in drawing.shapes for part in show(shape, drawing, tone))


def _coloured(shape: Stroked, _: Drawing, tone: Tone) -> list[str]:
    paint = shape.paint
    if tone is not Tone.COLOUR:
        fill, line = (None if colour is None else grey_of(colour) for colour in (paint.fill, paint.line))
        paint = replace(paint, fill=fill, line=line)
    return [_painted(shape.steps, paint)]


def _outlined(shape: Stroked, drawing: Drawing, tone: Tone) -> list[str]:
    """White with an outline: what lies behind stays hidden. Thick strokes become two lines."""
    line, paint = drawing.width * OUTLINE, shape.paint
    ink = line_colour(tone, INK)
    if tone is Tone.CONTRAST:
        line = line * THICKER
    parts = []
    if paint.fill is not None:
        left, top, right, bottom = bounds(shape.steps)
        small = max(right - left, bottom - top) < drawing.width * DETAIL
        fill = ink if small and _light(paint.fill) < DARK else "#FFFFFF"
        parts.append(Paint(fill=fill, line=ink, width=line, join=1, even_odd=paint.even_odd))
    if paint.line is not None:
        thick = paint.width > line * 4
        width = max(paint.width, line)
        parts.append(Paint(fill=None, line=ink, width=width, cap=paint.cap, join=paint.join))
        if thick:
            inner = paint.width - 2 * line
            parts.append(Paint(fill=None, line="#FFFFFF", width=inner, cap=paint.cap, join=paint.join))
    return [_painted(shape.steps, part) for part in parts]


def _light(colour: str) -> float:
    red, green, blue = (float(part) for part in colour_operands(colour).split())
    return 0.3 * red + 0.6 * green + 0.1 * blue


def _painted(steps: tuple[Step, ...], paint: Paint) -> str:
    if paint.fill is None and paint.line is None:
        return ""
    parts = []
    if paint.fill is not None:
        parts.append(f"{colour_operands(paint.fill)} rg")
    if paint.line is not None:
        parts.append(
            f"{colour_operands(paint.line)} RG {_number(paint.width)} w {paint.cap} J {paint.join} j"
        )
    for verb, points in steps:
        parts.append(" ".join((*map(_number, points), verb)))
    verb = "B" if paint.fill and paint.line else "f" if paint.fill else "S"
    return f"{' '.join(parts)} {verb}{'*' if paint.even_odd and verb != 'S' else ''}"


def _number(value: float) -> str:
    """To a thousandth of the picture's unit."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
