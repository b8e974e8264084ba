"""The dark bar at every width: no part lies over another, and the way out keeps its key as long as it can."""

import pytest
from PySide6.QtWidgets import QWidget

from kit_app.ui.console.header import Header
from tests.ui.console.evening import evening
from tests.ui.fitting import settled

LONG_TEAM = "Les Indiscrets de l'accueil bis"[:30]


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def header(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param, labels=(LONG_TEAM,)) as one:
        one.console.showNormal()
        yield one.console.header


def sized(header: Header, width: int) -> list[QWidget]:
    window = header.window()
    window.resize(width, 700)
    settled(window)
    assert header.width() == width
    shown = [part for part in header.findChildren(QWidget) if part.isVisible() and part.parent() is header]
    return sorted(shown, key=lambda part: part.x())


@pytest.mark.parametrize("state", ["on", "missing"])
def test_no_part_lies_over_another(header: Header, state) -> None:
    for width in (600, 683, 800, 1024, 1180, 1280, 1366, 1440, 1600, 1920):
        look_at(header, width, state)


def look_at(header: Header, width: int, state) -> None:
    parts = sized(header, width)
    header.show_sound(state, "")
    header.show_saved("Not saved since 17:41:20", is_kept=False)
    parts = sized(header, width)
    for left, right in zip(parts, parts[1:], strict=False):
        assert left.geometry().right() < right.geometry().left(), (left.objectName(), right.objectName())
    assert parts[-1].geometry().right() <= header.width() - 14
    for part in parts:
        if part is not header.facts:
            assert part.width() >= part.minimumSizeHint().width(), part.objectName()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_the_stop_names_its_key_where_there_is_room(header: Header, width: int) -> None:
    sized(header, width)
    assert header.stop.key_text


def test_a_long_name_leaves_the_buttons_in_a_usual_window(header: Header) -> None:
    sized(header, 1366)
    assert not header.more.isVisible()
    assert header.lock.isVisible() and header.keys.isVisible()
    assert header.team.text() == LONG_TEAM


def test_facts_that_are_cut_have_all_of_it_in_the_tooltip(header: Header) -> None:
    for width in range(1366, 700, -20):
        sized(header, width)
        if header.facts.text() != header.facts.accessibleName():
            break
    assert header.facts.isVisible()
    assert header.facts.text() != header.facts.accessibleName()
    assert header.facts.toolTip() == header.facts.accessibleName()
    sized(header, 1920)
    assert header.facts.text() == header.facts.accessibleName()
    assert header.facts.toolTip() == ""
