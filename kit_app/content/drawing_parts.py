"""Take a drawing apart into the groups that bear an id, which a spot moves, and what lies still between."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

_SVG = "http://www.w3.org/2000/svg"
_GROUP = f"{{{_SVG}}}g"


class Piece(NamedTuple):
    """A group with its id, or what lies between two of them (`part` is empty), as a drawing of its own."""

    part: str
    svg: str


class Taken(NamedTuple):
    """A drawing's board (left, top, width, height) and its pieces from back to front."""

    board: tuple[float, float, float, float]
    pieces: tuple[Piece, ...]


def part_ids(content: bytes) -> frozenset[str] | None:
    """The groups of a drawing that can move; None when it is no drawing."""
    try:
        root = fromstring(content)
    except (ParseError, UnicodeError, LookupError, ValueError):
        return None
    return frozenset(_part(one) for one in root) - {""}


def taken_apart(content: bytes, moving: frozenset[str]) -> Taken:
    """The pieces of a checked drawing; of its groups only those that are `moving` are pieces of their own."""
    root = fromstring(content)
    left, top, width, height = (float(one) for one in root.attrib["viewBox"].replace(",", " ").split())
    pieces: list[Piece] = []
    still: list[Element] = []
    for one in root:
        if _part(one) not in moving:
            still.append(one)
            continue
        if still:
            pieces.append(_piece(root, "", still))
            still = []
        pieces.append(_piece(root, _part(one), [one]))
    if still:
        pieces.append(_piece(root, "", still))
    return Taken((left, top, width, height), tuple(pieces))


def _part(element: Element) -> str:
    return element.attrib.get("id", "") if element.tag == _GROUP else ""


def _piece(root: Element, part: str, elements: list[Element]) -> Piece:
    alone = Element(root.tag, root.attrib)
    alone.extend(elements)
    return Piece(part, tostring(alone, encoding="unicode"))
