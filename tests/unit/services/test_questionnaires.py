"""Sheets typed in, paired, counted, deleted for good; counts that travel."""

import json
import random
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from kit_app.errors import CommandRefused
from kit_app.game.learning import OVERALL, counts_of, item_change
from kit_app.services.questionnaires import DAYS
from tests.unit.services.bundled import draft, opened
from tests.unit.services.sheets import RIGHT, fill, sheet

DAY_MS = 86_400_000


@pytest.fixture
def session_id(services):
    return services.sessions.save(draft(services)).plan.id


def test_the_items_are_asked_in_the_language_of_the_reader(services, session_id):
    assert services.questionnaires.of_session(session_id, "en").asked[0].words.ask.startswith("I leave")
    assert services.questionnaires.of_session(session_id, "fr").asked[0].words.ask.startswith("Je quitte")
    assert services.questionnaires.of_session(session_id, "de").asked[0].words.ask.startswith("Je quitte")


def test_a_sheet_is_kept_as_it_was_typed(services, session_id):
    typed = sheet("after", 7, "BCB-CBBCBB", (5, 4))
    services.questionnaires.keep(session_id, typed)
    assert services.questionnaires.of_session(session_id).of("after") == (typed,)
    assert services.questionnaires.of_session(session_id).of("before") == ()


def test_a_number_typed_twice_is_refused_until_it_is_changed(services, session_id):
    services.questionnaires.keep(session_id, sheet("before", 7, RIGHT))
    other = sheet("before", 7, "A" * 10)
    with pytest.raises(CommandRefused, match="typed in already") as told:
        services.questionnaires.keep(session_id, other)
    assert told.value.values == {"number": 7}
    services.questionnaires.keep(session_id, replace(other, number=8))
    services.questionnaires.keep(session_id, replace(other, moment="after"))
    assert [one.number for one in services.questionnaires.of_session(session_id).of("before")] == [7, 8]


def test_a_stored_sheet_can_be_mended_and_get_another_number(services, session_id):
    services.questionnaires.keep(session_id, sheet("before", 7, RIGHT))
    services.questionnaires.keep(session_id, sheet("before", 9, "A" * 10), instead_of=7)
    (kept,) = services.questionnaires.of_session(session_id).sheets
    assert (kept.number, set(kept.answers.values())) == (9, {"A"})


def test_sheets_without_a_number_stay_apart(services, session_id):
    numbers = [services.questionnaires.keep(session_id, sheet("before", 0, RIGHT)).number for _ in range(3)]
    assert numbers == [-1, -2, -3]
    services.questionnaires.keep(session_id, sheet("before", -2, "A" * 10), instead_of=-2)
    assert [one.number for one in services.questionnaires.of_session(session_id).sheets] == [-3, -2, -1]


def test_a_sheet_typed_by_mistake_goes(services, session_id):
    services.questionnaires.keep(session_id, sheet("before", 7, RIGHT))
    services.questionnaires.remove(session_id, "before", 7)
    assert services.questionnaires.of_session(session_id).sheets == ()


def test_closing_keeps_the_counts_and_deletes_the_sheets(services, session_id):
    fill(services, session_id)
    before = services.questionnaires.of_session(session_id)
    assert not before.is_closed and len(before.sheets) == 16
    assert services.questionnaires.close(session_id).results
    after = services.questionnaires.of_session(session_id)
    assert (after.is_closed, after.sheets, after.days_left) == (True, (), None)
    assert after.counts.pairs["before-after"].items == before.counts.pairs["before-after"].items
    assert after.counts == before.counts
    assert after.counts.opinions["useful"] == (0, 0, 0, 8, 0)
    with pytest.raises(CommandRefused, match="counted and deleted"):
        services.questionnaires.keep(session_id, sheet("month", 1, RIGHT))
    with pytest.raises(CommandRefused):
        services.questionnaires.close(session_id)


def test_a_month_later_is_compared_alike(services, session_id):
    fill(services, session_id, moments=("before", "after", "month"))
    services.questionnaires.close(session_id)
    counts = services.questionnaires.of_session(session_id).counts
    assert counts.sheets("month") == 8
    assert item_change(counts.pairs["before-month"].items["lock"]).people == 8


def traces(folder):
    """The files that hold a byte of a sheet, packed or not."""
    mark = b'"usb-stick":"'
    found = []
    for path in folder.rglob("*"):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as pack:
                if any(mark in pack.read(name) for name in pack.namelist()):
                    found.append(path)
        elif path.is_file() and mark in path.read_bytes():
            found.append(path)
    return found


@pytest.mark.parametrize("way", ["by hand", "by itself"])
def test_no_byte_of_a_sheet_stays_in_any_file(tmp_path, clock, way):
    folder = tmp_path / "data"
    services = opened(folder, clock)
    session_id = services.sessions.save(draft(services)).plan.id
    other = services.sessions.save(draft(services)).plan.id
    luck = random.Random(5)
    order = [(moment, number) for moment in ("before", "after", "month") for number in range(1, 90)]
    luck.shuffle(order)
    for moment, number in order:
        letters = "".join(luck.choice("ABC-") for _ in range(10))
        services.questionnaires.keep(session_id, sheet(moment, number, letters))
    for moment, number in order[:40]:
        mended = sheet(moment, number, "A" * 10)
        services.questionnaires.keep(session_id, mended, instead_of=number)
    services.backups.make("game")
    services.backups.make("day")
    with closing(sqlite3.connect(folder / "sant-escape.sqlite3")) as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)")
    assert {path.suffix for path in traces(folder)} >= {".sqlite3", ".zip"}
    if way == "by hand":
        services.questionnaires.close(session_id)
    else:
        services.close()
        clock.set_wall(clock.wall_ms() + DAYS * DAY_MS)
        services = opened(folder, clock)
        (notice,) = services.notices
        assert "Unités B et C" in str(notice) and "90 days" in str(notice)
    assert traces(folder) == []
    assert services.questionnaires.of_session(session_id).is_closed
    assert not services.questionnaires.of_session(other).is_closed
    services.close()


