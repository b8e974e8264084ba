"""One table binds the keys and makes the sheet: nothing is bound that is not on it, and all of it acts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.console.keys import KEYS, SHORTCUT, key_of, key_rows
from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening
from tests.ui.console.evening_of_teams import EveningOfTeams, evening_of_teams
from tests.ui.fitting import settled

SEVERAL = ("Les Indiscrets", "Les Fouineurs")
SMALL = (683, 384)


@pytest.fixture
def playing(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        gallery.playing(one)
        yield one


def pressed(one: Evening, act: str) -> None:
    """Press the key of an act as a person does: a sequence, or Alt with the letter."""
    shortcut = one.console.findChild(QShortcut, f"{SHORTCUT}{act}")
    combination = shortcut.keys()[0][0]
    QTest.keyClick(one.console.focusWidget(), combination.key(), combination.keyboardModifiers())


def test_every_bound_key_is_in_the_table(playing: Evening) -> None:
    known = {key.act for key in KEYS}
    named = {key.name for key in KEYS if key.name}
    for shortcut in playing.console.findChildren(QShortcut):
        if any(not sequence.isEmpty() for sequence in list(shortcut.keys())):
            name = shortcut.objectName()
            if shortcut.key().toString() in named:
                continue
            assert name.startswith(SHORTCUT), shortcut.keys()
            assert name.removeprefix(SHORTCUT) in known


def test_every_key_of_the_table_is_bound(playing: Evening) -> None:
    names = {shortcut.objectName() for shortcut in playing.console.findChildren(QShortcut)}
    of_teams = {f"{act}-{number}" for act in ("team", "answers") for number in range(1, 7)}
    for key in KEYS:
        if key.name or key.act in of_teams:
            continue
        is_letter_only = bool(key.letter) and not key.letter.isalnum()
        assert is_letter_only or f"{SHORTCUT}{key.act}" in names, key.act
        assert not key.letter or key.letter in playing.console.page._letters, key.act


def test_every_key_is_on_the_sheet(playing: Evening) -> None:
    shown = "  ".join(keys for keys, _words in key_rows(playing.t)).split("  ")
    for key in KEYS:
        assert key.shown(playing.t) in shown
    playing.click("keys")
    words = {
        label.text() for label in playing.console.key_sheet.findChildren(type(playing.console.now.title))
    }
    assert {words_of for _keys, words_of in key_rows(playing.t)} <= words


def test_no_two_acts_share_a_key() -> None:
    letters = [key.letter for key in KEYS if key.letter]
    sequences = [key.sequence for key in KEYS if key.sequence]
    assert len(set(letters)) == len(letters)
    assert len(set(sequences)) == len(sequences)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("pause", "RunPaused"),
        ("own-1", "TimeAdjusted"),
        ("own-2", "TimeAdjusted"),
        ("more-5", "TimeAdjusted"),
        ("less-5", "TimeAdjusted"),
        ("hint", "HintGiven"),
        ("black", "ScreenBlackedOut"),
        ("away", "PlayerLeft"),
        ("emergency", "RunPaused"),
        ("undo", "PuzzleReopened"),
        *((f"note-{number}", "NoteAdded") for number in range(1, 5)),
    ],
)
@pytest.mark.parametrize("size", [pytest.param(SMALL, marks=pytest.mark.long), (1366, 768)])
def test_a_key_does_what_the_sheet_says(playing: Evening, act: str, kind: str, size) -> None:
    playing.console.showNormal()
    playing.console.resize(*size)
    settled(playing.console)
    pressed(playing, act)
    assert playing.kinds()[-1] == kind


def test_keys_of_one_act_after_another(playing: Evening) -> None:
    pressed(playing, "hint")
    pressed(playing, "withdraw")
    assert playing.kinds()[-1] == "HintWithdrawn"
    pressed(playing, "away")
    pressed(playing, "back")
    assert playing.kinds()[-1] == "PlayerBack"
    pressed(playing, "answer")
    assert playing.console.say.puzzle.answer.isVisible()
    pressed(playing, "message")
    assert playing.console.say.composer.isVisible()
    QTest.keyClick(playing.console.focusWidget(), Qt.Key.Key_Escape)
    pressed(playing, "note")
    assert playing.console.say.composer.purpose == "note"
    pressed(playing, "field")
    assert playing.console.focusWidget() is playing.console.puzzles.desk.edit


@pytest.mark.parametrize("reason", ["called-away", "broken-prop", "technical", "other"])
def test_a_pause_is_explained_by_one_key(playing: Evening, reason: str) -> None:
    pressed(playing, f"why-{reason}")
    assert "PauseExplained" not in playing.kinds()
    pressed(playing, "pause")
    banner = playing.console.banners.banner("pause")
    assert banner is not None and len(banner.buttons) == 4
    pressed(playing, f"why-{reason}")
    assert playing.view.log[-1].text == reason
    assert not playing.console.banners.banner("pause").buttons
    pressed(playing, "pause")
    assert playing.console.banners.banner("pause") is None


def test_players_who_are_away_are_counted(playing: Evening) -> None:
    pressed(playing, "away")
    playing.click("away")
    assert playing.view.away == 2
    assert playing.console.now.away_count.text() == "2 players are away"
    playing.click("back")
    assert playing.view.away == 1


def test_a_note_is_taken_back_from_the_list(playing: Evening) -> None:
    playing.click("note-1")
    playing.click("note-2")
    lines = playing.console.say.note_list.findChildren(QAbstractButton)
    shown = [line for line in lines if line.isVisibleTo(playing.console.say.note_list)]
    QTest.mouseClick(shown[-1], Qt.MouseButton.LeftButton)
    assert playing.kinds()[-1] == "NoteRemoved"
    assert playing.view.log[-1].tag == "mutual-aid"


def test_keys_bring_a_part_up_in_a_small_window(playing: Evening) -> None:
    playing.console.showNormal()
    playing.console.resize(*SMALL)
    settled(playing.console)
    for number, zone in enumerate(playing.console.page.arrangement.zones.values(), start=1):
        pressed(playing, f"part-{number}")
        assert zone.isVisible()
        assert zone.isAncestorOf(playing.console.focusWidget())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_look_is_chosen_by_a_key(playing: Evening) -> None:
    pressed(playing, "look")
    menu = playing.console.findChild(QMenu, "look-menu")
    contrast = next(action for action in menu.actions() if action.text() == "High contrast")
    contrast.trigger()
    menu.close()
    assert QApplication.instance().property("kit_theme") == "contrast"
    assert playing.services.preferences.settings.theme == "contrast"


@pytest.mark.parametrize("size", [SMALL, (1366, 768)])
def test_tab_reaches_every_control_and_shows_its_ring(playing: Evening, size) -> None:
    """Arrows move inside a group: of such buttons Tab reaches one."""
    console = playing.console
    console.showNormal()
    console.resize(*size)
    settled(console)
    wanted = {
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in console.findChildren(kind)
        if control.isVisible() and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached = set()
    for _ in range(3 * len(wanted)):
        QTest.keyClick(console.focusWidget(), Qt.Key.Key_Tab)
        here = console.focusWidget()
        assert here.isVisible()
        assert here.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange) or console.testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        )
        reached.add(here)
    alone = {control for control in wanted - reached if not _has_reached_mate(control, reached)}
    assert not alone, [control.objectName() or control.accessibleName() for control in alone]
    for control in console.findChildren(QAbstractButton):
        if control.isVisible() and control.isEnabled() and control not in reached:
            assert control.autoExclusive() or control.group() is not None, control.objectName()


def _has_reached_mate(control, reached) -> bool:
    return isinstance(control, QAbstractButton) and (control.autoExclusive() or control.group() is not None)


@pytest.fixture
def room(qtbot, tmp_path):
    with evening_of_teams(tmp_path / "data") as one:
        yield one


IN_THE_GRID = ("pause", "message", "black", "emergency", "undo", "camera", "hint", "field", "next")


def test_every_key_of_the_page_of_all_teams_is_in_the_table(room: EveningOfTeams) -> None:
    bound = {shortcut.objectName() for shortcut in room.grid.findChildren(QShortcut) if shortcut.keys()}
    bound = {name for name in bound if name}
    assert bound == {f"{SHORTCUT}{act}" for act in (*IN_THE_GRID, "answers-1", "answers-2", "answers-3")}
    keyed = [each for each in room.grid.findChildren(KeyButton) if each._shortcut.keys()]
    assert not keyed, "a key beside the table"
    shown = "  ".join(keys for keys, _words in key_rows(room.t))
    for name in bound:
        assert key_of(name.removeprefix(SHORTCUT)).shown(room.t) in shown


@pytest.mark.parametrize("size", [(512, 384), (1366, 768)])
def test_each_key_acts_on_the_page_of_all_teams(room: EveningOfTeams, size) -> None:
    room.console.showNormal()
    room.console.resize(*size)
    settled(room.console)
    pressed_there(room, "next")
    assert room.phases() == ["playing"] * 3
    room.wait(400)
    first = room.grid.order[0]
    pressed_there(room, "hint")
    assert room.view_of(first).shown_hint is not None
    room.clock.advance(1_000)
    pressed_there(room, "undo")
    assert room.view_of(first).shown_hint is None
    for team in (2, 3):
        pressed_there(room, f"answers-{team}")
        assert room.grid.desk.team == team
    pressed_there(room, "message")
    assert room.grid.desk.words.isVisible()
    QTest.keyClick(room.console.focusWidget(), Qt.Key.Key_Escape)
    pressed_there(room, "black")
    assert all(room.view_of(team).is_blacked_out for team in (1, 2, 3))
    pressed_there(room, "black")
    pressed_there(room, "pause")
    assert room.phases() == ["paused"] * 3
    pressed_there(room, "pause")
    room.clock.advance(1_000)
    pressed_there(room, "emergency")
    assert room.phases() == ["paused"] * 3
    QTest.keyClick(room.console.focusWidget(), Qt.Key.Key_Escape)
    pressed_there(room, "field")
    assert room.console.focusWidget() is room.grid.desk.edit


@pytest.mark.parametrize("team", [1, 2, 3])
def test_function_keys_of_the_table_open_the_page_of_a_team(room: EveningOfTeams, team: int) -> None:
    pressed(room, f"team-{team}")
    assert not room.console.is_grid_up
    assert room.live.team == team


def pressed_there(one: EveningOfTeams, act: str) -> None:
    """The key of an act, where the page of all teams binds it."""
    combination = one.grid.findChild(QShortcut, f"{SHORTCUT}{act}").keys()[0][0]
    QTest.keyClick(one.console.focusWidget(), combination.key(), combination.keyboardModifiers())
