"""Learning to facilitate through the real window: read, be checked by keys, go on, rehearse, tick, print."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.common.tables import Cell
from kit_app.ui.places import HELP, HOME, REHEARSAL, TRAINING, Where
from kit_app.ui.training.page import TrainingPage
from tests.ui.fitting import misfits, settled
from tests.ui.shell import click, named, services_in, window_of


@pytest.fixture
def opened(qtbot, tmp_path) -> Iterator[tuple[Services, MainWindow]]:
    with services_in(tmp_path / "data") as services:
        window = window_of(services)
        qtbot.addWidget(window)
        window.go(Where(TRAINING))
        yield services, window


def page_of(window: MainWindow) -> TrainingPage:
    page = window.page(TRAINING)
    assert isinstance(page, TrainingPage)
    return page


def states(window: MainWindow, place: int) -> list[str]:
    """The words of a lesson's row."""
    rows = page_of(window).table.rows
    cells = [rows.index(place, column).data(Qt.ItemDataRole.UserRole + 1) for column in (2, 3)]
    return [cell.text for cell in cells if isinstance(cell, Cell)]


def press(key: Qt.Key | str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def test_home_and_help_lead_there_and_back(opened) -> None:
    _services, window = opened
    for start, button in ((HOME, "home-learn"), (HELP, "help-learn")):
        window.go(Where(start))
        click(window, button)
        assert window.here == Where(TRAINING)
        click(window, "training-back")
        assert window.here == Where(start)


def test_a_lesson_is_read_and_checked_by_keys_alone(opened) -> None:
    services, window = opened
    page = page_of(window)
    assert page.go_on.text() == "Begin"
    press(Qt.Key.Key_Return)
    assert named(window, "lesson-keep").text().startswith("A team that stays in one block")
    assert services.training.progress.read == ()
    press(Qt.Key.Key_Return)
    assert services.training.progress.read == ("play",)
    assert named(window, "check-question").text() == "When does the clock start?"
    press("b")
    assert named(window, "check-verdict").text() == "Right."
    press("a")
    assert page.lesson.check.verdict.text() == "Right."
    press(Qt.Key.Key_Return)
    press("3")
    assert page.lesson.check.next.text() == "To the end of the lesson"
    press(Qt.Key.Key_Return)
    assert named(window, "lesson-end").text() == "All 2 answers are right."
    assert not page.lesson.again.isVisible()
    press(Qt.Key.Key_Return)
    assert page.title.text() == "2. Open the box"
    click(window, "training-back")
    assert states(window, 0) == ["read", "passed"]
    assert states(window, 1) == ["to be read", "0 of 3"]
    assert page.go_on.text() == "Go on"
    press(Qt.Key.Key_Return)
    assert page.title.text() == "2. Open the box"


def test_a_wrong_answer_is_explained_and_can_be_given_again(opened) -> None:
    services, window = opened
    page = page_of(window)
    page.show_lesson("play")
    click(window, "lesson-check")
    click(window, "check-A")
    assert named(window, "check-verdict").text() == "No: B is right."
    assert page.lesson.check.why.text().startswith("The clock never runs")
    assert [button.isChecked() for button in page.lesson.check.answers] == [False, True, False]
    click(window, "check-next")
    click(window, "check-C")
    click(window, "check-next")
    assert "1 of 2 answers" in named(window, "lesson-end").text()
    click(window, "lesson-again")
    click(window, "check-B")
    assert services.training.progress.is_passed(services.training.course("en").lesson("play"))
    click(window, "training-back")
    page.show_lesson("play")
    click(window, "lesson-check")
    assert not any(button.isChecked() for button in page.lesson.check.answers)


def test_a_click_opens_a_lesson_and_the_last_one_leads_back(opened) -> None:
    _services, window = opened
    page = page_of(window)
    row = page.table.visualRect(page.table.rows.index(5, 0))
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert page.title.text() == "6. Hand on"
    click(window, "lesson-check")
    for letter in "CA":
        click(window, f"check-{letter}")
        click(window, "check-next")
    assert page.lesson.next.text() == "All lessons"
    click(window, "lesson-next")
    assert page.overview.isVisible()
    assert page.table.chosen() == "hand-on"


def test_the_first_rehearsal_opens_with_gentle_choices(opened) -> None:
    _services, window = opened
    window.go(Where(REHEARSAL))
    rehearsal = window.page(REHEARSAL)
    rehearsal.behaviour.set_value("chaotic")
    next(iter(rehearsal.faults.values())).setChecked(True)
    window.go(Where(TRAINING))
    settled(window)
    click(window, "training-rehearse")
    assert window.here == Where(REHEARSAL)
    wish = rehearsal.wish()
    assert (wish.behaviour, wish.pace, wish.faults) == ("average", 2, frozenset())


def test_lines_are_ticked_by_hand_or_by_what_was_done(opened) -> None:
    services, window = opened
    page = page_of(window)
    assert named(window, "ready-count").text() == "0 of 11"
    page.ready.boxes["room"].click()
    assert services.training.progress.ticked == ("room",)
    assert not page.ready.seen["rehearsal"].is_done
    services.training.note_rehearsal()
    window.go(Where(HOME))
    window.go(Where(TRAINING))
    assert page.ready.seen["rehearsal"].is_done
    assert page.ready.boxes["room"].isChecked()
    assert page.rehearsed.isVisible()
    assert named(window, "ready-count").text() == "2 of 11"


def test_all_can_begin_afresh_and_be_put_back(opened) -> None:
    services, window = opened
    assert not page_of(window).reset.isEnabled()
    services.training.read("play")
    window.go(Where(TRAINING))
    click(window, "training-reset")
    assert states(window, 0)[0] == "to be read"
    QTest.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    assert states(window, 0)[0] == "read"


def test_what_the_disk_refuses_is_said_and_nothing_is_ticked(opened, tmp_path) -> None:
    _services, window = opened
    page = page_of(window)
    (tmp_path / "data" / "training.new").mkdir()
    page.ready.boxes["room"].click()
    assert not page.ready.boxes["room"].isChecked()
    assert "the disk refused" in page.banners.banner("training").text
    (tmp_path / "data" / "training.new").rmdir()
    page.ready.boxes["room"].click()
    assert page.ready.boxes["room"].isChecked()
    assert page.banners.banner("training") is None


def test_the_list_is_printed_on_one_page(opened) -> None:
    _services, window = opened
    dialog = page_of(window).open_paper()
    for _ in range(1000):
        if dialog.is_settled():
            break
        QTest.qWait(10)
    assert dialog.save.isEnabled()
    assert misfits(dialog) == []
    dialog.close_button.click()
