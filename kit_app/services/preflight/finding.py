"""A line of the pre-flight: what was tried, how it is, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit_app.domain.room import RoomLine
from kit_app.i18n import Catalogue
from kit_app.services.preflight_lines import TOPICS

Level = Literal["ok", "aside", "unknown", "warn", "danger"]
"""`aside`: something optional is not there; `unknown`: the computer does not say, a person looks."""

ICONS = {
    "screen": "screen",
    "mirror": "screen",
    "resolution": "screen",
    "sound": "sound",
    "power": "power",
    "sleep": "power",
    "lock": "lock",
    "folder": "disk",
    "clock": "clock",
    "date": "calendar",
    "kit": "kit",
    "printed": "print",
    "cards": "print",
    "backup": "save",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What the program can do about a line. `ident`: print, listen, folder, help, a setting."""

    ident: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was tried. `topic` says what is wrong when something is; `text` what to do then."""

    ident: str
    topic: str
    level: Level
    text: str
    action: Action | None = None

    @property
    def is_amiss(self) -> bool:
        """Whether a hand is needed."""
        return self.level in ("warn", "danger")

    @property
    def icon(self) -> str:
        """The name of the icon of its kind."""
        return ICONS[self.ident]

    @property
    def sentence(self) -> str:
        """Both in one breath, as a banner says it."""
        return f"{self.topic}. {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFinding(Finding):
    """The line about the kit, and what it wants looked at in the room; nothing when it cannot be read."""

    room: tuple[RoomLine, ...] = ()


def fine(ident: str, text: str, t: Catalogue, action: Action | None = None) -> Finding:
    """A line that is as it should be."""
    return Finding(ident=ident, topic=t(TOPICS[ident]), level="ok", text=text, action=action)


def unknown(ident: str, text: str, t: Catalogue, action: Action | None = None) -> Finding:
    """A line about which the computer says nothing: neither fine nor wrong."""
    return Finding(ident=ident, topic=t(TOPICS[ident]), level="unknown", text=text, action=action)


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What keeps players from playing first, then what is to be confirmed, then the rest."""
    levels: tuple[Level, ...] = ("danger", "warn", "unknown", "aside", "ok")
    places = list(TOPICS)
    return tuple(sorted(findings, key=lambda one: (levels.index(one.level), places.index(one.ident))))
