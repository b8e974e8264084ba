"""The facility that hosts: its names, its colours, its rooms, and whom its people call."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

USUAL_SCREEN = ("#0B1320", "#FFD23F")
"""Ground and marker of the player screen without own colours."""
LONGEST_RULE = 200
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to call: a number (or an address, a place) and a name. `checked_on` is ISO, "" when never."""

    number: str = ""
    name: str = ""
    checked_on: str = ""

    @property
    def line(self) -> str:
        """As it stands on papers: the name before the number."""
        return ", ".join(part for part in (self.name, self.number) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """`logo` is the path of our own copy. `accent` and `second_accent` are colours (#RRGGBB), "" for ours,
    and so are `screen_ground` and `screen_marker` of the player screen.

    `contacts` are kept by the ids that kits give them, `procedures` by those of puzzles: the facility's own
    rule for what a puzzle teaches, a line of at most LONGEST_RULE characters. `has_promise`: management
    allows the line that nobody is punished for reporting. `licence_note` closes the facility's own papers.
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

    def procedure(self, puzzle_id: str) -> str:
        """The facility's own rule for what a puzzle teaches; empty while it has written none."""
        return self.procedures.get(puzzle_id, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who prints, and when: the facility's profile and the day (None: ages of facts are not judged)."""

    facility: Facility = field(default_factory=Facility)
    today: date | None = None


NOBODY = Issuer()
"""No profile: papers have dotted lines for what it would fill."""