def test_sheets_of_other_sessions_stay_in_the_copies(services, session_id, tmp_path):
    other = services.sessions.save(draft(services)).plan.id
    fill(services, session_id, 5)
    fill(services, other, 5)
    copy = services.backups.make("game")
    services.questionnaires.close(session_id)
    with zipfile.ZipFile(services.backups.place / copy.name) as pack:
        pack.extract("sant-escape.sqlite3", tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy" / "sant-escape.sqlite3")) as connection:
        assert connection.execute("SELECT DISTINCT session_id FROM answer_sheets").fetchall() == [(other,)]
    services.backups.make("day")
    assert len(services.backups.all()) == 2


def test_a_day_before_the_ninety_are_over_nothing_is_closed(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    session_id = services.sessions.save(draft(services)).plan.id
    fill(services, session_id, 5)
    services.close()
    clock.set_wall(clock.wall_ms() + (DAYS - 1) * DAY_MS)
    services = opened(tmp_path / "data", clock)
    found = services.questionnaires.of_session(session_id)
    assert (found.is_closed, found.days_left, len(found.sheets)) == (False, 1, 10)
    services.close()


def test_a_disk_that_refuses_the_closing_does_not_keep_the_program_from_starting(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    session_id = services.sessions.save(draft(services)).plan.id
    fill(services, session_id, 5)
    clock.set_wall(clock.wall_ms() + DAYS * DAY_MS)
    database = services.questionnaires._answers._database
    with closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        (told,) = services.questionnaires.close_old()
    assert "Another copy" in str(told)
    assert not services.questionnaires.of_session(session_id).is_closed
    (told,) = services.questionnaires.close_old()
    assert "counted" in str(told)
    services.close()


def test_statistics_get_the_counts_of_open_and_closed_sessions_as_one(services, session_id):
    other = services.sessions.save(draft(services)).plan.id
    third = services.sessions.save(draft(services)).plan.id
    fill(services, session_id, 5)
    fill(services, other, 6)
    fill(services, third, 7, moments=("before",))
    each = [services.questionnaires.counts([one]) for one in (session_id, other)]
    for closed in (session_id, third):
        services.questionnaires.close(closed)
    both = services.questionnaires.counts([session_id, other, third])
    pair = both.pairs["before-after"]
    assert pair.items["lock"].pairs == 11
    assert pair.items["lock"].firsts == 11, "a session without an after says nothing of a change"
    assert pair.themes[OVERALL].changes.total == pytest.approx(
        sum(one.pairs["before-after"].themes[OVERALL].changes.total for one in each)
    )
    assert both.themes["transfer"] == "people"
    assert both.opinions["pace"] == (0, 0, 11, 0, 0)
    assert services.questionnaires.counts([]).pairs == {}


def test_a_deleted_session_takes_its_sheets_along(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    session_id = services.sessions.save(draft(services)).plan.id
    fill(services, session_id, 5)
    services.sessions.delete(session_id)
    services.close()
    opened(tmp_path / "data", clock).close()
    with closing(sqlite3.connect(tmp_path / "data" / "sant-escape.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM answer_sheets").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM answer_pairings").fetchone() == (0,)


def test_a_session_travels_with_its_counts_and_never_with_a_sheet(services, session_id, tmp_path, clock):
    fill(services, session_id)
    path = tmp_path / "back.sante"
    services.travel.export_session(session_id, path)
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["format"] == 2
        everything = b"".join(archive.read(name) for name in archive.namelist() if name != "kit.zip")
    assert not re.search(rb'"lock":"[ABC]"', everything) and b'"number"' not in archive.namelist()
    office = opened(tmp_path / "office", clock)
    office.travel.import_session(path)
    found = office.questionnaires.of_session(session_id)
    assert found.is_closed and found.sheets == ()
    assert found.counts == services.questionnaires.of_session(session_id).counts
    services.questionnaires.keep(session_id, sheet("before", 9, RIGHT))
    services.travel.export_session(session_id, path, overwrite=True)
    office.travel.import_session(path)
    assert office.questionnaires.of_session(session_id).counts.sheets("before") == 9
    office.close()


def test_a_session_without_sheets_travels_as_before(services, session_id, tmp_path):
    path = tmp_path / "out.sante"
    services.travel.export_session(session_id, path)
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["format"] == 1
        assert "counts.json" not in archive.namelist()


def test_counts_follow_from_the_sheets_alone(services, session_id):
    fill(services, session_id)
    found = services.questionnaires.of_session(session_id)
    questions = [one.question for one in found.asked]
    kit = services.library.kit_of(services.sessions.get(session_id))
    assert counts_of(found.sheets, questions, kit.opinions) == found.counts
