"""The page of several teams at every size: nothing is cut; clock, field and one whole card are in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from kit_app.ui.common.buttons import KeyButton
from tests.ui.console.evening_of_teams import EveningOfTeams, evening_of_teams
from tests.ui.fitting import misfits, settled

SIZES = [
    (512, 384),
    (683, 384),
    (960, 540),
    (1024, 768),
    (1280, 680),
    (1366, 768),
    (1920, 1080),
    (3840, 2160),
]
LOW = SIZES[:2]


def labels(count: int) -> tuple[str, ...]:
    return tuple(f"Soins longue durée, nuit no {letter}" for letter in "ABCDEF"[:count])


def resized(night: EveningOfTeams, size: tuple[int, int]) -> None:
    night.console.showNormal()
    night.console.resize(*size)
    settled(night.console)
    assert night.console.size().toTuple() == size


def is_whole(part: QWidget, place: QWidget) -> bool:
    corners = part.rect().topLeft(), part.rect().bottomRight()
    return part.isVisible() and all(place.rect().contains(part.mapTo(place, corner)) for corner in corners)


@pytest.fixture
def six(qtbot, tmp_path):
    with evening_of_teams(tmp_path / "data", labels=labels(6)) as night:
        night.live.console.grid.bar.start.click()
        night.wait(400)
        yield night


def test_nothing_is_cut_at_any_size(qtbot, tmp_path) -> None:
    look_at_all(tmp_path, "fr", 6)


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "count"),
    [("fr", 2), ("fr", 3), *(pytest.param("en", count, marks=pytest.mark.long) for count in (2, 3, 6))],
)
def test_nothing_is_cut_with_fewer_or_more_teams(qtbot, tmp_path, language: str, count: int) -> None:
    look_at_all(tmp_path, language, count)


def look_at_all(tmp_path, language: str, count: int) -> None:
    with evening_of_teams(tmp_path / "data", language=language, labels=labels(count)) as night:
        for size in SIZES:
            resized(night, size)
            assert misfits(night.console) == [], ("idle", size)
        night.grid.bar.start.click()
        night.wait(400)
        night.solve_for(2, "P1")
        for size in SIZES:
            resized(night, size)
            assert misfits(night.console) == [], ("playing", size)
        night.grid.bar.message.click()
        night.grid.bar.pause.click()
        for size in SIZES:
            resized(night, size)
            assert misfits(night.console) == [], ("paused, a message is written", size)


def test_clock_field_and_one_whole_card_are_in_sight(six: EveningOfTeams) -> None:
    for size in SIZES:
        resized(six, size)
        bar, desk = six.grid.bar, six.grid.desk
        for part in (
            bar.clock,
            bar.pause,
            bar.message,
            bar.black,
            bar.alarm,
            desk.edit,
            desk.check,
            desk.undo,
        ):
            assert is_whole(part, six.console), part.objectName()
        first = six.card(six.grid.order[0])
        six.grid.choose(first.number)
        settled(six.console)
        assert is_whole(first, six.grid.area.viewport()), (first.height(), six.grid.area.viewport().height())
        assert first.say.text and first.say.is_whole
        for part in (first.act, first.message, first.open):
            assert is_whole(part, six.console), part.objectName()


def test_a_card_that_is_chosen_or_has_the_focus_comes_into_sight(six: EveningOfTeams) -> None:
    for size in LOW:
        resized(six, size)
        last = six.grid.order[-1]
        assert not is_whole(six.card(last), six.console)
        six.press(f"Alt+{last}")
        settled(six.console)
        assert is_whole(six.card(last), six.console)
        first = six.grid.order[0]
        six.card(first).act.setFocus(Qt.FocusReason.TabFocusReason)
        settled(six.console)
        assert is_whole(six.card(first), six.console)
        six.press("Ctrl+E")


def test_a_hint_is_given_by_a_click_in_a_small_window(six: EveningOfTeams) -> None:
    resized(six, LOW[0])
    first = six.grid.order[0]
    six.grid.choose(first)
    settled(six.console)
    suggestion = six.view_of(first).suggestion
    QTest.mouseClick(six.card(first).act, Qt.MouseButton.LeftButton)
    assert six.view_of(first).shown_hint == (suggestion.puzzle, suggestion.level)


def test_cards_stand_side_by_side_again_in_a_window_that_grows(six: EveningOfTeams) -> None:
    lefts = {}
    for size in (LOW[1], (960, 540), (1366, 768)):
        resized(six, size)
        lefts[size] = len({card.x() for card in six.grid.cards.values()})
    assert list(lefts.values()) == [1, 2, 3]
    assert not six.grid.area.verticalScrollBar().isVisible()


def test_every_control_has_a_name_and_room_for_a_finger(six: EveningOfTeams) -> None:
    for size in SIZES[:4]:
        resized(six, size)
        for button in six.grid.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), button.objectName()
                assert min(button.width(), button.height()) >= 32, button.objectName()
        shown = [each for each in six.grid.findChildren(KeyButton) if each.isVisible() and each.isEnabled()]
        assert len([each for each in shown if each.property("kind") == "primary"]) <= 1
