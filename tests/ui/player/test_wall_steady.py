"""Clocks of several teams stay alike and still; parts that look the same are not planned again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kit_app.ui.player.cell import TeamCell
from kit_app.ui.player.wall import PlayerWall
from kit_app.views.player import NIGHT, PlayerView
from tests.ui.player.views import PLAY

SMALL, USUAL = (1024, 768), (1920, 1080)
ROOMY = [(2, SMALL), (3, SMALL), (6, SMALL), *((count, USUAL) for count in (2, 3, 4, 6))]
"""A quarter of a small picture has no room for the longest name, two more lines and a clock between."""
NAMES = ("Indiscreet Nightshift Owls WdB", "Paparazzi", "Équipe C", "Les Plumes", "Flash", "Scoop")


@pytest.fixture
def wall(qtbot) -> PlayerWall:
    widget = PlayerWall()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def teams(count: int, **changes: object) -> tuple[PlayerView, ...]:
    """Teams at play; `changes` are those of the first."""
    quiet = replace(PLAY, envelope="", notice="")
    views = tuple(
        replace(quiet, team=name, team_number=number) for number, name in enumerate(NAMES[:count], 1)
    )
    return (replace(views[0], **changes), *views[1:])


def clocks(wall: PlayerWall) -> set[int]:
    return {cell.clock.height() for cell in wall.cells if cell.isVisible()}


class Paints(QObject):
    """Which cells were painted."""

    def __init__(self, wall: PlayerWall) -> None:
        super().__init__(wall)
        self.teams: set[int] = set()
        for cell in wall.cells:
            cell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, TeamCell) and watched.part is not None:
            self.teams.add(watched.part.view.team_number)
        return False


@pytest.mark.parametrize(("count", "size"), ROOMY, ids=str)
def test_words_of_one_team_change_no_clock(wall: PlayerWall, count: int, size: tuple[int, int]) -> None:
    wall.resize(*size)
    wall.show_views(teams(count))
    (high,) = clocks(wall)
    for said in ({"notice": "Pas encore."}, {"envelope": "Enveloppe B2 : vous pouvez ouvrir."}):
        wall.show_views(teams(count, **said))
        assert clocks(wall) == {high}
    wall.show_views(teams(count, notice="Pas encore.", envelope="Enveloppe B2 : vous pouvez ouvrir."))
    assert len(clocks(wall)) == 1


def test_three_teams_stand_side_by_side_over_the_whole_screen(wall: PlayerWall) -> None:
    wall.resize(1920, 1080)
    wall.show_views(teams(3))
    boxes = [cell.geometry() for cell in wall.cells]
    assert len({box.top() for box in boxes}) == 1
    assert min(box.height() for box in boxes) > 0.9 * wall.height()


def test_the_longest_name_is_on_the_red_screen_too(wall: PlayerWall) -> None:
    from tests.ui.player.test_player_wall import STATES

    wall.resize(1920, 1080)
    red = [replace(STATES["red"], team=name, team_number=number) for number, name in enumerate(NAMES[:3], 1)]
    wall.show_views(tuple(red))
    plan = wall.cells[0].plan
    assert plan is not None
    assert not plan.name.isEmpty() or any(block.words == NAMES[0] for block, _box in plan.blocks)


def test_only_the_team_that_something_happened_to_is_painted(wall: PlayerWall) -> None:
    wall.resize(1920, 1080)
    wall.show_views(teams(6))
    QApplication.processEvents()
    paints = Paints(wall)
    wall.show_views(teams(6, notice="Pas encore."))
    QApplication.processEvents()
    assert paints.teams == {1}
    assert "Pas encore." in wall.cells[0].accessibleName()


def test_time_moves_a_clock_whose_part_is_left_as_it_is(wall: PlayerWall) -> None:
    wall.resize(1920, 1080)
    wall.show_views(teams(2))
    wall.show_views(tuple(replace(view, remaining_ms=61_000) for view in teams(2, notice="Pas encore.")))
    assert [cell.clock.text for cell in wall.cells[:2]] == ["01:01", "01:01"]


def test_black_colours_and_sizes_reach_a_part_that_says_the_same(wall: PlayerWall) -> None:
    wall.resize(1920, 1080)
    wall.show_views(teams(2))
    before = wall.cells[1].plan
    wall.show_views(tuple(replace(view, is_blacked_out=True) for view in teams(2)))
    assert wall.cells[1].plan is None
    wall.show_views(teams(2))
    assert wall.cells[1].plan == before
    wall.set_colours(replace(NIGHT, ground="#000000"))
    assert wall.cells[1].colours.ground == "#000000"
    wall.resize(1024, 768)
    assert wall.cells[1].plan != before
