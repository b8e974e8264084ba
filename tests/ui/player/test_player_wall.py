"""Several teams on one screen: each finds itself, reads its own hint, and nothing is cut."""

from dataclasses import replace
from itertools import combinations

import numpy
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kit_app.ui.common.fit_label import FitLabel
from kit_app.ui.player.panel import LEAST_SHARED
from kit_app.ui.player.wall import PlayerWall
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PlayerView
from tests.ui.player.ink import pixels
from tests.ui.player.views import (
    BAR,
    BLACK,
    FRONT,
    HINT,
    IDLE,
    LONG_HINT,
    MESSAGE,
    NONE,
    PAUSE,
    PITCH,
    PLAY,
    PORTAL,
    PORTAL_LOCKED,
    RED,
    RED_SAID,
    SIZES,
    STATES,
    TIME_OVER_TIMED,
)

LABELS = ("Les Indiscrets", "Les Fouineurs", "Les Curieux du troisième étage", "Ça", "Les Scoops", "Nuit")
LONGEST_HINT = replace(HINT, panel=replace(HINT.panel, text=("Relisez les légendes des images. " * 9)[:280]))
MIXES = (
    (PLAY,) * 6,
    (PAUSE, PLAY, PORTAL_LOCKED, RED_SAID, TIME_OVER_TIMED, PLAY),
    (PORTAL, RED, IDLE, FRONT, BAR, NONE),
)
ROUGH_EDGE = 120
"""Qt draws the edges of large signs not quite alike each time, so much of 255."""
COUNTS = (2, 3, 4, 5, 6)


@pytest.fixture
def wall(qtbot) -> PlayerWall:
    widget = PlayerWall()
    qtbot.addWidget(widget)
    widget.resize(1920, 1080)
    widget.show()
    return widget


def teams(*views: PlayerView) -> tuple[PlayerView, ...]:
    return tuple(
        replace(view, team=LABELS[number], team_number=number + 1) for number, view in enumerate(views)
    )


def shown(wall: PlayerWall, views: tuple[PlayerView, ...], size=(1920, 1080)) -> PlayerWall:
    wall.resize(*size)
    wall.show_views(views)
    return wall


def said(wall: PlayerWall, team: int) -> str:
    return wall.cells[team - 1].accessibleName()


