"""Write pieces as an SVG picture, text as text: what the window shows of what paper has too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from printables.layout.boxes import Size
from printables.layout.pieces import Bar, Code, Picture, Piece, Rule, Shape, Words
from printables.units import Mm

PX_PER_PT = 96 / 72


def svg_of(pieces: Iterable[Piece], size: Size, families: Mapping[str, str]) -> bytes:
    """The picture, one unit a CSS pixel. `families` names the attributes of each face, by the face's name.

    Raises ValueError for symbols and pictures, which belong on paper.
    """
    drawn = "".join(_drawn(piece, families) for piece in pieces)
    width, height = _px(size.width), _px(size.height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f'{head} viewBox="0 0 {width} {height}">{drawn}</svg>'.encode()


def _px(length: Mm) -> str:
    return f"{length.pt * PX_PER_PT:.2f}".rstrip("0").rstrip(".")


def _drawn(piece: Piece, families: Mapping[str, str]) -> str:
    match piece:
        case Words():
            return (
                f'<text x="{_px(piece.x)}" y="{_px(piece.y)}" font-size="{_px(piece.size)}"'
                f' {families[piece.face.name]} fill="{piece.colour}">{escape(piece.text)}</text>'
            )
        case Bar():
            box = piece.box
            return (
                f'<rect x="{_px(box.x)}" y="{_px(box.y)}" width="{_px(box.width)}"'
                f' height="{_px(box.height)}" rx="{_px(piece.radius)}"'
                f"{_paint(piece.fill, piece.line, piece.line_width)}/>"
            )
        case Rule():
            return (
                f'<line x1="{_px(piece.x1)}" y1="{_px(piece.y1)}" x2="{_px(piece.x2)}" y2="{_px(piece.y2)}"'
                f"{_paint(None, piece.colour, piece.width)}/>"
            )
        case Shape():
            box = piece.box
            points = " ".join(
                f"{_px(box.x + box.width * x)},{_px(box.y + box.height * y)}" for x, y in piece.outline
            )
            return f'<polygon points="{points}"{_paint(piece.fill, piece.line, piece.line_width)}/>'
        case Code() | Picture():
            raise ValueError("symbols and pictures are not drawn as SVG")


def _paint(fill: str | None, line: str | None, width: Mm) -> str:
    stroke = f' stroke="{line}" stroke-width="{_px(width)}"' if line else ""
    return f' fill="{fill or "none"}"{stroke}'
