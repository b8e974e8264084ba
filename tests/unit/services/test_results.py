"""Results and the files made of them."""

import csv
import errno
import io
import json
import os
from dataclasses import replace

import pytest

from kit_app.errors import ExportError, StorageError
from kit_app.game import commands as c
from kit_app.i18n import Catalogue
from kit_app.services import export
from kit_app.services.result_words import correction_line
from kit_app.services.simulate import simulate_run
from kit_app.views.results import Correction
from tests.fakes import WALL_START_MS, FakeClock
from tests.unit.services.bundled import draft, opened

ENGLISH, FRENCH = Catalogue("en"), Catalogue("fr")


@pytest.fixture
def plan(services):
    return services.sessions.save(draft(services)).plan


def simulated(services, plan, seed="45"):
    return simulate_run(services.runs, services.results, plan.id, 1, seed, WALL_START_MS)


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    """The result of one game that was played through, for the tests that only look at it."""
    services = opened(tmp_path_factory.mktemp("played"), FakeClock())
    found = simulated(services, services.sessions.save(draft(services)).plan)
    services.close()
    return found


@pytest.mark.parametrize("variant", ["45-light", "30", "60"])
def test_every_length_of_the_game_can_be_played_to_its_end(services, variant):
    minutes = {"45-light": 45, "30": 30, "60": 60}[variant]
    choices = {"variant": variant, "duration_min": minutes, "second_language": "en"}
    plan = services.sessions.save(replace(draft(services), **choices)).plan
    found = simulated(services, plan)
    assert found.variant == variant
    assert [puzzle.id for puzzle in found.puzzles] == [puzzle.id for puzzle in plan.deals[0].puzzles]
    assert found.puzzles[-1].id == "P12"


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_simulated_team_plays_a_whole_game(result):
    assert result.outcome == "won"
    assert all(puzzle.solved_ms is not None for puzzle in result.puzzles)
    assert result.hints + result.wrong_tries > 0
    assert 0 < result.left_ms < result.duration_ms


def test_the_same_seed_plays_the_same_game_and_another_does_not(services, plan, result):
    again = simulated(services, plan)
    assert replace(again, session_id=result.session_id) == result
    services.runs.start_over(plan.id, 1)
    assert simulated(services, plan, "46") != again


def test_results_come_from_the_cache_and_from_the_journal_alike(services, plan):
    result = simulated(services, plan)
    assert services.results.of_run(plan.id, 1) == result
    services.results.rebuild()
    assert services.results.of_run(plan.id, 1) == result
    assert services.results.of_session(plan.id) == (result,)


def test_a_game_that_is_not_over_has_no_result(services, plan):
    with pytest.raises(StorageError, match="not finished"):
        services.results.of_run(plan.id, 1)
    room = services.runs.open(plan.id, 1)
    room.handle(c.StartRun())
    assert services.results.of_session(plan.id) == ()
    room.handle(c.EndRun(at_once=True))
    assert services.results.of_conductor(room.conductors[0]) == services.results.of_run(plan.id, 1)
    room.close()


def test_a_note_after_the_end_joins_the_result(services, plan):
    simulated(services, plan)
    room = services.runs.open(plan.id, 1)
    room.handle(c.AddNote(text="bravo"))
    room.close()
    assert [note.text for note in services.results.of_run(plan.id, 1).notes][-1] == "bravo"


def test_the_table_opens_in_a_spreadsheet(result):
    content = export.results_csv([result], FRENCH)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    heads, values = rows(content)
    assert len(heads) == len(values) == len(set(heads))
    cells = dict(zip(heads, values, strict=True))
    assert cells["date"] == "2026-11-24"
    assert cells["facility"] == "Hôpital de Brévalon"
    assert "," in cells["minutes played"]


def test_english_tables_have_a_decimal_point(result):
    heads, values = rows(export.results_csv([result], ENGLISH))
    assert "." in dict(zip(heads, values, strict=True))["minutes played"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+33 1", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "\u00a0=1", "＝1+1"]
)
def test_no_cell_can_be_taken_for_a_formula(result, text):
    content = export.results_csv([replace(result, session_name=text, team_label=text)], ENGLISH)
    heads, values = rows(content)
    cells = dict(zip(heads, values, strict=True))
    assert cells["session"] == f"'{text}" == cells["team"]


def test_quotes_and_semicolons_stay_in_their_cell(result):
    content = export.results_csv([replace(result, session_name='A; "B"\r\nC')], ENGLISH)
    assert rows(content)[1][2] == 'A; "B"\r\nC'


def test_negative_numbers_stay_numbers(result):
    content = export.results_csv([replace(result, left_ms=-90_000)], FRENCH)
    heads, values = rows(content)
    assert dict(zip(heads, values, strict=True))["minutes left"] == "-1,50"


def test_the_json_has_the_number_of_its_form(result):
    data = json.loads(export.results_json([result]))
    assert data["schema"] == export.JSON_SCHEMA
    assert data["results"][0]["outcome"] == "won"


def test_a_file_is_written_whole_and_never_overwritten_unasked(tmp_path):
    path = tmp_path / "deep" / "results.csv"
    export.write(path, b"one")
    with pytest.raises(ExportError, match="there already"):
        export.write(path, b"two")
    export.write(path, b"three", overwrite=True)
    assert path.read_bytes() == b"three"
    assert [one.name for one in path.parent.iterdir()] == ["results.csv"]


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="could not be written"):
        export.write(tmp_path / "file" / "results.csv", b"x")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full: “cards.pdf”"),
        (errno.EACCES, "open elsewhere"),
        (errno.EIO, "could not"),
    ],
)
def test_what_keeps_a_file_from_being_written_is_said_and_nothing_stays(tmp_path, monkeypatch, number, words):
    def refuse(_file: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError) as caught:
        export.write(tmp_path / "cards.pdf", b"x")
    assert words in ENGLISH.of(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_of_a_small_team_files_only_say_that_it_was_under_five(result):
    small = replace(
        result,
        team_size=3,
        corrections=(Correction(field="team_size", old="6", new="3", reason="Absences."),),
    )
    heads, values = rows(export.results_csv([small], ENGLISH))
    cells = dict(zip(heads, values, strict=True))
    assert cells["players"] == "< 5"
    assert cells["corrections"] == "People who played: < 5 instead of ≥ 5. Absences."
    found = json.loads(export.results_json([small]))["results"][0]
    assert (found["team_size"], found["corrections"][0]["old"]) == ("< 5", "≥ 5")
    assert correction_line(small.corrections[0], ENGLISH, is_own=True).startswith("People who played: 3")
