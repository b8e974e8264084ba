"""Every layout, in millimetres as text; `--accept` rewrites the files, whose difference is reviewed."""

from pathlib import Path

import pytest

from printables.layout.pieces import Bar, Code, Picture, Piece, Rule, Shape, Words
from tests.unit.printables.poster_samples import tile_samples
from tests.unit.printables.recorded import bounds, pieces_of
from tests.unit.printables.samples import samples

FOLDER = Path(__file__).parent
LAYOUTS = {**samples(), **tile_samples()}


def line_of(piece: Piece) -> str:
    box = bounds(piece)
    place = " ".join(f"{value / type(value)(1):8.2f}" for value in (box.x, box.y, box.width, box.height))
    match piece:
        case Words():
            return f"words {place}  {piece.size!r} {piece.colour} {piece.text}"
        case Bar():
            return f"bar   {place}  fill={piece.fill} line={piece.line} radius={piece.radius!r}"
        case Rule():
            return f"rule  {place}  {piece.colour}{' dashed' if piece.dashed else ''}"
        case Shape():
            return f"shape {place}  fill={piece.fill} corners={len(piece.outline)}"
        case Code():
            return f"code  {place}  {piece.payload}"
        case Picture():
            return f"pict  {place}  {piece.label}"


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layout_is_as_accepted(name: str, request: pytest.FixtureRequest) -> None:
    layout = "\n".join(line_of(piece) for piece in pieces_of(LAYOUTS[name])) + "\n"
    file = FOLDER / f"{name}.txt"
    if request.config.getoption("--accept"):
        file.write_text(layout, encoding="utf-8", newline="\n")
    assert layout == file.read_text(encoding="utf-8")
