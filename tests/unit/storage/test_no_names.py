"""No column can hold a participant's name: each one that takes text is listed here, with what it may hold.

SQLite cannot add a constraint to a table that is there, short of writing it anew. So the tables of earlier
versions keep what they have, and their enumerations are closed where they are written; a new table gets its
constraints at its birth.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from kit_app.domain.plan import SessionPlan
from kit_app.game.events import Event
from kit_app.storage.database import open_database
from kit_app.views.results import RunResult

ID = "made by the program or written in the kit: an id, a digest, a number"
DAY = "a day or an hour"
LIST = "one of a list that the program or the kit offers"
KIT = "words of the kit"
PLACE = "typed before the game: a facility, a ward, a room, a server; its field asks for no people"
TITLE = "typed before the game: what the session or a team is called, never its members"
PUZZLE = "typed as an answer to a puzzle, or drawn as one"
TALK = "typed by the facilitator about the game; the page of what is kept asks for no names"
FIELDS = "a value of the program: its fields are listed one by one below"
COUNTS = "numbers by the ids of items and themes, as a session that travels has them"
LETTERS = "letters A to C by item and grades by opinion: the reader refuses everything else"

COLUMNS = {
    ID: (
        "kits.digest kits.kit_id kits.version sessions.id sessions.kit_digest runs.id runs.session_id"
        " journal.run_id pulses.run_id results.run_id answer_pairings.session_id answer_sheets.session_id"
        " answer_counts.session_id answer_counts.item answer_sums.session_id opinion_counts.session_id"
        " opinion_counts.opinion run_facts.run_id run_facts.session_id run_facts.kit_id run_facts.kit_version"
        " puzzle_facts.puzzle puzzle_attempts.puzzle puzzle_names.kit_id puzzle_names.puzzle"
        " run_facts.facility_id totals.kit_id totals.kit_version total_counts.kit_id total_counts.kit_version"
        " reported.facility reported.row reported.digest pushed.facility pushed.row pushed.digest"
    ),
    DAY: "sessions.date run_facts.day",
    LIST: (
        "journal.kind answer_sheets.moment answer_counts.pair answer_counts.theme answer_sums.pair"
        " answer_sums.theme run_facts.audience run_facts.variant run_facts.level run_facts.language"
        " run_facts.outcome puzzle_names.language totals.audience totals.variant totals.language"
        " total_counts.audience total_counts.variant total_counts.language"
        " run_facts.sector totals.sector total_counts.sector"
    ),
    KIT: "kits.files puzzle_names.title puzzle_names.path",
    PLACE: (
        "run_facts.facility run_facts.service totals.facility totals.service"
        " total_counts.facility total_counts.service pushed.server"
    ),
    COUNTS: "total_counts.counts",
    TITLE: "run_facts.session_name run_facts.team_label",
    FIELDS: "sessions.plan journal.data results.data",
    LETTERS: "answer_sheets.answers",
}

VALUES = {
    ID: (
        "SessionPlan.id SessionPlan.kit_id SessionPlan.kit_digest SessionPlan.seed SessionPlan.facility_id"
        " SessionPlan.left_out SessionPlan.taken_in DealtPuzzle.id TeamDeal.seed TeamDeal.set_id"
        " TeamDeal.codes SceneShown.scene RunStarted.kit_digest RunStarted.limits_ms RunStarted.limits_games"
        " RunStarted.regional RunStarted.despite AnswerRejected.puzzle AnswerForgotten.puzzle"
        " FieldFilled.puzzle"
        " FieldFilled.field FieldCleared.puzzle FieldCleared.field PuzzleLocked.puzzle PuzzleSolved.puzzle"
        " PuzzleSolved.opened PuzzleReopened.puzzle PuzzleReopened.closed CardScanned.card"
        " CardScanned.read_as HintGiven.puzzle HintGiven.search HintWithdrawn.puzzle HintWithdrawn.search"
        " HintOffered.puzzle OfferWithdrawn.puzzle HintAnnounced.puzzle HintPutOff.puzzle HintPutOff.alarm"
        " TimeRanOut.opened RunStopped.opened RunContinued.closed RunResult.session_id RunResult.set_id"
        " RunResult.kit_id RunResult.kit_version PuzzleResult.id Moment.puzzle"
        " ResultCorrected.puzzle Correction.puzzle"
    ),
    DAY: "SessionPlan.date SessionPlan.time PlayedOnPaper.began RunResult.date",
    LIST: (
        "SessionPlan.variant SessionPlan.level SessionPlan.language SessionPlan.second_language"
        " SessionPlan.sector SessionPlan.audience RunPaused.reason PauseExplained.reason TroubleNoticed.what"
        " NoteAdded.tag NoteRemoved.tag ResultCorrected.field RunResult.variant RunResult.level"
        " RunResult.language RunResult.despite RunResult.troubles Moment.kind Moment.tag Correction.field"
    ),
    KIT: (
        "AnswerRejected.say MessageShown.heading PuzzleResult.title PuzzleResult.path PuzzleResult.lesson"
        " PuzzleResult.reflex"
    ),
    PLACE: "SessionPlan.facility SessionPlan.room SessionPlan.service RunResult.facility",
    TITLE: "SessionPlan.name TeamPlan.label RunResult.session_name RunResult.team_label",
    PUZZLE: (
        "DealtPuzzle.answer DealtPuzzle.values AnswerRejected.text AnswerForgotten.text FieldFilled.text"
        " FieldCleared.text PuzzleSolved.text"
    ),
    TALK: (
        "MessageShown.text NoteAdded.text NoteRemoved.text Moment.text ResultCorrected.old"
        " ResultCorrected.new ResultCorrected.reason Correction.old Correction.new Correction.reason"
        " DebriefNoted.text DebriefNote.text"
    ),
}


def listed(reasons: Mapping[str, str]) -> list[str]:
    return [name for names in reasons.values() for name in names.split()]


@pytest.fixture(scope="module")
def connection(tmp_path_factory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("fresh")
    database = open_database(folder, 0).database
    database.close()
    with closing(sqlite3.connect(database.path)) as connection:
        yield connection


def text_columns(connection: sqlite3.Connection) -> set[str]:
    """Every column of every table that could take words."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        f"{table}.{name}"
        for table in tables
        for _place, name, kind, *_ in connection.execute(f"PRAGMA table_xinfo({table})")
        if kind.upper() not in ("INTEGER", "REAL")
    }


