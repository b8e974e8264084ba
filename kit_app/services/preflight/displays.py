"""The lines about displays: is there one for the players, is it their own picture, is it large enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit_app.domain.screens import Display, free_displays, is_mirrored, projector, same_monitor
from kit_app.domain.settings import ScreenIdentity
from kit_app.i18n import Catalogue
from kit_app.services.preflight.asking import Computer
from kit_app.services.preflight.finding import Action, Finding, fine

LEAST_WIDTH, LEAST_HEIGHT = 1024, 768
_USUAL_STEP = 0.25
_MOST_SCALE = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Displays:
    """The displays, that of the console first, and the one that showed the player screen last."""

    every: Sequence[Display]
    known: ScreenIdentity | None = None

    @property
    def free(self) -> tuple[Display, ...]:
        """Those on which players could see something."""
        return free_displays(self.every, self.every[0])

    def is_copied(self, computer: Computer) -> bool:
        """Whether another display shows the console's own picture."""
        return is_mirrored(self.every, self.every[0]) or (not self.free and computer.is_mirroring())


def name_of(identity: ScreenIdentity) -> str:
    """How a display is called for people."""
    return " ".join(part for part in (identity.maker, identity.model) if part) or identity.name


def settings_action(computer: Computer, t: Catalogue) -> Action | None:
    """The system's settings of displays, where they can be opened."""
    is_there = computer.has_settings("display")
    return Action(ident="display", words=t("Open the display settings")) if is_there else None


def screen(displays: Displays, computer: Computer, t: Catalogue) -> Finding:
    """Whether there is a display for the players, and which."""
    free = displays.free
    if not free and displays.is_copied(computer):
        return fine("screen", t("A second display is connected."), t)
    if not free:
        return Finding(
            ident="screen",
            topic=t("Only one display is connected"),
            level="warn",
            text=t("Plug the projector in. Without one, the player screen is a window to show or to hide."),
            action=settings_action(computer, t),
        )
    names = ", ".join(name_of(one.identity) for one in free)
    again = same_monitor(free, displays.known) if displays.known else None
    if again is not None:
        return fine("screen", t("{name}, as last time.", name=name_of(again.identity)), t)
    if len(free) > 1:
        return Finding(
            ident="screen",
            topic=t("Several displays could be the players’"),
            level="warn",
            text=t("Choose theirs under “Display for the players”: {names}.", names=names),
        )
    return fine("screen", t("{name}, for the first time.", name=names), t)


def copied(displays: Displays, computer: Computer, t: Catalogue) -> Finding:
    """Whether players see another picture than the facilitator."""
    if displays.is_copied(computer):
        return Finding(
            ident="mirror",
            topic=t("The projector shows the same picture as this laptop"),
            level="danger",
            text=t("Players would see the answers: Windows + P, then “Extend”."),
            action=settings_action(computer, t),
        )
    if displays.free:
        return fine("mirror", t("Players do not see this display."), t)
    return fine("mirror", t("No other display shows this picture."), t)


def resolution(displays: Displays, computer: Computer, t: Catalogue) -> Finding:
    """Whether the players' picture has enough points, drawn at a usual scale."""
    theirs = projector(displays.every, displays.every[0], displays.known)
    if theirs is None and displays.is_copied(computer):
        return fine("resolution", t("It is measured once the projector shows a picture of its own."), t)
    if theirs is None:
        return fine("resolution", t("The player screen is a window: it takes the size that you give it."), t)
    width, height = theirs.pixels
    values = {"width": width, "height": height, "percent": round(theirs.scale * 100)}
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return Finding(
            ident="resolution",
            topic=t("The players’ picture has only {width} × {height} points", **values),
            level="warn",
            text=t("Choose at least 1024 × 768 in the display settings, or people at the back cannot read."),
            action=settings_action(computer, t),
        )
    if theirs.scale % _USUAL_STEP or theirs.scale > _MOST_SCALE:
        return Finding(
            ident="resolution",
            topic=t("The players’ display is scaled to {percent}%", **values),
            level="warn",
            text=t("Choose 100% for it in the display settings, or its letters are blurred."),
            action=settings_action(computer, t),
        )
    return fine("resolution", t("{width} × {height}, at {percent}%.", **values), t)
