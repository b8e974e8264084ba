"""Where everything of a team's part of a shared screen lies: head, clock, blocks. Pure geometry."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

from kit_app.ui.common.fit_label import wrapped_size
from kit_app.ui.common.fonts import UI_FAMILY
from kit_app.ui.player.column import KEEP, NEVER, Block, blocks_of, needed, text_size
from kit_app.ui.player.sheet import LEAST_CLOCK
from kit_app.views.player import PlayerView

SCALES = (1.3, 1.15, 1.0)
"""Words are so many times as large as their least size."""
PAD = 0.02
"""Around a part, of the screen's height."""
_GAP = 0.014
_SHAPE = 0.056
_CLOCK_WIDE = 2.75
"""A clock of five signs is so many times as broad as its digits' size."""
_CLOCK_HIGH = 0.76
_CLOCK_MOST = 0.4
_CLOCK_SHARE = 0.9
_LINE = 1.45
"""A line of words is so many times as high as its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where everything of a part lies. `is_row`: the clock stands beside the shape instead of below it.

    `is_whole`: nothing that must be read was left out.
    """

    is_whole: bool
    is_row: bool
    scale: float
    shape: QRect
    name: QRect
    clock: QRect
    blocks: tuple[tuple[Block, QRect], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is shown in a part `box` of a screen `unit` high, and how (see `blocks_of`)."""

    view: PlayerView
    box: QRect
    unit: int
    has_card: bool = False
    is_clocks: bool = False
    has_bars: bool = True

    @property
    def inner(self) -> QRect:
        """The part without its margin."""
        pad = round(PAD * self.unit)
        return self.box.adjusted(pad, pad, -pad, -pad)

    @property
    def is_timed(self) -> bool:
        """Whether there is a clock or a bar."""
        return self.view.has_clock and self.view.clock_style != "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Shape and name; `high` with the clock beside them if it is a row. `clock` is its digits' least size."""

    shape: QRect
    name: QRect
    clock: int
    high: int
    has_room: bool


def planned(
    part: Part, scales: tuple[float, ...] = SCALES, *, row_first: bool = False, most_clock: int = NEVER
) -> Plan:
    """Where everything of a part lies; what has no room is left out by its rank.

    A clock below the head is at most `most_clock` pixels high: the clocks of all parts are alike.
    """
    blocks = blocks_of(part.view, has_card=part.has_card, is_clocks=part.is_clocks, has_bars=part.has_bars)
    if part.is_clocks:
        blocks = tuple(one for one in blocks if _is_one_line(one, part, 1.0))
    is_whole = True
    while True:
        for is_row in (row_first, not row_first):
            head = _head(part, is_row)
            for shown in _named(part, head, blocks):
                plans = (_fitted(part, head, shown, is_row, scale) for scale in scales)
                plan = next((plan for plan in plans if plan is not None), None)
                if plan is not None:
                    return _with_clock(replace(plan, is_whole=is_whole), most_clock)
        last = max((one.rank for one in blocks), default=KEEP)
        if last == KEEP:
            return _squeezed(part)
        is_whole = is_whole and last > 1
        blocks = tuple(one for one in blocks if one.rank != last)


def _named(part: Part, head: _Head, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """With the team's name as a line of its own where the head has no room for it, then without."""
    if not part.view.team or not head.name.isEmpty():
        return (blocks,)
    quiet = "alert_quiet" if any(one.ink.startswith("alert") for one in blocks) else "quiet"
    return (Block(kind="words", rank=KEEP, words=part.view.team, ink=quiet), *blocks), blocks


def _is_one_line(block: Block, part: Part, scale: float) -> bool:
    size = text_size(part.unit, scale)
    return wrapped_size(block.words, UI_FAMILY, block.is_bold, size, 100_000)[0] <= part.inner.width()


def _head(part: Part, is_row: bool) -> _Head:
    """Shape, name and least height of the clock; a name without room is left out."""
    inner, unit, team = part.inner, part.unit, part.view.team
    side = round(_SHAPE * unit)
    size = text_size(unit, 1.0)
    left = side + round(size * 1.6)
    clock = round(LEAST_CLOCK * min(part.box.height(), unit // 2)) if part.is_timed else 0
    beside = round(clock * _CLOCK_HIGH) if is_row else 0
    room = inner.width() - left - (round(clock * _CLOCK_WIDE) if is_row else 0)
    wide, high = wrapped_size(team, UI_FAMILY, False, size, max(1, room))
    is_named = bool(team) and wide <= room and high <= 2.6 * size
    whole = max(side, high if is_named else 0, beside)
    return _Head(
        shape=QRect(inner.left(), inner.top() + (whole - side) // 2, side, side),
        name=QRect(inner.left() + left, inner.top(), room, whole) if is_named else QRect(),
        clock=clock,
        high=whole,
        has_room=room >= 0 and (part.is_timed or not is_row),
    )


def _fitted(part: Part, head: _Head, blocks: tuple[Block, ...], is_row: bool, scale: float) -> Plan | None:
    """The plan if all blocks fit: a card takes the room that is left, else the clock does."""
    inner, gap = part.inner, round(_GAP * part.unit)
    heights = [needed(block, inner.width(), part.unit, scale) for block in blocks]
    under = 0 if is_row else round(head.clock * _CLOCK_HIGH)
    rest = inner.height() - head.high - sum(heights) - gap * len(blocks) - (under + gap if under else 0)
    is_broken = part.is_clocks and not all(_is_one_line(block, part, scale) for block in blocks)
    if rest < 0 or not head.has_room or is_broken:
        return None
    if any(block.kind == "card" for block in blocks):
        heights = [
            high + rest if one.kind == "card" else high for one, high in zip(blocks, heights, strict=True)
        ]
        rest = 0
    if under:
        most = round(min(inner.width() * _CLOCK_SHARE / _CLOCK_WIDE, _CLOCK_MOST * part.unit) * _CLOCK_HIGH)
        said = _words_height(blocks, heights, gap)
        more = max(0, min(rest - max(0, _two_lines(part, blocks) - said), most - under))
        steady = min(most, under + rest + said - _two_lines(part, blocks))
        if scale > SCALES[-1] and _has_bars(blocks) and under + more < steady:
            return None  # smaller words rather than a clock that changes with them
        under, rest = (under + rest, 0) if part.is_clocks else (under + more, rest - more)
    top = inner.top() + head.high + gap
    wide = round(head.clock * _CLOCK_WIDE)
    clock = (
        QRect(inner.right() + 1 - wide, inner.top(), wide, head.high)
        if is_row
        else QRect(inner.left(), top, inner.width(), under)
    )
    start = QRect(inner.left(), top + (under + gap if under else 0), inner.width(), rest)
    return Plan(
        is_whole=True,
        is_row=is_row,
        scale=scale,
        shape=head.shape,
        name=head.name,
        clock=clock,
        blocks=_stacked(blocks, heights, start, gap),
    )


def _has_bars(blocks: tuple[Block, ...]) -> bool:
    return any(block.kind == "bars" for block in blocks)


def _two_lines(part: Part, blocks: tuple[Block, ...]) -> int:
    """What lines that come and go may take: the clocks keep one size meanwhile."""
    if not _has_bars(blocks):
        return 0
    return 2 * (round(_LINE * text_size(part.unit, SCALES[-1])) + round(_GAP * part.unit))


def _words_height(blocks: tuple[Block, ...], heights: list[int], gap: int) -> int:
    """What the lines take with the gaps before them."""
    return sum(high + gap for block, high in zip(blocks, heights, strict=True) if block.kind == "words")


def _with_clock(plan: Plan, most: int) -> Plan:
    """The plan with a clock at most so high, at the top of its room."""
    spare = 0 if plan.is_row else plan.clock.height() - most
    if spare <= 0:
        return plan
    return replace(plan, clock=plan.clock.adjusted(0, 0, 0, -spare))


def _stacked(
    blocks: tuple[Block, ...], heights: list[int], start: QRect, gap: int
) -> tuple[tuple[Block, QRect], ...]:
    """Blocks below one another; `start` is where, and as high as the room to spare.

    Bars stand at the foot; blocks without bars stay together in the middle.
    """
    has_foot = bool(blocks) and blocks[-1].kind == "bars"
    share = start.height() // max(1, len(blocks)) if has_foot else 0
    top = start.top() + (0 if has_foot else start.height() // 2)
    found = []
    for block, high in zip(blocks, heights, strict=True):
        top += share
        found.append((block, QRect(start.left(), top, start.width(), high)))
        top += high + gap
    return tuple(found)


def _squeezed(part: Part) -> Plan:
    """Only head and clock: not even the words that must stay have room."""
    inner = part.inner
    for is_row in (True, False):
        found = _fitted(part, _head(part, is_row), (), is_row, 1.0)
        if found is not None:
            return replace(found, is_whole=False)
    side = round(_SHAPE * part.unit)
    shape = QRect(inner.left(), inner.top(), side, side)
    return Plan(is_whole=False, is_row=True, scale=1.0, shape=shape, name=QRect(), clock=QRect(), blocks=())