def text_fields(kind: Any) -> set[str]:
    """Every field of a stored value, and of those inside it, that could take words."""
    hints = get_type_hints(kind)
    found = {f"{kind.__name__}.{one.name}" for one in fields(kind) if _takes_words(hints[one.name])}
    return found.union(*(text_fields(one) for hint in hints.values() for one in _dataclasses(hint)))


def _takes_words(hint: Any) -> bool:
    """Whether a text fits; the values of a Literal are no types, so that they never do."""
    return hint is str or any(_takes_words(one) for one in get_args(hint))


def _dataclasses(hint: Any) -> list[Any]:
    if is_dataclass(hint):
        return [hint]
    wide = get_origin(hint) in (tuple, Union, UnionType, Mapping)
    return [found for one in get_args(hint) for found in _dataclasses(one)] if wide else []


def test_every_column_that_takes_text_is_listed_with_what_it_holds(connection) -> None:
    assert text_columns(connection) == set(listed(COLUMNS))


def test_every_table_refuses_text_in_a_column_of_numbers(connection) -> None:
    loose = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict")
    assert [row[0] for row in loose if not row[0].startswith("sqlite_")] == []


def test_every_text_inside_a_stored_value_is_listed_too() -> None:
    kinds = (SessionPlan, RunResult, *get_args(Event))
    assert set().union(*map(text_fields, kinds)) == set(listed(VALUES))


@pytest.mark.parametrize("reasons", [COLUMNS, VALUES], ids=["columns", "values"])
def test_nothing_is_listed_twice(reasons) -> None:
    names = listed(reasons)
    assert sorted(names) == sorted(set(names))


def test_a_column_for_a_person_would_be_found(connection) -> None:
    connection.execute("ALTER TABLE answer_sheets ADD COLUMN participant TEXT")
    connection.execute("CREATE TABLE people (number INTEGER, anything ANY) STRICT")
    try:
        new = text_columns(connection) - set(listed(COLUMNS))
    finally:
        connection.execute("DROP TABLE people")
        connection.execute("ALTER TABLE answer_sheets DROP COLUMN participant")
    assert new == {"answer_sheets.participant", "people.anything"}
