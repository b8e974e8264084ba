"""Which display is the players' screen: a choice among plain values. No Qt, nothing is shown here."""

from collections.abc import Sequence
from dataclasses import dataclass

from kit_app.domain.settings import ScreenIdentity


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
    is_primary: bool = False
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
        return 8 if known.serial == seen.serial and is_same_make else 0
    if known.model and seen.model:
        if (known.maker, known.model) != (seen.maker, seen.model):
            return 0
        return 4 + (known.name == seen.name)
    return 2 if known.name and known.name == seen.name else 0


def free_displays(displays: Sequence[Display], console: Display) -> tuple[Display, ...]:
    """The displays on which a full-screen window would not cover the console."""
    return tuple(display for display in displays if not display.overlaps(console))


def projector(displays: Sequence[Display], console: Display, known: ScreenIdentity | None) -> Display | None:
    """The display for the players: the one that was used before, else the largest that is free.

    None when nothing but the console's own picture is left.
    """
    free = free_displays(displays, console)
    if known is not None:
        again = same_monitor(free, known)
        if again is not None:
            return again
    return max(free, key=lambda display: (display.width * display.height, -display.left), default=None)


def same_monitor(displays: Sequence[Display], known: ScreenIdentity) -> Display | None:
    """The display that is most surely the known monitor, if one is."""
    best = max(displays, key=lambda display: likeness(known, display.identity), default=None)
    if best is None or not likeness(known, best.identity):
        return None
    return best


def is_mirrored(displays: Sequence[Display], console: Display) -> bool:
    """Whether another display shows the console's own picture: players would see the answers."""
    return any(display.identity != console.identity and display.overlaps(console) for display in displays)
