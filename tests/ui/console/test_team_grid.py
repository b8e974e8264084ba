"""All teams at once, by clicks and keys: what is done for all, for one, who is first, where answers go."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.evening import take
from tests.ui.console.evening_of_teams import LABELS, EveningOfTeams, evening_of_teams
from tests.ui.shell import clipped

SHOWN_MENU = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def night(qtbot, tmp_path):
    with evening_of_teams(tmp_path / "data") as one:
        yield one


@pytest.fixture
def playing(night: EveningOfTeams) -> EveningOfTeams:
    night.click("start-all")
    return night


def test_one_button_starts_all_clocks_at_once(night: EveningOfTeams) -> None:
    night.click("start-all")
    assert night.phases() == ["playing"] * 3
    night.wait(30)
    assert len({night.view_of(team).remaining_ms for team in (1, 2, 3)}) == 1
    assert "same clock for all" in night.grid.bar.facts.text


def test_the_pitch_is_shown_to_all_before_the_start(night: EveningOfTeams) -> None:
    night.click("pitch-all")
    assert {night.view_of(team).scene for team in (1, 2, 3)} == {"pitch"}
    night.click("pitch-all")
    assert {night.view_of(team).scene for team in (1, 2, 3)} == {None}


def test_with_own_clocks_each_team_starts_by_itself(qtbot, tmp_path) -> None:
    with evening_of_teams(tmp_path / "data", own_clocks=True) as night:
        night.click("act-2")
        assert night.phases() == ["idle", "playing", "idle"]
        assert night.card(2).clock.isVisible()
        night.click("start-all")
        assert night.phases() == ["playing"] * 3


def test_a_late_team_is_started_from_its_card(qtbot, tmp_path) -> None:
    with evening_of_teams(tmp_path / "data", own_clocks=True) as night:
        night.click("act-1")
        night.wait(20)
        night.click("act-3")
        assert night.view_of(1).played_ms - night.view_of(3).played_ms == 20_000


def test_pause_message_and_black_are_for_all_and_undone_as_one(playing: EveningOfTeams) -> None:
    playing.click("pause-all")
    assert playing.phases() == ["paused"] * 3
    assert playing.button("pause-all").text() == "Resume all"
    playing.click("undo")
    assert playing.phases() == ["playing"] * 3
    playing.clock.advance(1_000)
    playing.click("message-all")
    QTest.keyClicks(playing.grid.desk.words, "Look up")
    playing.click("send")
    assert {playing.view_of(team).message for team in (1, 2, 3)} == {"Look up"}
    assert playing.button("undo").text() == "Undo: message (all)"
    playing.clock.advance(1_000)
    playing.click("black-all")
    assert all(playing.view_of(team).is_blacked_out for team in (1, 2, 3))
    playing.click("black-all")
    assert not any(playing.view_of(team).is_blacked_out for team in (1, 2, 3))


def test_a_message_goes_to_one_team(playing: EveningOfTeams) -> None:
    playing.click("message-2")
    assert "2 Les Fouineurs" in playing.grid.desk.label.text()
    QTest.keyClicks(playing.grid.desk.words, "Split up")
    QTest.keyClick(playing.grid.desk.words, Qt.Key.Key_Return)
    assert [playing.view_of(team).message for team in (1, 2, 3)] == ["", "Split up", ""]
    assert playing.grid.desk.is_idle


def test_an_emergency_stops_all_clocks(playing: EveningOfTeams) -> None:
    playing.click("emergency-all")
    assert playing.phases() == ["paused"] * 3
    banner = playing.console.banners.banner("emergency")
    QTest.mouseClick(banner.buttons["resume"], Qt.MouseButton.LeftButton)
    assert playing.phases() == ["playing"] * 3
    assert playing.console.banners.banner("emergency") is None


def test_who_is_stuck_longest_comes_first_and_has_the_primary_button(playing: EveningOfTeams) -> None:
    playing.wait(300)
    playing.solve_for(1, "P1")
    playing.solve_for(3, "P1")
    playing.wait(120)
    assert playing.grid.order[0] == 2
    assert playing.card(2).words.status == "stuck"
    assert playing.card(2).act.property("kind") == "primary"
    suggestion = playing.view_of(2).suggestion
    playing.click("act-2")
    assert playing.view_of(2).shown_hint == (suggestion.puzzle, suggestion.level)
    assert playing.view_of(1).shown_hint is None


def test_a_late_team_is_asked_where_it_searched_before_any_hint(playing: EveningOfTeams) -> None:
    playing.wait_until(lambda: playing.card(1).words.status == "over target")
    row = playing.view_of(1).puzzles[0]
    assert playing.view_of(1).suggestion is None
    assert playing.card(1).say.text == f"“{row.searches[0].text}”"
    playing.click("act-1")
    row = playing.view_of(1).puzzles[0]
    assert row.searches[0].is_shown and not any(hint.is_given for hint in row.hints)
    assert not playing.view_of(2).puzzles[0].searches[0].is_given
    playing.wait_until(lambda: playing.view_of(2).suggestion is not None)
    playing.click("act-2")
    assert playing.view_of(2).shown_hint == ("P1", 1)


@SHOWN_MENU
def test_a_question_is_asked_from_the_menu_of_a_card(playing: EveningOfTeams) -> None:
    text = playing.view_of(3).puzzles[0].searches[0].text
    playing.click("more-3")
    take(playing, "team-menu", text)
    assert playing.view_of(3).puzzles[0].searches[0].is_shown
    assert [playing.view_of(team).puzzles[0].searches[0].is_given for team in (1, 2)] == [False, False]


def test_the_order_stays_while_something_is_typed(playing: EveningOfTeams) -> None:
    before = playing.grid.order
    QTest.keyClicks(playing.grid.desk.edit, "4")
    playing.solve_for(1, "P1")
    playing.wait(420)
    assert playing.grid.order == before
    playing.grid.desk.edit.clear()
    playing.wait(5)
    assert playing.grid.order != before


def test_an_answer_goes_to_the_chosen_team(playing: EveningOfTeams) -> None:
    QTest.mouseClick(playing.grid.desk.teams.button("2"), Qt.MouseButton.LeftButton)
    assert playing.card(2).is_chosen
    playing.type_here(playing.answer_of(2, "P1"))
    solved = [playing.view_of(team).puzzles[0].state == "solved" for team in (1, 2, 3)]
    assert solved == [False, True, False]
    assert playing.news.startswith("2 Les Fouineurs: P1")


def test_another_teams_answer_is_only_wrong(playing: EveningOfTeams) -> None:
    playing.solve_for(1, "P1")
    ours = [playing.answer_of(1, puzzle) for puzzle in ("P2", "P5", "P8")]
    theirs = [playing.answer_of(3, puzzle) for puzzle in ("P2", "P5", "P8")]
    other = next(answer for answer in theirs if answer not in ours)
    playing.type_here(other)
    assert playing.news == f"1 Les Indiscrets: Not yet: “{other}”."


def test_a_card_finds_its_team_by_itself(playing: EveningOfTeams) -> None:
    card = playing.live.room.conductor(3).setup.cards[0]
    playing.type_here(card.code)
    assert playing.view_of(3).reading.card == card.id
    assert playing.news.startswith("3 Les Rotatives: card")
    assert playing.grid.desk.team == 1


def test_on_the_page_of_a_team_a_card_of_another_is_named(playing: EveningOfTeams) -> None:
    playing.press("F2")
    playing.type_answer(playing.live.room.conductor(3).setup.cards[0].code)
    assert "belongs to team 3, Les Rotatives" in playing.echo


def test_function_keys_open_teams_and_escape_goes_back(playing: EveningOfTeams) -> None:
    playing.press("F3")
    assert not playing.console.is_grid_up
    assert playing.console.header.team.text() == "Les Fouineurs"
    playing.press("F4")
    assert playing.console.header.team.text() == "Les Rotatives"
    playing.press("Esc")
    assert playing.console.is_grid_up
    assert playing.console.header.team.text() == "3 teams"
    playing.click("open-1")
    assert playing.live.team == 1
    playing.click("all-teams")
    assert playing.console.is_grid_up


def test_single_keys_act_for_all_once_the_field_is_left(playing: EveningOfTeams, qtbot) -> None:
    playing.press("Esc")
    playing.press("P")
    qtbot.waitUntil(lambda: playing.phases() == ["paused"] * 3)
    playing.press("Alt+P")
    assert playing.phases() == ["playing"] * 3
    playing.press("3")
    qtbot.waitUntil(lambda: playing.grid.desk.team == 3)
    playing.press("Ctrl+E")
    assert playing.grid.desk.edit.hasFocus()


def test_arrows_move_the_choice_and_enter_opens_it(playing: EveningOfTeams) -> None:
    playing.press("Esc")
    playing.press("Right")
    assert playing.grid.desk.team == playing.grid.order[1]
    QTest.keyClick(playing.console.focusWidget(), Qt.Key.Key_Space)
    assert playing.live.team == playing.grid.order[1]
    assert not playing.console.is_grid_up


@SHOWN_MENU
def test_the_menu_of_a_card_pauses_one_team_and_gives_a_hint_to_all(playing: EveningOfTeams) -> None:
    playing.click("more-2")
    take(playing, "team-menu", "Pause this team")
    assert playing.phases() == ["playing", "paused", "playing"]
    playing.clock.advance(1_000)
    playing.click("more-1")
    take(playing, "team-menu", "Hint 1 of P1 to all 3 teams")
    assert {playing.view_of(team).shown_hint for team in (1, 2, 3)} == {("P1", 1)}


@SHOWN_MENU
def test_one_team_is_ended_from_its_menu(playing: EveningOfTeams) -> None:
    playing.click("more-3")
    take(playing, "team-menu", "End the game")
    QTest.mouseClick(playing.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    assert playing.phases() == ["playing", "playing", "ended"]
    assert playing.card(3).words.status == "ended"


def test_when_all_have_ended_the_room_leads_to_the_debrief(playing: EveningOfTeams, qtbot) -> None:
    playing.click("stop")
    with qtbot.waitSignal(playing.live.changed):
        QTest.mouseClick(playing.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    assert playing.phases() == ["ended"] * 3
    with qtbot.waitSignal(playing.live.closed) as caught:
        playing.click("room-results")
    assert caught.args == [playing.plan.id]
    rows = playing.services.runs.rows(playing.plan.id)
    assert [row.stage for row in rows] == ["ended"] * 3


def test_a_stop_for_all_leads_every_team_through_the_last_exercise(playing: EveningOfTeams) -> None:
    for phase in ("guided", "closing", "ended"):
        playing.clock.advance(1_000)
        playing.click("stop")
        QTest.mouseClick(playing.live.question.buttons["end"], Qt.MouseButton.LeftButton)
        assert playing.phases() == [phase] * 3


def test_an_ended_team_says_so_while_the_others_go_on(playing: EveningOfTeams) -> None:
    playing.press("F2")
    playing.click("stop")
    QTest.mouseClick(playing.live.question.buttons["at-once"], Qt.MouseButton.LeftButton)
    assert playing.phases() == ["ended", "playing", "playing"]
    playing.click("next-step")
    assert playing.console.is_grid_up


QUICK = [("fr", (1366, 768), 6), ("en", (1280, 680), 3), ("fr", (1280, 680), 2)]
EACH = [
    pytest.param(*one, marks=() if one in QUICK else pytest.mark.long)
    for one in product(["en", "fr"], [(1366, 768), (1280, 680)], [2, 3, 4, 5, 6])
]


@pytest.mark.parametrize(("language", "size", "count"), EACH)
def test_all_cards_fit_with_long_names(qtbot, tmp_path, language, size, count) -> None:
    labels = tuple(f"Soins longue durée, nuit no {number}" for number in "ABCDEF"[:count])
    with evening_of_teams(tmp_path / "data", language=language, labels=labels) as night:
        night.console.showNormal()
        night.console.resize(*size)
        night.click("start-all")
        night.wait(400)
        assert (night.console.width(), night.console.height()) == size
        assert clipped(night.console) == []
        for card in night.grid.cards.values():
            assert card.say.height() >= card.say.minimumSizeHint().height()
            assert card.headline.width() > 0


def test_the_labels_are_those_of_the_session(night: EveningOfTeams) -> None:
    assert [night.card(team).label for team in (1, 2, 3)] == list(LABELS)
