"""Every check of the pre-flight, ready to be tried away from the windows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.preflight import cards, computer, displays, session
from kit_app.services.preflight.asking import THIS, Computer
from kit_app.services.preflight.cards import CardReading
from kit_app.services.preflight.displays import Displays
from kit_app.services.preflight.session import StoredKit, stored_kit
from kit_app.services.preflight.trying import Check
from kit_app.services.services import Services

_KIT_S = 8.0
"""A kit that was not read yet is read and dealt: work, not waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the checks are about: a session, who of it plays now, the displays, the card read last."""

    plan: SessionPlan
    teams: Collection[int]
    displays: Displays
    card: CardReading = CardReading()
    can_listen: bool = False
    computer: Computer = THIS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What only the store could tell, fetched before anything is tried."""

    folder: Path
    commit_ms: int
    wall_ms: int
    newest_ms: int
    kit: StoredKit
    sets: frozenset[str]


def checks(services: Services, asked: Asked, t: Catalogue) -> tuple[Check, ...]:
    """What is to be tried. Called where the store may be asked; the checks themselves need it no more."""
    known = _Known(
        folder=services.folder,
        commit_ms=services.commit_ms,
        wall_ms=services.clock.wall_ms(),
        newest_ms=services.runs.newest_ms(),
        kit=stored_kit(services.library, asked.plan),
        sets=services.readiness.sets(asked.plan.id),
    )
    return (*_of_displays(asked, t), *_of_computer(known, asked, t), *_of_session(services, known, asked, t))


def _of_displays(asked: Asked, t: Catalogue) -> tuple[Check, ...]:
    seen, machine = asked.displays, asked.computer
    return (
        Check(ident="screen", work=lambda: displays.screen(seen, machine, t)),
        Check(ident="mirror", work=lambda: displays.copied(seen, machine, t)),
        Check(ident="resolution", work=lambda: displays.resolution(seen, machine, t)),
    )


def _of_computer(known: _Known, asked: Asked, t: Catalogue) -> tuple[Check, ...]:
    machine, plan = asked.computer, asked.plan
    return (
        Check(ident="sound", work=lambda: computer.sound(machine, t, can_listen=asked.can_listen)),
        Check(ident="power", work=lambda: computer.mains(machine, t)),
        Check(ident="sleep", work=lambda: computer.sleep(machine, t)),
        Check(ident="lock", work=lambda: computer.lock(machine, plan, t)),
        Check(ident="folder", work=lambda: computer.folder(machine, known.folder, known.commit_ms, t)),
        Check(ident="clock", work=lambda: computer.clock(known.wall_ms, known.newest_ms, machine, t)),
    )


def _of_session(services: Services, known: _Known, asked: Asked, t: Catalogue) -> tuple[Check, ...]:
    plan, library, backups = asked.plan, services.library, services.backups
    return (
        Check(ident="date", work=lambda: session.day(plan, known.wall_ms, t)),
        Check(
            ident="kit",
            work=lambda: session.kit(library, known.kit, plan, len(asked.teams), t),
            limit_s=_KIT_S,
        ),
        Check(ident="printed", work=lambda: cards.printed(plan, asked.teams, t)),
        Check(ident="cards", work=lambda: cards.tables(plan, asked.teams, known.sets, asked.card, t)),
        Check(ident="backup", work=lambda: session.backup(backups, t)),
    )
