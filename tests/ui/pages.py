"""Every page of the window, to look at and to measure: `python -m tests.ui.pages DIR fr 683 384`."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.region_rows import fill as fill_region
from kit_app.assets import resources_dir
from kit_app.domain.facility import Facility
from kit_app.domain.plan import TeamPlan
from kit_app.services.changed import Changed
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from kit_app.services.workshop.outline import SECTIONS
from kit_app.ui.app import MainWindow
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.places import (
    HELP,
    HOME,
    LEARNING,
    QUESTIONNAIRES,
    REGION,
    REHEARSAL,
    RESULTS,
    SESSIONS,
    SETTINGS,
    SHELF,
    TRAINING,
    WORKSHOP,
    Where,
    step,
)
from kit_app.views.region_shown import SECTIONS as SECTIONS_OF_REGION
from tests.fakes import WALL_START_MS
from tests.poured import poured
from tests.ui.fitting import misfits
from tests.ui.shell import LONG_FACILITY, services_in, session, window_of
from tests.unit.services.sheets import fill

LONG_TEAM = "Les Indiscrets de l'accueil B"[:30]
Visit = Callable[[], object]


def filled(services: Services) -> tuple[str, str]:
    """A session to come and one that was played, with long names."""
    return poured(services, "pages", _fill)


def _fill(services: Services) -> tuple[str, str]:
    teams = tuple(TeamPlan(number=n, label=f"{LONG_TEAM} {n}"[-30:], size=6) for n in (1, 2, 3))
    coming = session(services, "Journée des cadres de nuit et des nouveaux arrivants", teams=teams)
    played = session(services, "Unités B et C", teams=teams, date="2026-11-17")
    for team in (1, 2, 3):
        simulate_run(
            services.runs, services.results, played.id, team, f"page {team}", WALL_START_MS - 86_400_000
        )
    fill(services, played.id, 8)
    return coming.id, played.id


def visits(window: MainWindow, coming: str, played: str) -> Iterator[tuple[str, Visit]]:
    """Each page by a name, with what opens it."""
    for ident in (HOME, SESSIONS, SHELF, RESULTS, SETTINGS, HELP, TRAINING):
        yield ident, lambda ident=ident: window.go(Where(ident))
    for ident in ("prepare", "print", "play"):
        yield ident, lambda ident=ident: window.go(step(ident, coming))
    for ident in ("debrief", "run-results"):
        yield ident, lambda ident=ident: window.go(step(ident, played))
    for ident, of in ((QUESTIONNAIRES, played), (LEARNING, played), (LEARNING, coming)):
        yield f"{ident}-{of == played}", lambda ident=ident, of=of: window.go(Where(ident, of))
    for of in ("", coming):
        yield f"{REHEARSAL}-{of == coming}", lambda of=of: window.go(Where(REHEARSAL, of))
    for step_of in ("text", "check", "end"):
        yield f"training-{step_of}", lambda step_of=step_of: _lesson(window, step_of)
    for part in ("overview", "people", "puzzles", "learning", "leading", "games", "kept"):
        yield f"results-{part}", lambda part=part: _results(window, part)
    yield "shelf-spots", lambda: _shelf(window, "spots")
    for part in SECTIONS_OF_REGION:
        yield f"region-{part}", lambda part=part: _region(window, part)
    for part in ("contacts", "rules", "look", "console", "kits", "folder", "region", "server"):
        yield f"settings-{part}", lambda part=part: _section(window, part)
    yield from _workshop(window)


def _workshop(window: MainWindow) -> Iterator[tuple[str, Visit]]:
    """The sections of the workshop, over a copy of the bundled kit."""
    workshop = window._services.workshop
    drafts = workshop.drafts()
    ident = drafts[0].id if drafts else workshop.begin_copy("sant-escape")

    def show(section: str) -> None:
        if window.here.page != WORKSHOP:
            window.go(Where(WORKSHOP, ident))
            window.page(WORKSHOP).findings.stop()  # the whole check takes seconds, and nobody waits for it
        window.page(WORKSHOP).show_section(section)

    for section in SECTIONS:
        yield f"workshop-{section}", lambda section=section: show(section)


def _lesson(window: MainWindow, part: str) -> None:
    """The longest lesson, at its text, at a question that was answered, or at its end."""
    window.go(Where(TRAINING))
    page = window.page(TRAINING)
    page.show_lesson("watch")
    if part == "text":
        return
    page.lesson.go_on.click()
    page.lesson.check.answers[0].click()
    while part == "end" and page.lesson.check.isVisible():
        page.lesson.check.next.click()
        page.lesson.check.answers[0].click()


def _results(window: MainWindow, part: str) -> None:
    """A part of all results; the games were played by the program, so that trials count."""
    window.go(Where(RESULTS))
    page = window.page(RESULTS)
    if not page.filters.trials.isChecked():
        page.filters.trials.click()
    page.sections[part].click()


def _region(window: MainWindow, part: str) -> None:
    """A part of the results of a region, once they are added up."""
    window.go(Where(REGION))
    page = window.page(REGION)
    page.section_row.buttons[part].click()
    while page.reader.is_busy:
        QTest.qWait(5)


def _shelf(window: MainWindow, part: str) -> None:
    window.go(Where(SHELF))
    window.page(SHELF).show_part(part)


def _section(window: MainWindow, part: str) -> None:
    window.go(Where(SETTINGS))
    window.page(SETTINGS).show_section(part)


def opened_window(services: Services, language: str, size: tuple[int, int]) -> tuple[MainWindow, str, str]:
    """The window with its pages filled."""
    window = window_of(services, language=language, size=size)
    first = services.profile.chosen
    services.profile.add(Facility(name="Établissement d'hébergement pour personnes âgées Les Tilleuls"))
    services.profile.choose(first)
    services.profile.save(replace(Facility(), name=LONG_FACILITY))
    coming, played = filled(services)
    services.preferences.save(replace(services.preferences.settings, gathers_region=True))
    with services.region_file.results() as results:
        fill_region(results, 40, 6, services.clock.wall_ms())
    window.on_changed(Changed(settings=True, sessions=True))
    window.resize(*size)
    return window, coming, played


def main() -> None:
    folder, language, width, height = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    wanted = sys.argv[5:]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts(resources_dir() / "fonts")
    with tempfile.TemporaryDirectory() as data, services_in(Path(data) / "data") as services:
        window, coming, played = opened_window(services, language, (width, height))
        for name, go in visits(window, coming, played):
            if wanted and name not in wanted:
                continue
            go()
            window.resize(width, height)
            for problem in misfits(window):
                print(name, problem)
            print(name, window.size().toTuple())
            window.grab().save(str(folder / f"{name}-{language}-{width}.png"))
        window.close()
        app.processEvents()


if __name__ == "__main__":
    main()
