"""Events, plans and settings as JSON: they come back the same, and what is newer is refused."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from kit_app.domain.settings import ScreenIdentity, Settings
from kit_app.errors import StorageError
from kit_app.game.events import Event, HintGiven, PuzzleSolved, RunEnded, TimeAdjusted
from kit_app.storage.codec import (
    check_number,
    encoded,
    event_from,
    event_kind,
    events_from,
    plan_from,
    row_check,
)
from kit_app.storage.settings_file import FILE_NAME, read_settings, write_settings
from kit_app.storage.shape import ShapeError, reader
from tests.fakes import WALL_START_MS
from tests.unit.storage.made import plan

SAMPLES = {
    str: "é",
    int: 7,
    bool: True,
    tuple[str, ...]: ("A1", "B1"),
    str | None: None,
    Mapping[str, int]: {"P1": 90_000},
}


def read(kind, data):
    """The event of a row with this data, which is the first of its journal."""
    return events_from([(1, 2, 3, kind, data, row_check(1, 2, 3, check_number(kind, data)))])[0].event


def sample(kind):
    """An event of this kind with a value in each field."""
    hints = get_type_hints(kind)
    values = {}
    for field in fields(kind):
        hint = hints[field.name]
        values[field.name] = SAMPLES[hint] if hint in SAMPLES else get_args(hint)[0]
    return kind(**values)


@pytest.mark.parametrize("kind", get_args(Event))
def test_every_event_comes_back_the_same_on_both_ways(kind):
    event = sample(kind)
    text = encoded(event)
    assert read(event_kind(event), text) == event
    assert event_from(event_kind(event), json.loads(text)) == event


def test_a_field_that_an_old_event_lacks_takes_its_default():
    assert read("HintGiven", '{"puzzle":"P1","level":2}') == HintGiven(puzzle="P1", level=2)


@pytest.mark.parametrize(
    ("kind", "data"),
    [("DragonSeen", "{}"), ("RunResumed", '{"speed":2}')],
)
def test_what_a_newer_release_wrote_is_refused_politely(kind, data):
    with pytest.raises(StorageError, match="newer release"):
        read(kind, data)
    with pytest.raises(StorageError, match="newer release"):
        event_from(kind, json.loads(data))


@pytest.mark.parametrize("data", ["{", "[]", '{"puzzle":"P1"}', "{},{}"])
def test_what_makes_no_sense_is_told(data):
    with pytest.raises(StorageError, match="cannot be read"):
        read("HintGiven", data)


def test_events_from_elsewhere_have_the_right_types():
    with pytest.raises(StorageError, match="cannot be read"):
        event_from("TimeAdjusted", {"by_ms": "5"})
    with pytest.raises(StorageError, match="cannot be read"):
        event_from("TimeAdjusted", {"by_ms": True})
    with pytest.raises(StorageError, match="cannot be read"):
        event_from("RunEnded", {"outcome": "draw"})
    assert event_from("TimeAdjusted", {"by_ms": 5}) == TimeAdjusted(by_ms=5)
    assert event_from("RunEnded", {"outcome": "won"}) == RunEnded(outcome="won")
    assert event_from("PuzzleSolved", {"puzzle": "P1", "opened": ["A1"]}) == PuzzleSolved(
        puzzle="P1", opened=("A1",)
    )


def test_half_a_character_is_refused_before_anything_is_stored():
    with pytest.raises(StorageError, match="cannot be read"):
        event_from("MessageShown", json.loads('{"text": "\\ud83d"}'))
    assert event_from("MessageShown", json.loads('{"text": "\\ud83d\\ude00"}')).text == "\U0001f600"


def test_a_plan_comes_back_the_same():
    assert plan_from(encoded(plan())) == plan()


def test_a_reader_names_what_is_wrong():
    with pytest.raises(ShapeError, match="SessionPlan lacks 'name'"):
        reader(type(plan()))({"id": "x"})


def test_settings_come_back_the_same(tmp_path):
    settings = Settings(language="fr", theme="dark", projector=ScreenIdentity(name="HDMI-1", model="X"))
    settings = settings.with_projector_of(3, ScreenIdentity(serial="S3"))
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path, 0).settings == settings


def test_settings_of_an_older_release_still_load(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"version": 1, "language": "en"}', encoding="utf-8")
    assert read_settings(tmp_path, 0).settings == Settings(language="en")


@pytest.mark.parametrize("text", ["", "[]", '{"version": 99}', '{"version": 1, "theme": "pink"}', "\x00"])
def test_unreadable_settings_are_set_aside_and_told(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    read = read_settings(tmp_path, WALL_START_MS)
    assert read.settings == Settings()
    assert "set aside" in str(read.notices[0])
    assert (tmp_path / "settings.unreadable-20261124-173000.json").read_text(encoding="utf-8") == text
    assert not (tmp_path / FILE_NAME).exists()


def test_settings_that_cannot_be_kept_are_told(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / FILE_NAME / "in the way").touch()
    with pytest.raises(StorageError, match="could not be kept"):
        write_settings(tmp_path, Settings())


def test_a_session_planned_before_hints_had_a_stock_is_read():
    stored = json.loads(encoded(plan()))
    for field in ("hint_stock", "hint_shown_s", "own_clocks"):
        del stored[field]
    assert plan_from(json.dumps(stored)) == plan()
