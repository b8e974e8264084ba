"""A day: when the parts of each session begin and end, and what does not go together. Pure.

Times are whole minutes after midnight of the day; what begins before it is negative.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kit_app.domain.kit import Variant

Part = Literal["set-up", "welcome", "game", "debrief", "reset"]
ConflictKind = Literal["overlap", "short-reset", "at-once", "no-break", "midnight"]

MIDNIGHT = 24 * 60
LONG_SLOT = 45
"""Minutes around the game from which there is time for a whole debrief."""
LEAST_BREAK = 20
"""Minutes without any work that count as a break."""
LONGEST_STRETCH = 4 * 60
"""So many minutes somebody leads on end at most: half a day."""
NOON, LUNCH_FROM, LUNCH_TO = 12 * 60 + 30, 11 * 60, 14 * 60 + 30
"""When lunch is wished, and the first and last minute at which it may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A session as a day sees it: where, from when, and how many minutes each part takes.

    `start` is the welcome, `welcome_min` lasts to the first second of the game, `debrief_min` to the last
    word. `facility` is the house that the room is in. `set_up_min` comes before the first session of a room,
    `reset_min` after each.
    """

    id: str
    name: str
    room: str
    start: int
    welcome_min: int
    game_min: int
    debrief_min: int
    facility: str = ""
    set_up_min: int = 0
    reset_min: int = 0

    @property
    def end(self) -> int:
        """When the last word is said."""
        return self.start + self.welcome_min + self.game_min + self.debrief_min

    @property
    def place(self) -> str:
        """What two slots in the same room have in common; a house's sessions without a room share one."""
        return "\n".join(" ".join(text.split()) for text in (self.facility, self.room)).casefold()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a session, from a minute to another."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A session and its parts in order; a part that takes no time is left out."""

    slot: Slot
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """When work for it begins."""
        return self.blocks[0].start if self.blocks else self.slot.start

    @property
    def end(self) -> int:
        """When its room is in order again."""
        return self.blocks[-1].end if self.blocks else self.slot.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What does not go together. `first` comes before `second`, who is missing where one session is enough.

    `start` to `end` is when: the minutes that both want, those between both, the stretch without a break.
    """

    kind: ConflictKind
    first: Slot
    second: Slot | None = None
    start: int
    end: int

    def concerns(self, session_id: str) -> bool:
        """Whether it is about this session."""
        return session_id in (self.first.id, self.second.id if self.second else "")


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions of a date in the order of their welcomes, and what does not go together."""

    sessions: tuple[LaidOut, ...]
    conflicts: tuple[Conflict, ...]


def parts_of_slot(variant: Variant) -> tuple[int, int, int]:
    """Minutes before the game, of the debrief, and of the end (questionnaires, cards handed out)."""
    around = max(0, variant.slot_min - variant.minutes)
    before, after = (10, 10) if around >= LONG_SLOT else (8, 7)
    return before, max(0, around - before - after), after


def lay_out(slots: Sequence[Slot]) -> Day:
    """The parts of every session; each room is set up once and reset after every game."""
    ordered = sorted(slots, key=lambda one: (one.start, one.end, one.id))
    rooms: dict[str, list[Slot]] = {}
    for slot in ordered:
        rooms.setdefault(slot.place, []).append(slot)
    laid = {one.slot.id: one for room in rooms.values() for one in _in_room(room)}
    sessions = tuple(laid[slot.id] for slot in ordered)
    in_rooms = [conflict for room in rooms.values() for conflict in _clashes(room)]
    at_once = list(_at_once(ordered))
    by_one = [[one.slot for one in sessions]] if not at_once else list(rooms.values())
    tiring = [found for led in by_one for found in _tiring([laid[slot.id] for slot in led])]
    late = [
        Conflict(kind="midnight", first=slot, start=slot.start, end=slot.end)
        for slot in ordered
        if slot.end > MIDNIGHT
    ]
    return Day(sessions, (*in_rooms, *at_once, *tiring, *late))


