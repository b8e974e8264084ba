"""Which displays are the players' screens: a choice among plain values. No Qt, nothing is shown here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kit_app.domain.settings import ScreenIdentity

Seating = Literal["projected", "swapped", "taken", "gone", "mirrored", "alone"]
"""projected: on the monitor that is its own. gone: that monitor was unplugged or switched off.
swapped: the console stands on that monitor, the window is on a free one meanwhile; taken: no other is free.
mirrored: the monitor shows the console's picture. alone: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """A display as the system describes it, and the part of the desktop that it shows.

    Lengths are the desktop's own; `scale` is how many points of the picture one of them takes.
    """

    identity: ScreenIdentity
    left: int
    top: int
    width: int
    height: int
    scale: float = 1.0

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture in points."""
        return round(self.width * self.scale), round(self.height * self.scale)

    def overlaps(self, other: "Display") -> bool:
        """Whether both show a common part of the desktop: then they show the same picture."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        down = self.top < other.top + other.height and other.top < self.top + self.height
        return across and down


def likeness(known: ScreenIdentity, seen: ScreenIdentity) -> int:
    """How surely two descriptions are of one monitor: 0 means another one.

    A serial number of the same make settles it. Without one, make and model count, then the name of the
    connection; a part that both know and that differs speaks against it.
    """
    if known.serial and seen.serial:
        is_same_make = (known.maker, known.model) == (seen.maker, seen.model)
        return 8 + (known.name == seen.name) if known.serial == seen.serial and is_same_make else 0
    if known.model and seen.model:
        if (known.maker, known.model) != (seen.maker, seen.model):
            return 0
        return 4 + (known.name == seen.name)
    return 2 if known.name and known.name == seen.name else 0


def free_displays(displays: Sequence[Display], console: Display) -> tuple[Display, ...]:
    """The displays on which a full-screen window would not cover the console."""
    return tuple(display for display in displays if not display.overlaps(console))


def same_monitor(displays: Sequence[Display], known: ScreenIdentity) -> Display | None:
    """The display that is most surely the known monitor, if one is."""
    best = max(displays, key=lambda display: likeness(known, display.identity), default=None)
    if best is None or not likeness(known, best.identity):
        return None
    return best


def is_mirrored(displays: Sequence[Display], console: Display) -> bool:
    """Whether another display shows the console's own picture: players would see the answers."""
    return any(display.identity != console.identity and display.overlaps(console) for display in displays)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one player window asks for: its monitor of the last time, None when it had none.

    `is_settled`: it was shown there in this game, so that it waits for this monitor and takes no other.
    """

    home: ScreenIdentity | None = None
    is_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a player window belongs now; without a display it is out of sight."""

    state: Seating
    display: Display | None = None


def seated(displays: Sequence[Display], console: Display, claims: Sequence[Claim]) -> tuple[Seat, ...]:
    """A seat for each claim, in their order: never two on one picture, never on the console's.

    Monitors are known by their identity; in which order the system lists them changes nothing.
    """
    ordered = sorted(displays, key=lambda one: (one.left, one.top, one.identity.name))
    homes = _homes(ordered, claims)
    free = list(free_displays(ordered, console))
    seats: dict[int, Seat] = {}
    for number, home in homes.items():
        if home in free:
            seats[number] = _taken_from(free, home, "projected")
    for number, claim in enumerate(claims):
        if number not in seats:
            seats[number] = _other_seat(claim, homes.get(number), free, ordered, console)
    return tuple(seats[number] for number in range(len(claims)))


def _homes(displays: Sequence[Display], claims: Sequence[Claim]) -> dict[int, Display]:
    """The present monitor of each claim that has one, the surest pairs first."""
    pairs = [
        (likeness(claim.home, display.identity), number, place)
        for number, claim in enumerate(claims)
        if claim.home is not None
        for place, display in enumerate(displays)
    ]
    homes: dict[int, Display] = {}
    given: set[int] = set()
    for sure, number, place in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if sure and number not in homes and place not in given:
            homes[number] = displays[place]
            given.add(place)
    return homes


def _taken_from(free: list[Display], display: Display, state: Seating) -> Seat:
    """A seat on a display, which is then free no more; nor is what shows the same picture."""
    free[:] = [one for one in free if not one.overlaps(display)]
    return Seat(state=state, display=display)


def _other_seat(
    claim: Claim, home: Display | None, free: list[Display], displays: Sequence[Display], console: Display
) -> Seat:
    """For a claim whose own monitor is not to be had."""
    is_under_console = home is not None and home.identity == console.identity
    if is_under_console or not claim.is_settled:
        largest = max(free, key=lambda one: (one.width * one.height, -one.left), default=None)
        if largest is not None:
            return _taken_from(free, largest, "swapped" if is_under_console else "projected")
        if is_under_console:
            return Seat(state="taken")
    if is_mirrored(displays, console):
        return Seat(state="mirrored")
    return Seat(state="gone" if claim.is_settled else "alone")


def projector(displays: Sequence[Display], console: Display, known: ScreenIdentity | None) -> Display | None:
    """The display for the players: the one that was used before, else the largest that is free.

    None when nothing but the console's own picture is left.
    """
    return seated(displays, console, [Claim(home=known)])[0].display
