"""The main window: places, steps, keys, toasts, language and the way into the console."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kit_app.domain.facility import Contact
from kit_app.game.commands import StartRun
from kit_app.services.changed import Changed
from kit_app.ui.app import HELP, HOME, SESSION, SESSIONS, SETTINGS, SHELF, STEPS, MainWindow, Where, step
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.common.told import Told
from kit_app.ui.dress import speak
from kit_app.ui.setup.play_page import PlayPage
from kit_app.ui.shelf.page import ShelfPage
from tests.ui.shell import (
    LONG_FACILITY,
    click,
    clipped,
    named,
    press,
    services_in,
    session,
    teams,
    window_of,
    write,
)

SIZES = [(1366, 768), (1280, 680)]


@pytest.fixture
def services(tmp_path: Path):
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def window(qtbot, services) -> Iterator[MainWindow]:
    made = window_of(services)
    qtbot.addWidget(made)
    yield made
    made.end()


def test_places_are_reached_by_their_keys_and_back(qtbot, window: MainWindow) -> None:
    assert window.here == Where(HOME)
    press("Alt+2")
    assert window.here == Where(SESSIONS)
    press("Ctrl+,")
    assert window.here == Where(SETTINGS)
    press("F1")
    assert window.here == Where(HELP, "facility")
    press("Alt+Left")
    assert window.here == Where(SETTINGS)
    press("Alt+Left")
    press("Alt+Left")
    assert window.here == Where(HOME)


def test_the_shelf_is_reached_by_its_key_and_shows_its_papers(qtbot, window: MainWindow) -> None:
    press("Alt+5")
    assert window.here == Where(SHELF)
    page = window.page(SHELF)
    assert isinstance(page, ShelfPage)
    assert page.part.value() == "papers"
    press("Alt+Left")
    assert window.here == Where(HOME)


def test_going_back_from_the_first_place_stays_at_home(window: MainWindow) -> None:
    press("Alt+Left")

    assert window.here == Where(HOME)


def test_a_new_session_is_typed_kept_and_listed(qtbot, window: MainWindow, services) -> None:
    click(window, "home-first")
    assert window.here.page == SESSION
    write(window, "plan-name", "Night shift")
    window.prepare.keep()

    assert [row.name for row in services.sessions.list()] == ["Night shift"]
    assert window.prepare.crumbs.text().endswith("Night shift")


def test_the_steps_of_a_session_are_reached_by_ctrl_and_a_number(qtbot, window: MainWindow, services) -> None:
    plan = session(services)
    window.go(step("prepare", plan.id))
    for number, (ident, _words) in enumerate(STEPS, start=1):
        press(f"Ctrl+{number}")
        assert window.here == step(ident, plan.id)


def test_a_draft_that_has_no_name_stays_on_its_form(window: MainWindow) -> None:
    window.new_session()
    press("Ctrl+3")

    assert window.here.step == 0
    assert window.prepare.form.fields["name"].error


def test_a_session_that_is_gone_is_said_and_nothing_moves(window: MainWindow) -> None:
    window.go(step("play", "gone"))

    assert window.here == Where(HOME)
    assert window.toast.isVisible()


def test_the_action_of_a_toast_is_done_once(window: MainWindow) -> None:
    done = []
    window.tell(Told("Session deleted.", "Undo", lambda: done.append(1)))
    press("Ctrl+T")
    press("Space")

    assert done == [1]
    assert not window.toast.isVisible()


def test_the_language_changes_at_run_time_where_the_person_is(window: MainWindow, services) -> None:
    plan = session(services)
    window.go(step("play", plan.id))
    window.on_changed(services.preferences.save(replace(services.preferences.settings, language="fr")))

    assert window.here == step("play", plan.id)
    assert window.page("play").title.text() == "Avant de lancer"
    assert window.rail.place(HOME).text() == "Accueil"
    speak("en")


def test_what_is_typed_survives_a_change_of_language(window: MainWindow, services) -> None:
    window.new_session()
    write(window, "plan-room", "Salle 2")
    window.on_changed(services.preferences.save(replace(services.preferences.settings, language="fr")))

    assert window.prepare.form.room.text() == "Salle 2"
    speak("en")


def test_the_profile_at_the_foot_follows_the_settings(window: MainWindow, services) -> None:
    window.go(Where(SETTINGS))
    write(window, "settings-facility", "Clinique du Parc")
    press("Ctrl+S")

    assert services.profile.facility.name == "Clinique du Parc"


def test_the_profile_counts_the_numbers_that_were_given(window: MainWindow, services) -> None:
    services.profile.save(replace(services.profile.facility, name="Clinique du Parc", contacts={}))
    window._show_profile()
    assert window.rail._profile.state == "Numbers to be given"
    helpdesk = {"helpdesk": Contact(number="4510"), "insurer": Contact(name="Somebody")}
    services.profile.save(replace(services.profile.facility, contacts=helpdesk))
    window._show_profile()
    assert window.rail._profile.state == "1 number given"


def test_from_home_it_is_two_presses_to_the_start_and_the_console_comes_back(
    qtbot, window: MainWindow, services
) -> None:
    plan = session(services)
    window.on_changed(Changed(sessions=True))
    window.go(Where(HOME))
    press("Return")
    assert window.here == step("play", plan.id)
    start = named(window.page("play"), "play-start")
    qtbot.waitUntil(start.isEnabled, timeout=15_000)
    press("Ctrl+Return")

    assert window.live is not None
    assert services.runs.row(plan.id, 1).stage == "under-way"
    assert not window.isVisible()
    live = window.live
    with qtbot.waitSignal(live.closed):
        live.leave()
    assert window.live is None
    assert window.isVisible()
    assert window.here == step("play", plan.id)


def test_the_preflight_starts_the_clocks_of_all_teams_at_once(qtbot, window: MainWindow, services) -> None:
    plan = session(services, teams=teams(5, 4))
    window.go(step("play", plan.id))
    page = window.page("play")
    qtbot.waitUntil(lambda: named(page, "play-start").isEnabled(), timeout=15_000)
    click(page, "play-start")

    assert [services.runs.row(plan.id, team).stage for team in (1, 2)] == ["under-way", "under-way"]
    assert services.runs.journal(plan.id, 1)[0].event.despite == ()
    qtbot.waitUntil(lambda: any(one.reason == "game" for one in services.backups.all()), timeout=15_000)
    window.live.close()


def test_a_start_over_a_red_line_is_in_the_journal(window: MainWindow, services) -> None:
    plan = session(services)
    window.open_console(plan.id, 1, StartRun(despite=("mirror",)))

    assert services.runs.journal(plan.id, 1)[0].event.despite == ("mirror",)
    window.live.close()


def test_after_a_game_the_talk_comes(qtbot, window: MainWindow, services) -> None:
    plan = session(services)
    window.open_console(plan.id, 1)
    from kit_app.services.simulate import simulate_run

    window.live.close()
    simulate_run(services.runs, services.results, plan.id, 1, "45", services.clock.wall_ms())
    window._leave_console(plan.id)

    assert window.here == step("debrief", plan.id)


def test_a_program_with_something_unkept_asks_before_it_ends(qtbot, window: MainWindow) -> None:
    window.new_session()
    write(window, "plan-room", "Salle 2")

    assert window.prepare.has_unkept()


def test_a_program_with_all_kept_ends_without_a_question(window: MainWindow, services) -> None:
    session(services)

    assert window.may_close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "fr"])
def test_nothing_is_clipped_on_any_page(qtbot, services, language: str, size: tuple[int, int]) -> None:
    plan = session(
        services, "Accueil, secrétariats et standard de nuit", facility=LONG_FACILITY, teams=teams(5, 8, 3)
    )
    window = window_of(services, language=language, size=size)
    qtbot.addWidget(window)
    places = [Where(HOME), Where(SESSIONS), Where(SETTINGS), Where(HELP)]
    places += [step(ident, plan.id) for ident in ("prepare", "play", "debrief")]
    found = {}
    for place in places:
        window.go(place)
        if place.page == SESSION and place.step == 0:
            window.prepare.form.fine.set_open(True)
        found[place] = clipped(window)

    assert {place: words for place, words in found.items() if words} == {}


def test_every_control_of_every_page_has_a_name(qtbot, window: MainWindow, services) -> None:
    plan = session(services)
    nameless = []
    for place in (
        Where(HOME),
        Where(SESSIONS),
        Where(SETTINGS),
        Where(HELP),
        Where(SHELF),
        step("prepare", plan.id),
        step("play", plan.id),
    ):
        window.go(place)
        for field in window.findChildren(QLineEdit):
            if (
                field.isVisible()
                and field.focusPolicy() != Qt.FocusPolicy.NoFocus
                and not field.accessibleName()
            ):
                nameless.append((place, field.objectName()))

    assert nameless == []


def test_the_play_page_proposes_the_teams_that_wait(qtbot, window: MainWindow, services) -> None:
    plan = session(services, teams=teams(5, 4))
    window.go(step("play", plan.id))
    page = window.page("play")

    assert isinstance(page, PlayPage)
    assert page.side.teams.playing() == (1, 2)
    assert named(window, "play-console").isEnabled()
    qtbot.waitUntil(lambda: not page.is_checking, timeout=15_000)


@pytest.mark.parametrize("size", SIZES)
def test_every_part_of_the_shelf_fits_in_french(qtbot, services, size: tuple[int, int]) -> None:
    window = window_of(services, language="fr", size=size)
    qtbot.addWidget(window)
    services.bulletins.begin("fr")
    window.go(Where(SHELF))
    page = window.page(SHELF)
    assert isinstance(page, ShelfPage)
    found = {}
    for part in page.views:
        page.part.button(part).click()
        found[part] = clipped(window)
        assert all(line.accessibleName() for line in page.view.findChildren(QLineEdit) if line.isVisible())
    window.end()

    assert {part: words for part, words in found.items() if words} == {}


def test_a_disk_that_refuses_a_bulletin_asks_before_the_program_ends(
    qtbot, window: MainWindow, services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.bulletins.begin("fr")
    window.go(Where(SHELF))
    page = window.page(SHELF)
    assert isinstance(page, ShelfPage)
    page.part.button("alerts").click()
    write(window, "bulletin-title", "Fake calls")
    file = services.folder / "bulletins.json"
    file.unlink()
    file.mkdir()
    (file / "in the way").touch()
    asked = []

    def leave(question: QuestionDialog) -> str:
        asked.append(question.title.text())
        return "stay"

    monkeypatch.setattr(QuestionDialog, "ask", leave)
    assert not window.may_close()
    assert asked == ["Leave with changes that are not kept?"]


@pytest.mark.parametrize(
    ("answer", "closes", "kept"), [("stay", False, ""), ("drop", True, ""), ("keep", True, "New")]
)
def test_settings_that_are_not_kept_are_asked_about_before_the_program_ends(
    window: MainWindow, services, answer: str, closes: bool, kept: str
) -> None:
    assert window.may_close()
    window.go(Where(SETTINGS))
    page = window.page(SETTINGS)
    write(window, "settings-short", "New")
    window.go(Where(HOME))
    asked = []
    page.ask = lambda name: asked.append(name) or answer

    assert (window.may_close(), services.profile.facility.short_name) == (closes, kept)
    assert asked == [services.profile.facility.name]
    assert window.here == Where(SETTINGS)
