"""What two new facilitators pressed and found nothing behind: each key and each click now answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from kit_app.ui.common.banner import Banner
from kit_app.ui.console.keys import key_of, key_rows
from kit_app.ui.console.pause import PAUSE
from tests.ui.console.evening import Evening, evening, take

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def night(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param) as one:
        one.console.showNormal()
        one.console.resize(1366, 768)
        one.click("next-step")
        yield one


def key(one: Evening, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(one.console.focusWidget(), code, modifier)


def node_menu(one: Evening) -> QMenu | None:
    return next((menu for menu in one.console.findChildren(QMenu, "node-menu") if menu.isVisible()), None)


def click_node(one: Evening, puzzle: str) -> None:
    QTest.mouseClick(one.console.puzzles.graph.node(puzzle), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (Qt.Key.Key_C, "called-away"),
        (Qt.Key.Key_B, "broken-prop"),
        (Qt.Key.Key_T, "technical"),
        (Qt.Key.Key_O, "other"),
    ],
)
def test_the_pause_names_keys_that_act_from_the_answer_field(night: Evening, code, reason: str) -> None:
    edit = night.console.puzzles.desk.edit
    key(night, Qt.Key.Key_P, ALT)
    assert night.console.focusWidget() is edit
    banner = night.console.banners.banner(PAUSE)
    assert isinstance(banner, Banner)
    assert key_of(f"why-{reason}").anywhere in banner.buttons[reason].text()
    assert key_of(f"why-{reason}").anywhere == f"Alt+{chr(code)}"
    key(night, code, ALT)
    assert night.view.log[-1].kind == "PauseExplained"
    assert night.view.log[-1].text == reason
    assert edit.text() == ""
    assert not banner.buttons


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_click_on_a_puzzle_opens_its_menu(night: Evening) -> None:
    click_node(night, "P2")
    assert night.console.puzzles.graph.selected == "P2"
    assert node_menu(night) is None
    click_node(night, "P2")
    menu = node_menu(night)
    assert menu is not None
    assert menu.accessibleName().startswith("P2")
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_button_names_the_chosen_puzzle_and_opens_its_menu(night: Evening) -> None:
    button = night.button("puzzle-actions")
    assert "P1" in button.text()
    assert button.accessibleName()
    click_node(night, "P3")
    assert "P3" in button.text()
    click_node(night, "P1")
    night.click("puzzle-actions")
    take(night, "node-menu", "P1")
    assert night.state("P1") == "solved"


def test_undoing_a_solution_goes_back_to_the_puzzle_that_is_open(night: Evening) -> None:
    night.solve("P1")
    assert night.console.puzzles.graph.selected == "P2"
    night.click("undo")
    assert night.state("P2") == "locked"
    assert night.console.puzzles.graph.selected == "P1"
    assert night.console.say.puzzle.heading.text().startswith("P1")


def test_a_closed_puzzle_that_was_chosen_stays(night: Evening) -> None:
    click_node(night, "P4")
    night.wait(30)
    assert night.console.puzzles.graph.selected == "P4"


def test_the_hint_key_says_when_none_is_due(night: Evening) -> None:
    key(night, Qt.Key.Key_I, ALT)
    due_ms = night.view.puzzles[0].hints[0].due_ms
    assert due_ms is not None
    assert f"{due_ms // 60_000}:{due_ms // 1000 % 60:02}" in night.echo
    assert "P1" in night.echo
    assert night.view.shown_hint is None


def test_each_key_stands_once_on_the_sheet(night: Evening) -> None:
    shown = [one for keys, _words in key_rows(night.t) for one in keys.split("  ")]
    assert len(shown) == len(set(shown))


def test_what_comes_before_a_hint_is_said_not_asked(night: Evening) -> None:
    night.solve("P1")
    words = {label.text() for label in night.console.say.puzzle.findChildren(QLabel) if label.isVisible()}
    assert night.t("Before the hint, say:") in words
    assert night.console.say.puzzle.say.text() == night.t("“{text}”", text=night.view.puzzles[1].stall_say)


def test_a_puzzle_beyond_its_target_says_so_and_not_that_the_team_is_late(night: Evening) -> None:
    night.wait(night.view.puzzles[0].target_ms // 1000 + 5)
    assert night.state("P1") == "late"
    name = night.console.puzzles.graph.node("P1").accessibleName()
    assert night.t("over") in name