def starts(first: int, count: int, whole_min: int, reset_min: int, lunch_min: int = 0) -> tuple[int, ...]:
    """The welcomes of `count` sessions one after the other, the first at minute `first`.

    Lunch takes the gap between two sessions that is nearest to half past twelve; a day without a gap around
    noon has none.
    """
    plain = [first + number * (whole_min + reset_min) for number in range(count)]
    gaps = [number for number in range(1, count) if LUNCH_FROM <= plain[number] <= LUNCH_TO]
    if not gaps or not lunch_min:
        return tuple(plain)
    after = min(gaps, key=lambda number: abs(plain[number] - NOON))
    return tuple(minute + (lunch_min if number >= after else 0) for number, minute in enumerate(plain))


def breaks(day: Day) -> tuple[tuple[int, int], ...]:
    """From when to when nobody works between the first and the last session, where that is a break."""
    found: list[tuple[int, int]] = []
    until: int | None = None
    for one in sorted(day.sessions, key=lambda laid: laid.start):
        if until is not None and one.start - until >= LEAST_BREAK:
            found.append((until, one.start))
        until = one.end if until is None else max(until, one.end)
    return tuple(found)


def _in_room(room: Sequence[Slot]) -> Iterator[LaidOut]:
    """The sessions of one room; the next one cuts a reset short."""
    for number, slot in enumerate(room):
        game = slot.start + slot.welcome_min
        debrief = game + slot.game_min
        ready = slot.end + slot.reset_min
        if number + 1 < len(room):
            ready = max(slot.end, min(ready, room[number + 1].start))
        parts = (
            Block("set-up", slot.start - (0 if number else slot.set_up_min), slot.start),
            Block("welcome", slot.start, game),
            Block("game", game, debrief),
            Block("debrief", debrief, slot.end),
            Block("reset", slot.end, ready),
        )
        yield LaidOut(slot, tuple(block for block in parts if block.end > block.start))


def _clashes(room: Sequence[Slot]) -> Iterator[Conflict]:
    """Sessions of one room that overlap, or that leave too little time to put it in order."""
    busy: Slot | None = None
    for slot in room:
        if busy is not None and slot.start < busy.end:
            end = min(busy.end, slot.end)
            yield Conflict(kind="overlap", first=busy, second=slot, start=slot.start, end=end)
        elif busy is not None and slot.start < busy.end + busy.reset_min:
            yield Conflict(kind="short-reset", first=busy, second=slot, start=busy.end, end=slot.start)
        busy = slot if busy is None or slot.end > busy.end else busy


def _at_once(ordered: Sequence[Slot]) -> Iterator[Conflict]:
    """Sessions of two rooms that want whoever leads at the same time."""
    for number, slot in enumerate(ordered):
        others = [
            one for one in ordered[:number] if one.place != slot.place and one.end > slot.start < slot.end
        ]
        if others:
            last = max(others, key=lambda one: one.end)
            end = min(last.end, slot.end)
            yield Conflict(kind="at-once", first=last, second=slot, start=slot.start, end=end)


def _tiring(led: Sequence[LaidOut]) -> Iterator[Conflict]:
    """Stretches that are too long without a break; `second` is the session to leave a break before."""
    ordered = sorted(led, key=lambda one: one.start)
    stretches: list[list[LaidOut]] = [ordered[:1]]
    for one in ordered[1:]:
        if one.start - max(other.end for other in stretches[-1]) >= LEAST_BREAK:
            stretches.append([])
        stretches[-1].append(one)
    for stretch in stretches:
        if not stretch:
            continue
        start, end = stretch[0].start, max(one.end for one in stretch)
        late = next((one for one in stretch[1:] if one.end - start > LONGEST_STRETCH), None)
        if late is not None:
            yield Conflict(kind="no-break", first=stretch[0].slot, second=late.slot, start=start, end=end)