def placed(window: PlayerWindow) -> list[tuple[object, ...]]:
    """Every part of a page that shows, with its place and its words."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
    return [(type(part).__name__, part.geometry(), part.accessibleName(), words_of(part)) for part in parts]


def words_of(part: QWidget) -> object:
    return (part.text(), part.text_size()) if isinstance(part, FitLabel) else None


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("name", STATES)
def test_one_team_looks_exactly_as_in_the_single_window(qtbot, wall: PlayerWall, name: str, size) -> None:
    single = PlayerWindow()
    qtbot.addWidget(single)
    single.resize(*size)
    single.show()
    single.show_view(STATES[name])
    shown(wall, (STATES[name],), size)
    assert placed(wall.single) == placed(single)
    assert numpy.abs(pixels(wall) - pixels(single)).max() <= ROUGH_EDGE


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
def test_every_team_has_its_part_and_no_two_overlap(wall: PlayerWall, count: int, size) -> None:
    for mix in MIXES:
        shown(wall, teams(*mix[:count]), size)
        boxes = [cell.geometry() for cell in wall.cells[:count]]
        assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]
        for cell in wall.cells[:count]:
            assert cell.isVisible() and wall.rect().contains(cell.geometry())
            assert cell.accessibleName().startswith(str(cell.part.view.team_number))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
def test_everything_lies_inside_its_part(wall: PlayerWall, count: int, size) -> None:
    for mix in MIXES:
        shown(wall, teams(*mix[:count]), size)
        for cell in wall.cells[:count]:
            plan, inner = cell.plan, cell.rect()
            boxes = [plan.shape, *(box for _block, box in plan.blocks)]
            boxes += [box for box in (plan.name, plan.clock) if not box.isEmpty()]
            assert all(inner.contains(box) for box in boxes), cell.accessibleName()
            assert not [pair for pair in combinations(boxes, 2) if pair[0].intersects(pair[1])]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("view", [HINT, LONG_HINT, LONGEST_HINT], ids=["short", "long", "longest"])
def test_a_hint_is_whole_and_five_per_cent_high(wall: PlayerWall, view: PlayerView, count: int, size) -> None:
    shown(wall, teams(*(PLAY,) * (count - 1), view), size)
    card = wall.cells[count - 1].card
    assert card.isVisible()
    assert card.text.text() == view.panel.text and card.text.fits() and card.heading.fits()
    assert card.text.text_size() >= int(LEAST_SHARED * size[1])
    assert all(cell.clock.isVisible() for cell in wall.cells[:count])


def test_one_hint_at_a_time_the_newest_and_then_the_one_before(wall: PlayerWall) -> None:
    other = replace(HINT, panel=replace(HINT.panel, text="Regardez derrière."))
    shown(wall, teams(HINT, PLAY))
    shown(wall, teams(HINT, other))
    assert [cell.card.isVisible() for cell in wall.cells] == [False, True]
    shown(wall, teams(HINT, PLAY))
    assert [cell.card.isVisible() for cell in wall.cells] == [True, False]
    shown(wall, teams(PLAY, PLAY))
    assert not any(cell.card.isVisible() for cell in wall.cells)


def test_a_message_to_all_is_one_card(wall: PlayerWall) -> None:
    shown(wall, teams(MESSAGE, MESSAGE, MESSAGE))
    assert wall.card.isVisible() and wall.card.text.text() == MESSAGE.panel.text
    assert not any(cell.card.isVisible() for cell in wall.cells)
    assert not any(wall.card.geometry().intersects(cell.geometry()) for cell in wall.cells)
    shown(wall, teams(PLAY, PLAY, PLAY))
    assert not wall.card.isVisible()


def test_a_short_hint_stays_in_its_own_quarter(wall: PlayerWall) -> None:
    shown(wall, teams(PLAY, PLAY, PLAY, PLAY))
    before = [QRect(cell.geometry()) for cell in wall.cells]
    shown(wall, teams(PLAY, HINT, PLAY, PLAY))
    assert [cell.geometry() for cell in wall.cells] == before
    assert "Enveloppe" in said(wall, 1)


def test_the_pitch_is_one_page_for_all_and_names_no_team(wall: PlayerWall) -> None:
    shown(wall, teams(PITCH, PITCH, PITCH))
    assert wall.single.isVisible() and wall.single.page == "idle"
    assert not any(cell.isVisible() for cell in wall.cells)
    shown(wall, teams(PITCH, PLAY, PLAY))
    assert not wall.single.isVisible()


def test_before_the_start_each_team_sees_its_sign(wall: PlayerWall) -> None:
    shown(wall, teams(IDLE, IDLE))
    assert "Prêts" in said(wall, 1) and "Les Fouineurs" in said(wall, 2)


def test_a_wall_of_clocks_has_one_line_and_no_hint(wall: PlayerWall) -> None:
    wall.set_arrangement("clocks")
    shown(wall, teams(HINT, PAUSE, PORTAL, RED_SAID))
    for cell in wall.cells:
        assert cell.clock.isVisible() and cell.bars.isVisible() and not cell.card.isVisible()
        assert sum(block.kind == "words" for block, _box in cell.plan.blocks) <= 1
    assert "Pause" in said(wall, 2) and "Enveloppe" not in said(wall, 1)


def test_clocks_are_larger_on_a_wall_of_clocks(wall: PlayerWall) -> None:
    views = teams(*(PLAY,) * 4)
    shown(wall, views)
    before = wall.cells[0].clock.text_size()
    wall.set_arrangement("clocks")
    assert wall.cells[0].clock.text_size() > before


def test_one_of_several_teams_can_have_the_screen(wall: PlayerWall) -> None:
    shown(wall, teams(PLAY, HINT))
    wall.set_arrangement("one", 2)
    assert wall.single.isVisible() and wall.single.view.team_number == 2
    assert wall.single.card.isVisible()
    wall.set_arrangement("split")
    assert not wall.single.isVisible() and wall.cells[0].isVisible()


def test_a_team_can_be_made_black_alone(wall: PlayerWall) -> None:
    shown(wall, teams(BLACK, PLAY))
    image = wall.grab().toImage()
    box = wall.cells[0].geometry()
    points = [(x, y) for x in range(box.left(), box.right(), 41) for y in range(box.top(), box.bottom(), 37)]
    assert {image.pixelColor(*point).name() for point in points} == {"#000000"}
    assert wall.cells[1].clock.isVisible()


def test_only_clocks_are_touched_when_only_time_changed(wall: PlayerWall) -> None:
    views = teams(PLAY, RED, PAUSE)
    shown(wall, views)
    plans = [cell.plan for cell in wall.cells]
    shown(wall, tuple(replace(view, remaining_ms=view.remaining_ms - 1000) for view in views))
    assert all(cell.plan is plan for cell, plan in zip(wall.cells, plans, strict=True))
    assert wall.cells[0].clock.text == "33:39"


def test_fewer_teams_leave_nothing_behind(wall: PlayerWall) -> None:
    shown(wall, teams(*(PLAY,) * 4))
    shown(wall, teams(PLAY, PLAY))
    assert [cell.isVisible() for cell in wall.cells] == [True, True, False, False]


def test_the_wall_is_black_before_its_first_views_and_closes_for_its_caller(wall: PlayerWall) -> None:
    assert wall.grab().toImage().pixelColor(900, 500).name() == "#000000"
    wall.close_for_good()
    assert not wall.isVisible()
