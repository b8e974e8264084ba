"""The talk led from the laptop: by keys, by the mouse, with a clock, with several teams."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.debrief.debrief_page import DebriefPage
from tests.fakes import FakeClock
from tests.ui.debrief.evening import an_evening
from tests.ui.shell import services_in, session

EN = Catalogue("en")
SECOND = 1000


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    with services_in(tmp_path / "data", clock) as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> Iterator[DebriefPage]:
    made = DebriefPage(services, EN)
    made.resize(1180, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.end_projection()


@pytest.fixture
def talk(page: DebriefPage, services: Services) -> DebriefPage:
    page.show_session(an_evening(services).id)
    return page


def ids(page: DebriefPage) -> list[str]:
    assert page.debrief is not None
    return [step.slide.id for step in page.debrief.steps]


def here(page: DebriefPage) -> str:
    assert page.step is not None
    return page.step.slide.id


def words(part) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def press(page: DebriefPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if text in action.text()).trigger()


def test_before_a_game_the_page_says_so_and_leads_there(qtbot, page: DebriefPage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    with qtbot.waitSignal(page.play_asked) as asked:
        page.empty.button.click()

    assert asked.args == [plan.id]
    assert not page.next.isVisible()


def test_a_whole_talk_by_keys(talk: DebriefPage) -> None:
    seen = [here(talk)]
    for number in range(1, len(ids(talk))):
        press(talk, Qt.Key.Key_Right if number % 2 else Qt.Key.Key_Space)
        seen.append(here(talk))
    assert seen == ids(talk)
    assert "last slide" in words(talk.following)
    press(talk, Qt.Key.Key_Right)
    assert here(talk) == seen[-1]
    press(talk, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
    assert here(talk) == seen[-3]
    press(talk, Qt.Key.Key_1, Qt.Key.Key_2)
    assert talk.number.text() == "slide 12: Enter"
    press(talk, Qt.Key.Key_Return)
    assert here(talk) == seen[11]


def test_a_whole_talk_by_mouse(talk: DebriefPage) -> None:
    seen = [here(talk)]
    while talk.next.isEnabled():
        QTest.mouseClick(talk.next, Qt.MouseButton.LeftButton)
        seen.append(here(talk))
    assert seen == ids(talk)
    QTest.mouseClick(talk.back, Qt.MouseButton.LeftButton)
    assert here(talk) == seen[-2]
    talk.jump.set_value("people")
    talk.jump.activated.emit(talk.jump.currentIndex())
    assert here(talk) == "people"
    assert talk.focusWidget() is talk.next


def test_beside_a_slide_stand_what_to_say_and_what_was_lived(talk: DebriefPage) -> None:
    talk.go_to(ids(talk).index("people"))
    assert "rendu l’appel crédible" in words(talk.say)
    assert "P5 Trop de partages" in words(talk.lived)
    lesson = next(one for one in ids(talk) if one == "people/P6")
    talk.go_to(ids(talk).index(lesson))
    assert "Je raccroche et je rappelle" in words(talk.here)
    assert "write it in the settings" in words(talk.here)
    assert talk.slide.accessibleName().startswith("Allô, le support")


def test_the_clock_starts_with_the_second_slide_and_tells_how_far_behind(
    talk: DebriefPage, clock: FakeClock
) -> None:
    assert talk.pace.clock.text() == "25:00"
    clock.advance(200 * SECOND)
    talk.show_time()
    assert talk.pace.clock.text() == "25:00"
    press(talk, Qt.Key.Key_Right)
    assert talk.pace.clock.text() == "24:00"
    assert talk.pace.tag.text() == "on time"
    clock.advance(240 * SECOND)
    talk.show_time()
    assert (talk.pace.clock.text(), talk.pace.tag.text()) == ("20:00", "1:00 behind")
    press(talk, *[Qt.Key.Key_Right] * 9)
    assert "ahead" in talk.pace.tag.text()


def test_a_shorter_talk_keeps_the_place_and_the_red_screens(talk: DebriefPage) -> None:
    talk.go_to(ids(talk).index("machines"))
    long = len(ids(talk))
    talk.pace.minutes.button("15").click()
    assert here(talk) == "machines"
    assert len(ids(talk)) < long
    assert {"order", "call", "call/P12", "thanks"} <= set(ids(talk))
    assert "cases" not in ids(talk)
    assert talk.debrief is not None
    assert sum(step.seconds for step in talk.debrief.steps) == pytest.approx(15 * 60)


def test_several_teams_talk_together_or_one_by_one(page: DebriefPage, services: Services) -> None:
    page.show_session(an_evening(services, 5, 4).id)
    assert page.teams is not None
    assert page.subtitle.text().startswith("Équipe 1, Équipe 2")
    assert {"thread/1", "thread/2"} <= set(ids(page))
    page.go_to(ids(page).index("people"))
    assert "P5 Équipe 1" in words(page.lived)
    page.teams.button("2").click()

    assert page.subtitle.text().startswith("Équipe 2")
    assert "thread" in ids(page)
    assert here(page) == "people"


def test_the_slides_and_the_sheet_are_kept_as_pdf(qtbot, talk: DebriefPage, tmp_path: Path) -> None:
    for text, name in (("Save the slides", "slides.pdf"), ("Save the hand-out", "sheet.pdf")):
        target = tmp_path / name
        talk.handing_out.sending.ask_save = lambda *_asked, target=target: target
        with qtbot.waitSignal(talk.handing_out.sending.done):
            choose(talk.handing_out.menu(talk.debrief), text)
        assert target.read_bytes().startswith(b"%PDF")


def test_what_comes_after_the_game_is_a_key_away_and_keeps_the_slide(qtbot, talk: DebriefPage) -> None:
    press(talk, Qt.Key.Key_Right)
    before = here(talk)
    with qtbot.waitSignal(talk.after_asked) as asked:
        QTest.keyClick(talk, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[1] == 1
    press(talk, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert here(talk) == before
