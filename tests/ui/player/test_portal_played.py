"""The portal played by hand at the console: wrong tries, the lock that teaches, and the way in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.views.player import Scene
from tests.ui.console.evening import Evening, evening

FIRST = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
LOCKED = "Compte verrouillé\u00a0: voilà une bonne défense."
DONE = "Connexion réussie. Aucun second contrôle demandé. Cet accès est enregistré."


@pytest.fixture
def at_portal(qtbot, tmp_path):
    with evening(tmp_path / "data", language="fr") as one:
        one.click("next-step")
        for puzzle in FIRST:
            one.solve(puzzle)
        one.wait(20)
        yield one


def scene(one: Evening) -> Scene:
    """What the projected window shows."""
    return one.live.player.view.scene


def words(one: Evening, name: str) -> str:
    label = getattr(one.live.player.sheet, name)
    return label.text() if label.isVisibleTo(one.live.player.sheet) else ""


def wrong_try(one: Evening) -> None:
    right = one.answer("P10").split(" · ")
    one.type_answer(" · ".join([*right[:-1], "SOLEIL"]))


def test_five_wrong_tries_lock_it_for_thirty_calm_seconds(at_portal: Evening) -> None:
    one = at_portal
    assert one.live.player.page == "portal"
    for _ in range(4):
        wrong_try(one)
        assert words(one, "notice") == "Pas encore." and words(one, "wait") == ""
    wrong_try(one)
    assert (words(one, "notice"), words(one, "wait")) == (LOCKED, "30\u00a0s")
    shown = [words(one, "wait")]
    for _ in range(29):
        one.wait(1)
        shown.append(words(one, "wait"))
        assert words(one, "notice") == LOCKED
    assert shown == [f"{left}\u00a0s" for left in range(30, 0, -1)]
    one.wait(1)
    assert words(one, "wait") == "" and words(one, "notice") == ""


def test_while_it_is_locked_the_right_answer_waits(at_portal: Evening) -> None:
    one = at_portal
    for _ in range(5):
        wrong_try(one)
    one.solve("P10")
    assert one.state("P10") != "solved"
    one.wait(30)
    QTest.keyClick(one.console.puzzles.desk.edit, Qt.Key.Key_Return)  # what was typed is still there
    assert one.state("P10") == "solved"


def test_the_way_in_is_said_long_enough_to_be_read(at_portal: Evening) -> None:
    one = at_portal
    one.solve("P10")
    assert words(one, "notice") == DONE
    assert [field.value for field in scene(one).fields] == one.answer("P10").split(" · ")
    seconds = 0
    while words(one, "notice") == DONE:
        one.wait(1)
        seconds += 1
    assert seconds >= len(DONE) / 12
    assert one.live.player.page == "play"
