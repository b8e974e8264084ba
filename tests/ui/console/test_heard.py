"""What a person hears of the console: the tree that screen readers read."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kit_app.ui.console.now_zone import heard
from tests.ui.console import gallery
from tests.ui.console.evening import Evening, evening

Role, Words = QAccessible.Role, QAccessible.Text
MINUTE = 60_000
CONTROLS = (Role.Button, Role.EditableText, Role.RadioButton, Role.CheckBox, Role.ComboBox)


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def playing(request, qtbot, tmp_path):
    with evening(tmp_path / "data", language=request.param) as one:
        gallery.playing(one)
        yield one


def tree(one: Evening) -> Iterator[QAccessibleInterface]:
    """Everything in the window that is not hidden."""
    waiting = [QAccessible.queryAccessibleInterface(one.console)]
    while waiting:
        here = waiting.pop(0)
        if not here.state().invisible:
            yield here
            waiting += [here.child(place) for place in range(here.childCount())]


def names(one: Evening) -> list[str]:
    return [each.text(Words.Name) for each in tree(one)]


def test_every_control_has_a_role_and_a_name(playing: Evening) -> None:
    found = [each for each in tree(playing) if each.role() in CONTROLS]
    assert len(found) > 25
    for each in found:
        assert each.text(Words.Name).strip(), each.object().objectName()
    assert {each.role() for each in found} >= {Role.Button, Role.EditableText}


def test_puzzles_are_told_with_their_state_in_words(playing: Evening) -> None:
    said = names(playing)
    facts = [playing.console.puzzles.graph.node(row.id).facts for row in playing.view.puzzles]
    assert {each.state for each in facts} >= {"solved", "open", "stuck", "locked"}
    for each in facts:
        assert f"{each.ident} {each.title}, {each.state_text}, {each.time_text}" in said


def test_zones_clock_suggestion_and_answer_field_are_told(playing: Evening) -> None:
    said, t, console = names(playing), playing.t, playing.console
    for zone in (t("Now"), t("Puzzles"), t("What to say")):
        assert zone in said
    assert any(name.startswith(t("Time left")) and ":" in name for name in said)
    assert console.say.next_step.title.text() in said
    assert console.say.next_step.say.text() in said
    assert console.say.next_step.primary.text() in said
    fields = [each for each in tree(playing) if each.text(Words.Name) == t("Answer or card code")]
    field = next(each for each in fields if each.role() == Role.EditableText)
    assert field.text(Words.Description) == playing.echo != ""


def test_the_field_tells_the_last_echo(playing: Evening) -> None:
    playing.type_answer("nonsense")
    field = QAccessible.queryAccessibleInterface(playing.console.puzzles.desk.edit)
    assert "nonsense" in field.text(Words.Description)


def test_a_banner_tells_its_sentence(playing: Evening) -> None:
    playing.click("pause")
    banner = playing.console.banners.banner("pause")
    assert banner.text in names(playing)
    told = QAccessible.queryAccessibleInterface(banner)
    assert told.text(Words.Name) == banner.text


@pytest.mark.parametrize(
    ("before", "after", "minutes"),
    [
        (None, 15 * MINUTE, 0),
        (15 * MINUTE + 1, 15 * MINUTE, 15),
        (15 * MINUTE, 15 * MINUTE - 1000, 0),
        (10 * MINUTE + 500, 10 * MINUTE - 500, 10),
        (5 * MINUTE + 1, 5 * MINUTE, 5),
        (MINUTE + 1, MINUTE - 1, 1),
        (12 * MINUTE, 4 * MINUTE, 5),
        (4 * MINUTE, 9 * MINUTE, 0),
        (900, 0, 0),
    ],
)
def test_the_clock_is_heard_at_a_few_moments_only(before: int | None, after: int, minutes: int) -> None:
    assert heard(before, after) == minutes


def test_the_time_left_is_told_at_fifteen_minutes(playing: Evening) -> None:
    clock = QAccessible.queryAccessibleInterface(playing.console.now.clock)
    playing.wait((playing.view.remaining_ms - 15 * MINUTE) / 1000 - 1)
    assert clock.text(Words.Description) == ""
    playing.wait(2)
    assert "15" in clock.text(Words.Description)
    said = clock.text(Words.Name)
    playing.wait(10)
    assert clock.text(Words.Name) == said
