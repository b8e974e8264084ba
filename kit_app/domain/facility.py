"""The facility that hosts: its names, its colours, its rooms, and whom its people call."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

USUAL_SCREEN = ("#0B1320", "#FFD23F")
"""Ground and marker of the player screen without own colours."""
LONGEST_RULE = 200
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to call: a number (or an address, a place) and a name.

    `checked_on` is ISO, "" when never; what is no day, in a file that somebody edited, counts as never.
    """

    number: str = ""
    name: str = ""
    checked_on: str = ""

    def __post_init__(self) -> None:
        try:
            date.fromisoformat(self.checked_on)
        except ValueError:
            object.__setattr__(self, "checked_on", "")

    @property
    def line(self) -> str:
        """As it stands on papers: the name before the number."""
        return ", ".join(part for part in (self.name, self.number) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """`logo` is the path of our own copy. `accent` and `second_accent` are colours (#RRGGBB), "" for ours,
    and so are `screen_ground` and `screen_marker` of the player screen.

    `contacts` are kept by the ids that kits give them, `procedures` by kit and puzzle (`rule_key`): the
    facility's own rule for what a puzzle teaches, a line of at most LONGEST_RULE characters. `has_promise`:
    management allows the line that nobody is punished for reporting. `licence_note` closes the facility's
    own papers. `rooms` are each there once, however many spaces a name was typed with.
    """

    name: str = ""
    short_name: str = ""
    logo: str = ""
    accent: str = ""
    second_accent: str = ""
    screen_ground: str = ""
    screen_marker: str = ""
    rooms: tuple[str, ...] = ()
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    procedures: Mapping[str, str] = field(default_factory=dict)
    has_promise: bool = False
    licence_note: str = ""

    def __post_init__(self) -> None:
        rooms = dict.fromkeys(" ".join(room.split()) for room in self.rooms)
        object.__setattr__(self, "rooms", tuple(filter(None, rooms)))

    @property
    def spoken_name(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    @property
    def colours(self) -> tuple[str, str]:
        """Both colours as papers are drawn with; "" for one that is none."""
        first, second = (one if _COLOUR.fullmatch(one) else "" for one in (self.accent, self.second_accent))
        return first, second

    @property
    def screen_colours(self) -> tuple[str, str]:
        """Ground and marker of the player screen; ours for one that is not chosen or is no colour."""
        chosen = zip((self.screen_ground, self.screen_marker), USUAL_SCREEN, strict=True)
        ground, marker = (one if _COLOUR.fullmatch(one) else usual for one, usual in chosen)
        return ground, marker

    def contact(self, contact_id: str) -> Contact:
        """The contact with this id; an empty one when it is not known yet."""
        return self.contacts.get(contact_id, Contact())

    def procedure(self, kit_id: str, puzzle_id: str) -> str:
        """The facility's own rule for what a puzzle of a kit teaches; empty while it has written none."""
        return self.procedures.get(rule_key(kit_id, puzzle_id), "")


def rule_key(kit_id: str, puzzle_id: str) -> str:
    """What a rule is kept by: puzzles of two kits may have the same id."""
    return f"{kit_id}/{puzzle_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFacility:
    """A facility with the id of its profile in this data folder."""

    id: str
    facility: Facility


def named_so(known: Sequence[KnownFacility], name: str) -> KnownFacility | None:
    """The profile of this name, or of this short name; capitals and spaces do not matter."""
    wanted = _spoken(name)
    by_name = (one for one in known if wanted and _spoken(one.facility.name) == wanted)
    by_short = (one for one in known if wanted and _spoken(one.facility.short_name) == wanted)
    return next(by_name, None) or next(by_short, None)


def host_id(known: Sequence[KnownFacility], name: str, before: tuple[str, str]) -> str:
    """The profile that a session at `name` takes; `before`: the name and the id that it had.

    A name that is none of the profiles' takes none, unless there is only one, which is then meant.
    """
    found = named_so(known, name)
    if found is not None:
        return found.id
    if _spoken(name) == _spoken(before[0]):
        return before[1]
    is_meant = len(known) == 1 and bool(name.strip() and known[0].facility.name)
    return known[0].id if is_meant else ""


def home(known: Sequence[KnownFacility], chosen: str, session: tuple[str, str]) -> str:
    """The id of the profile that a session belongs to, by the name and the profile's id that its plan has.

    Its profile; else the one of its name; else the chosen one where the plan names none, and the only one
    where it has no id either; empty for none.
    """
    name, ident = session
    if ident in {one.id for one in known}:
        return ident
    if not name.strip():
        return chosen
    found = named_so(known, name)
    if found is not None:
        return found.id
    return chosen if len(known) < 2 and not ident else ""


def host(known: Sequence[KnownFacility], chosen: str, session: tuple[str, str]) -> Facility:
    """The facility of a session: its profile (`home`).

    Otherwise, also when its profile was removed, a profile with that name alone: a dotted line on paper is
    better than the telephone number of another house.
    """
    ident = home(known, chosen, session)
    found = {one.id: one.facility for one in known}.get(ident, Facility())
    return found if ident else Facility(name=session[0].strip())


def _spoken(name: str) -> str:
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who prints, and when: the facility's profile and the day (None: ages of facts are not judged)."""

    facility: Facility = field(default_factory=Facility)
    today: date | None = None


NOBODY = Issuer()
"""No profile: papers have dotted lines for what it would fill."""
