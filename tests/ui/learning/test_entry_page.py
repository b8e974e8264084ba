"""Sheets typed in with nothing but keys, seen, mended, taken away; the whole screen for those who answer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.places import HOME, LEARNING, QUESTIONNAIRES, Where, step
from tests.ui.fitting import settled
from tests.ui.shell import click, named, services_in, session, window_of
from tests.unit.services.sheets import RIGHT, fill, sheet

BEFORE = [
    "BCBBCBBCBB",
    "ABBACBACAB",
    "BCAACAAAAB",
    "ACBACB CBA",
    "BABBABAABB",
    "CCABCBBBCB",
    "BAAACBCABB",
    "ABBBCABCBA",
]
KEYS = {" ": Qt.Key.Key_Space, "\r": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}


@pytest.fixture
def opened(qtbot, tmp_path):
    with services_in(tmp_path / "data") as services:
        plan = session(services)
        window = window_of(services)
        qtbot.addWidget(window)
        window.go(Where(QUESTIONNAIRES, plan.id))
        yield services, window, plan.id


def keys(text: str) -> int:
    """Press these where the focus is; how many keys that took."""
    for letter in text:
        target = QApplication.focusWidget()
        assert target is not None
        if letter in KEYS:
            QTest.keyClick(target, KEYS[letter])
        elif letter.isascii():
            QTest.keyClicks(target, letter)
        else:
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, press)
    return len(text)


def stored(services, session_id, moment):
    return list(services.questionnaires.of_session(session_id).of(moment))


def test_eight_people_are_typed_in_by_keys_alone(opened):
    services, window, session_id = opened
    pressed = sum(keys(f"{number}{letters.lower()}\r") for number, letters in enumerate(BEFORE, start=1))
    assert pressed <= 8 * 12, "under a minute at two keys a second"
    wanted = [
        sheet("before", number, letters.replace(" ", "-")) for number, letters in enumerate(BEFORE, start=1)
    ]
    assert stored(services, session_id, "before") == wanted
    table = named(window, "tally")
    assert [table.model().index(row, 0).data() for row in range(9)] == [*"12345678", ""]
    assert table.model().index(3, 7).data() == ""
    assert table.model().index(3, 11).data() == "1 unanswered"
    assert "· 8" in window.page(QUESTIONNAIRES).moments.button("before").text()


def test_the_sheet_that_is_typed_stays_in_sight_in_a_small_window(opened):
    _services, window, _session_id = opened
    window.resize(683, 384)
    for number, letters in enumerate(BEFORE, start=1):
        keys(f"{number}{letters}\r")
        settled(window)
        table, page = named(window, "tally"), window.page(QUESTIONNAIRES)
        here = table.visualRect(table.currentIndex()).center()
        room = page.scroll_area.viewport()
        assert room.rect().contains(table.viewport().mapTo(room, here)), number


def test_after_the_game_the_opinions_follow_and_f6_leads_there(opened):
    services, window, session_id = opened
    QTest.keyClick(named(window, "tally"), Qt.Key.Key_F6)
    keys(f"7{RIGHT}453\r")
    assert stored(services, session_id, "after") == [sheet("after", 7, RIGHT, (4, 5, 3))]
    QTest.keyClick(named(window, "tally"), Qt.Key.Key_F6)
    keys(f"7{RIGHT}\r")
    assert stored(services, session_id, "month") == [sheet("month", 7, RIGHT)]


def test_a_sheet_that_is_still_typed_is_kept_when_the_program_ends(opened):
    services, window, session_id = opened
    keys(f"7{RIGHT}\r8{RIGHT}")
    assert window.may_close()
    assert [one.number for one in stored(services, session_id, "before")] == [7, 8]


def test_a_sheet_whose_number_is_taken_waits_for_who_comes_back(opened, monkeypatch):
    services, window, session_id = opened
    keys(f"7{RIGHT}\r7{RIGHT}")
    asked = []
    monkeypatch.setattr(QuestionDialog, "ask", lambda question: asked.append(question.title.text()) or "stay")
    assert not window.may_close()
    window.go(Where(HOME))
    assert not window.may_close()
    assert asked == ["Leave with a sheet that is not kept?"] * 2
    window.go(Where(QUESTIONNAIRES, session_id))
    keys("\b8\r")
    assert [one.number for one in stored(services, session_id, "before")] == [7, 8]
    assert window.may_close()


def test_a_french_keyboard_needs_no_shift_for_digits(opened):
    services, _window, session_id = opened
    keys('éà é"éé"éé"éé\r')
    assert stored(services, session_id, "before") == [sheet("before", 20, RIGHT)]


def test_a_number_typed_twice_is_said_and_not_kept_until_it_is_changed(opened):
    services, window, session_id = opened
    keys(f"7{RIGHT}\r7")
    assert "Sheet 7 was typed in already" in named(window, "tally-problem").text()
    keys("AAAAAAAAAA\r")
    assert len(stored(services, session_id, "before")) == 1
    assert "Sheet 7 was typed in already" in named(window, "tally-problem").text()
    keys("\b8\r")
    assert named(window, "tally-problem").text() == ""
    assert [one.number for one in stored(services, session_id, "before")] == [7, 8]


def test_a_stored_sheet_is_mended_with_arrows(opened):
    services, window, session_id = opened
    keys(f"7{RIGHT}\r8{RIGHT}\r")
    table = named(window, "tally")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(table, key)
    keys("C")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert stored(services, session_id, "before")[0] == sheet("before", 7, "C" + RIGHT[1:])
    assert stored(services, session_id, "before")[1] == sheet("before", 8, RIGHT)


def test_a_sheet_taken_away_can_come_back(opened):
    services, window, session_id = opened
    keys(f"7{RIGHT}\r\b")
    QTest.keyClick(named(window, "tally"), Qt.Key.Key_Delete)
    assert stored(services, session_id, "before") == []
    window.toast.chosen.emit()
    assert stored(services, session_id, "before") == [sheet("before", 7, RIGHT)]


def test_what_was_typed_and_not_ended_is_kept_on_leaving(opened):
    services, window, session_id = opened
    keys(f"7{RIGHT}")
    click(window, "learnt")
    assert window.here == Where(LEARNING, session_id)
    assert stored(services, session_id, "before") == [sheet("before", 7, RIGHT)]


def test_the_question_under_the_keys_is_read_aloud(opened):
    _services, window, _session_id = opened
    keys("7B")
    assert named(window, "tally-place").text().startswith("2. I find a USB stick")


def test_after_the_closing_nothing_can_be_typed(opened):
    services, window, session_id = opened
    fill(services, session_id, 5)
    services.questionnaires.close(session_id)
    window.go(Where(QUESTIONNAIRES, session_id))
    page = window.page(QUESTIONNAIRES)
    assert page.typing.isHidden()
    assert "counted and deleted" in page.empty.label.text()
    assert not page.one_by_one.isEnabled()


def test_the_debrief_leads_to_the_questionnaires_and_back(opened):
    _services, window, session_id = opened
    window.go(step("debrief", session_id))
    click(window, "debrief-questionnaires")
    assert window.here == Where(QUESTIONNAIRES, session_id)
    click(window, "back")
    assert window.here == step("debrief", session_id)
