"""Large print: things √2 times as large, and pages that become two sheets of the usual paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from printables.layout import colours
from printables.layout.boxes import A3, A4, A5, A6, A7, Box, Size, box_of
from printables.layout.pieces import Piece, Rule
from printables.problems import PrintProblem
from printables.products.blocks import Align
from printables.products.item import Item
from printables.products.lines import Type, one_line
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.render.tracing import Trace, Tracing
from printables.units import Mm, mm, pt

LARGER = sqrt(2)
NEXT_SIZES = {A7: A6, A6: A5, A5: A4, A4: A3}
LARGEST_SMALL = 2.0  # for pages smaller than A4
SEAM = mm(7)
"""The foot of each half: where the other one is glued, and where the sheet's own line stands."""
NOTE = pt(7.5)
STEP = mm(0.25)
QUIET = mm(3.5)  # around a symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlarged:
    """A thing √2 times as large; one of an ISO size takes the next size up."""

    item: Item

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def size(self) -> Size:
        size = self.item.size
        for one, larger in NEXT_SIZES.items():
            if size in (one, one.turned):
                return larger if size == one else larger.turned
        return Size(size.width * LARGER, size.height * LARGER)

    def problems(self, look: Look) -> list[PrintProblem]:
        return self.item.problems(look)

    def draw(self, canvas: Canvas, box: Box) -> None:
        own = self.item.size
        factor = min(box.width / own.width, box.height / own.height)
        left = box.x + (box.width - own.width * factor) / 2
        top = box.y + (box.height - own.height * factor) / 2
        edge = canvas.edge.from_within(left, top, factor) if canvas.edge is not None else None
        with canvas.scaled(left, top, factor), canvas.bleeding(edge):
            self.item.draw(canvas, Box(left, top, own.width, own.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfWords:
    """What stands at the foot of each half: what to do with it."""

    first: str  # « moitié 1/2 : collez la moitié 2 sur ce bord »
    second: str  # « moitié 2/2 : coupez d’abord le long des traits »


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One of the two sheets that a page becomes: `part` of the page, as large as both halves allow.

    `codes`: those that stand on this half.
    """

    item: Item
    part: Box
    scale: float
    paper: Size
    margin: Mm
    is_first: bool
    codes: frozenset[str]
    words: HalfWords

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def size(self) -> Size:
        return self.paper

    def problems(self, look: Look) -> list[PrintProblem]:
        return self.item.problems(look) if self.is_first else []

    def draw(self, canvas: Canvas, box: Box) -> None:
        part, scale = self.part, self.scale
        lies_across = self.paper.height > self.paper.width
        room = self.paper.width - self.margin * 2
        left = box.x + self.margin + (mm(0) if lies_across else (room - part.width * scale) / 2)
        top = box.y + self.margin
        shown = Box(left, top, part.width * scale, part.height * scale)
        with canvas.clipped(shown), canvas.scaled(left, top, scale):
            whole = Box(left - part.x, top - part.y, self.item.size.width, self.item.size.height)
            self.item.draw(canvas, whole)
        canvas.draw(self._notes(canvas.look, shown.moved(-box.x, -box.y)), box)

    def _notes(self, look: Look, shown: Box) -> list[Piece]:
        """Where the second half begins, and what to do there."""
        face, kind = look.faces.text.regular, Type(NOTE, colour=colours.INK2, align=Align.LEFT)
        text = self.words.first if self.is_first else self.words.second
        base = self.paper.height - self.margin - mm(1.2)
        pieces: list[Piece] = [one_line(text, face, kind, self.margin + mm(2), base)]
        across = self.paper.height > self.paper.width
        at = (shown.right if self.is_first else shown.x) if across else (
            shown.bottom if self.is_first else shown.y
        )  # fmt: skip
        for start in (self.margin, (self.paper.height if across else self.paper.width) - self.margin - mm(4)):
            end = start + mm(4)
            ends = (at, start, at, end) if across else (start, at, end, at)
            pieces.append(Rule(*ends, colours.INK, mm(0.25)))
        return pieces


def halves(item: Item, look: Look, paper: Size, margin: Mm, words: HalfWords) -> tuple[Half, Half]:
    """The page as two sheets of `paper`, parted where no words are cut, so that each reads alone too."""
    across = item.size.width > item.size.height
    sheet = paper if across else paper.turned
    tracing = Tracing(look)
    item.draw(tracing, box_of(item.size))
    traces = tracing.traces
    ink = _around([trace.box for trace in traces], item.size)
    room = Size(sheet.width - margin * 2, sheet.height - margin * 2 - SEAM)
    seam = _seam(traces, ink, across=across)
    most = LARGER if item.size in (A4, A4.turned) else LARGEST_SMALL
    if across:
        first = Box(ink.x, ink.y, seam - ink.x, ink.height)
        second = Box(seam, ink.y, ink.right - seam, ink.height)
        long, wide = max(first.width, second.width), ink.height
        scale = min(most, room.width / long, room.height / wide)
    else:
        first = Box(ink.x, ink.y, ink.width, seam - ink.y)
        second = Box(ink.x, seam, ink.width, ink.bottom - seam)
        long, wide = max(first.height, second.height), ink.width
        scale = min(most, room.height / long, room.width / wide)
    made = [
        Half(
            item=item, part=part, scale=scale, paper=sheet, margin=margin, is_first=part is first,
            codes=frozenset(trace.code for trace in traces if trace.code and part.holds(trace.box)),
            words=words,
        )
        for part in (first, second)
    ]  # fmt: skip
    return made[0], made[1]


def _around(boxes: Sequence[Box], size: Size) -> Box:
    """What holds all that is drawn on the page, with half a millimetre around it."""
    air = mm(0.5)
    left = max(min((box.x for box in boxes), default=mm(0)) - air, mm(0))
    top = max(min((box.y for box in boxes), default=mm(0)) - air, mm(0))
    right = min(max((box.right for box in boxes), default=size.width) + air, size.width)
    bottom = min(max((box.bottom for box in boxes), default=size.height) + air, size.height)
    return Box(left, top, right - left, bottom - top)


def _seam(traces: Sequence[Trace], ink: Box, *, across: bool) -> Mm:
    """The place nearest to the middle where a cut meets no words, code or picture; the middle if none."""
    spans = []
    for trace in traces:
        if trace.is_whole:
            box = trace.box.inset(-QUIET) if trace.code else trace.box
            spans.append((box.x, box.right) if across else (box.y, box.bottom))
    middle = ink.x + ink.width / 2 if across else ink.y + ink.height / 2
    reach = (ink.width if across else ink.height) * 0.08
    steps = int(reach / STEP)
    for step in range(steps):
        for place in (middle + STEP * step, middle - STEP * step):
            if not any(start < place < end for start, end in spans):
                return place
    return middle
