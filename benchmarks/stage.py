"""A running game in the real windows, console and player screen on two displays, in a folder of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.processes import OFFSCREEN
from kit_app.assets import resources_dir
from kit_app.bootstrap import open_services
from kit_app.clock.clock import Clock
from kit_app.domain.plan import TeamPlan
from kit_app.domain.settings import Settings
from kit_app.game.commands import StartRun
from kit_app.i18n import load
from kit_app.services.services import Services
from kit_app.ui.dress import dress
from kit_app.ui.live import LiveRun

MINUTES = 120
"""The longest game, so that none ends within a measurement."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An open run that was started, and what it stands on."""

    app: QApplication
    services: Services
    live: LiveRun
    folder: Path


def application() -> QApplication:
    """Qt, dressed as the program is."""
    os.environ.setdefault("QT_QPA_PLATFORM", OFFSCREEN)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["benchmarks"])
    dress(Settings(theme="light"))
    return app


@contextmanager
def evening(clock: Clock | None = None, *, teams: int = 1) -> Iterator[tuple[Services, str, Path]]:
    """Services on an empty data folder, and the id of a session of one team or more."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as place:
        folder = Path(place)
        services = open_services(folder, clock=clock)
        draft = services.sessions.draft(language="fr")
        labels = [TeamPlan(number=n, label=f"Équipe {n}", size=5) for n in range(1, teams + 1)]
        wanted = replace(draft, name="Mesures", duration_min=MINUTES, teams=tuple(labels))
        plan = services.sessions.save(wanted).plan
        try:
            yield services, plan.id, folder
        finally:
            services.close()


@contextmanager
def stage(clock: Clock | None = None, *, teams: int = 1) -> Iterator[Stage]:
    """Both windows shown, the game begun; of several teams, their common page."""
    app = application()
    with evening(clock, teams=teams) as (services, session, folder):
        shown = 1 if teams == 1 else None
        live = LiveRun(services, session, shown, load(resources_dir() / "i18n", "fr"))
        live.start()
        live.ask_of(StartRun())
        app.processEvents()
        try:
            yield Stage(app, services, live, folder)
        finally:
            live.close()
            app.processEvents()
