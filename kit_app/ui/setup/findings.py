"""What can really be tried before a game: displays, mains, room on the disk, the kit and the printed deck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kit_app.domain.plan import SessionPlan
from kit_app.domain.screens import Display, free_displays, is_mirrored
from kit_app.domain.settings import ScreenIdentity
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, number
from kit_app.services.checkup import LEAST_FREE_MB
from kit_app.services.services import Services
from kit_app.system.disk import free_bytes, is_writable
from kit_app.system.power import Power, power

Level = Literal["ok", "warn", "danger"]
_GB = 1024**3
_MB = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was tried: what it is called, how it is, what was seen and perhaps what to do."""

    ident: str
    icon: str
    topic: str
    level: Level
    text: str
    action: str = ""


def findings(
    services: Services, plan: SessionPlan, team: int, displays: Sequence[Display], t: Catalogue
) -> tuple[Finding, ...]:
    """Everything, what keeps players from playing first. The first display is the console's."""
    found = (
        _screens(displays, t),
        *_deck(plan, team, t),
        _power(t),
        _folder(services, t),
        _kit(services, plan, t),
    )
    order: dict[Level, int] = {"danger": 0, "warn": 1, "ok": 2}
    return tuple(sorted(found, key=lambda one: order[one.level]))


def name_of(identity: ScreenIdentity) -> str:
    """How a display is called for people."""
    return " ".join(part for part in (identity.maker, identity.model) if part) or identity.name


def _screens(displays: Sequence[Display], t: Catalogue) -> Finding:
    topic = t("Second display")
    console = displays[0]
    free = free_displays(displays, console)
    if free:
        names = ", ".join(f"{name_of(one.identity)}, {one.width} × {one.height}" for one in free)
        return Finding(ident="screen", icon="screen", topic=topic, level="ok", text=names)
    if is_mirrored(displays, console):
        return Finding(
            ident="screen",
            icon="screen",
            topic=t("The projector shows the same picture as this laptop"),
            level="danger",
            text=t("Players would see the answers: Windows + P, then “Extend”."),
        )
    return Finding(
        ident="screen",
        icon="screen",
        topic=t("Only one display is connected"),
        level="warn",
        text=t(
            "Plug the projector in. Without one, the player screen is a window that you can show or hide."
        ),
    )


def _deck(plan: SessionPlan, team: int, t: Catalogue) -> Iterator[Finding]:
    deal = next((deal for deal in plan.deals if deal.number == team), None)
    if deal is None:
        return
    if team in plan.printed_teams:
        words = t("Set {set_id} is printed.", set_id=deal.set_id)
        yield Finding(ident="deck", icon="print", topic=t("Cards"), level="ok", text=words)
        return
    yield Finding(
        ident="deck",
        icon="print",
        topic=t("The cards of this team are not marked as printed"),
        level="warn",
        text=t("Set {set_id}. Each team plays with its own cards only.", set_id=deal.set_id),
        action=t("Print"),
    )


def _power(t: Catalogue) -> Finding:
    topic = t("Mains")
    match power():
        case Power.BATTERY:
            words = t("The laptop runs on its battery. Plug it in for the game.")
            return Finding(ident="power", icon="power", topic=topic, level="warn", text=words)
        case Power.MAINS:
            return Finding(ident="power", icon="power", topic=topic, level="ok", text=t("Plugged in."))
        case Power.UNKNOWN:
            words = t("This computer does not say. A laptop belongs on the mains during the game.")
            return Finding(ident="power", icon="power", topic=topic, level="ok", text=words)


def _folder(services: Services, t: Catalogue) -> Finding:
    topic = t("Keeping what is played")
    free = free_bytes(services.folder)
    if not is_writable(services.folder):
        words = t("The data folder cannot be written to: {folder}.", folder=services.folder)
        return Finding(ident="folder", icon="disk", topic=topic, level="danger", text=words)
    if free < LEAST_FREE_MB * _MB:
        words = t(
            "The disk is nearly full: {free} MB left. Free {least} MB.", free=free // _MB, least=LEAST_FREE_MB
        )
        return Finding(ident="folder", icon="disk", topic=topic, level="danger", text=words)
    words = t("Folder written to and read, {free} GB free.", free=number(free / _GB, t.language))
    return Finding(ident="folder", icon="disk", topic=topic, level="ok", text=words)


def _kit(services: Services, plan: SessionPlan, t: Catalogue) -> Finding:
    topic = t("Kit")
    try:
        kit = services.library.kit_of(plan)
        services.sessions.tables(plan)
    except KitAppError as error:
        return Finding(ident="kit", icon="kit", topic=topic, level="danger", text=t.of(error))
    title = (kit.words.get(t.language) or kit.words[kit.languages[0]]).title
    words = t("{title} {version}; the answers match the cards.", title=title, version=kit.version)
    return Finding(ident="kit", icon="kit", topic=topic, level="ok", text=words)
