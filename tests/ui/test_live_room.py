"""Several teams in one room: what players see, a disk that refuses, a game cut off, teams that are left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.game.commands import AddNote, EndRun, StartRun
from kit_app.ui.player.wall import PlayerWall
from tests.ui.console.evening import take
from tests.ui.console.evening_of_teams import EveningOfTeams, evening_of_teams

TEAMS = (1, 2, 3)


@pytest.fixture
def night(qtbot, tmp_path):
    with evening_of_teams(tmp_path / "data") as one:
        yield one


@pytest.fixture
def playing(night: EveningOfTeams) -> EveningOfTeams:
    night.click("start-all")
    return night


def seen(one: EveningOfTeams) -> list[int]:
    """The teams on the first of the players' windows."""
    player = one.live.player
    assert isinstance(player, PlayerWall)
    alone = player.alone()
    return [alone.team_number] if alone is not None else [view.team_number for view in player.views]


def test_players_see_all_teams_on_one_screen(playing: EveningOfTeams) -> None:
    assert seen(playing) == [1, 2, 3]
    assert playing.live.player.isFullScreen()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_console_chooses_how_players_see_the_teams_and_remembers_it(playing: EveningOfTeams) -> None:
    playing.click("screen-menu")
    take(playing, "screen-choice", "A wall of clocks")
    assert playing.live.player.arrangement == "clocks"
    assert playing.services.preferences.settings.team_screens == "clocks"
    playing.click("screen-menu")
    take(playing, "screen-choice", "Only the chosen team")
    assert seen(playing) == [playing.grid.desk.team]
    QTest.mouseClick(playing.grid.desk.teams.button("3"), Qt.MouseButton.LeftButton)
    assert seen(playing) == [3]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_each_team_can_have_a_screen_of_its_own(playing: EveningOfTeams) -> None:
    playing.click("screen-menu")
    take(playing, "screen-choice", "A screen for each team")
    others = playing.live.seen.others
    assert seen(playing) == [1]
    assert {number: window.view.team_number for number, window in others.items()} == {2: 2, 3: 3}
    playing.live.seen.arrange("split")
    assert playing.live.seen.others == {}
    assert seen(playing) == [1, 2, 3]


def test_the_small_picture_is_of_the_team_whose_page_is_open(playing: EveningOfTeams) -> None:
    playing.press("F4")
    assert playing.live.miniature.view.team_number == 3


def test_what_the_disk_refuses_is_refused_for_all_and_done_for_all_on_retry(playing: EveningOfTeams) -> None:
    database = playing.services.runs._store.database
    database.limit_pages(database.page_count())
    for _ in range(400):
        if playing.live.room.trouble is None:
            playing.live.ask_of(AddNote(text="x" * 500))
    banner = playing.console.banners.banner("trouble")
    assert "full" in banner.text
    counts = {len(playing.live.room.conductor(team).history) for team in TEAMS}
    assert len(counts) == 1
    playing.free_disk()
    banner.chosen.emit("retry")
    assert playing.console.banners.banner("trouble") is None
    after = {len(playing.live.room.conductor(team).history) for team in TEAMS}
    assert after == {counts.pop() + 1}


def test_a_room_that_was_cut_off_is_taken_up_with_all_teams_and_one_question(playing: EveningOfTeams) -> None:
    playing.wait(60)
    playing.solve_for(2, "P1")
    before = {playing.view_of(team).remaining_ms for team in TEAMS}
    playing.reopen(after_s=180)
    assert playing.console.is_grid_up
    assert playing.phases() == ["playing"] * 3
    assert playing.view_of(2).puzzles[0].state == "solved"
    banner = playing.console.banners.banner("gap")
    assert "3 min" in banner.text
    QTest.mouseClick(banner.buttons["give"], Qt.MouseButton.LeftButton)
    assert playing.console.banners.banner("gap") is None
    assert {playing.view_of(team).gap_ms for team in TEAMS} == {None}
    assert {playing.view_of(team).remaining_ms for team in TEAMS} == before


def test_only_teams_that_have_not_finished_are_taken_up(playing: EveningOfTeams) -> None:
    playing.live.ask_of(EndRun(at_once=True), 2)
    playing.reopen(after_s=5)
    assert sorted(playing.grid.cards) == [1, 3]


def test_the_page_of_one_team_starts_all_where_clocks_are_common(night: EveningOfTeams) -> None:
    night.press("F2")
    assert night.button("next-step").text() == "Start all: 45 minutes"
    night.click("next-step")
    assert night.phases() == ["playing"] * 3


def test_the_page_of_one_team_starts_only_it_where_clocks_are_its_own(qtbot, tmp_path) -> None:
    with evening_of_teams(tmp_path / "data", own_clocks=True) as night:
        night.press("F3")
        night.click("next-step")
        assert night.phases() == ["idle", "playing", "idle"]


def test_a_room_of_one_team_is_the_page_of_that_team(qtbot, tmp_path) -> None:
    with evening_of_teams(tmp_path / "data", labels=("Les Indiscrets",)) as night:
        assert night.console.grid is None
        night.live.ask(StartRun())
        assert night.phases() == ["playing"]
        assert not night.console.header.back.isVisible()
