"""What a data folder tells its region: its sessions as counts, and which revision of each was told last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple, cast

from kit_app.domain.region import PlayedPuzzle, Stamp
from kit_app.storage.database import Database
from kit_app.storage.fact_filters import where
from kit_app.views.facts import EVERYTHING

_OF_SESSION = ("year", "audience", "sector", "kit_id", "kit_version", "variant", "language")
_SUMS = (
    "count(*), sum(people), sum(outcome = 'won'), sum(outcome = 'lost'), sum(outcome = 'stopped'), sum(hints)"
)


class Group(NamedTuple):
    """What sessions of one row have in common; the kit's words are empty where nobody knows them any more."""

    year: int
    audience: str
    sector: str
    kit_id: str
    kit_version: str
    variant: str
    language: str


class Tally(NamedTuple):
    """What is counted of them."""

    sessions: int
    runs: int
    people: int
    won: int
    lost: int
    stopped: int
    hints: int


class PlayedSession(NamedTuple):
    """A session with closed runs, and the facility that its plan names: name and profile."""

    id: str
    facility: str
    facility_id: str
    group: Group
    tally: Tally


class OlderSessions(NamedTuple):
    """Sessions that became totals."""

    facility: str
    group: Group
    tally: Tally


class LastTold(NamedTuple):
    """What was told last of a row."""

    stamp: Stamp
    is_withdrawn: bool


class ReportedStore:
    """The rows of one database, as a region is told them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sessions(self) -> tuple[PlayedSession, ...]:
        """Every session that counts, by id; trials and deleted ones do not."""
        condition, values = where(EVERYTHING)
        firsts = ", ".join(f"min({name})" for name in ("facility", "facility_id", *_OF_SESSION))
        rows = self._database.rows(
            f"SELECT session_id, {firsts}, {_SUMS} FROM run_facts WHERE {condition}"
            " GROUP BY session_id ORDER BY session_id",
            values,
        )
        return tuple(_played(row) for row in rows)

    def puzzles(self) -> dict[str, tuple[PlayedPuzzle, ...]]:
        """The puzzles of these sessions by the session's id, each team's in the order of play."""
        condition, values = where(EVERYTHING)
        rows = self._database.rows(
            "SELECT session_id, puzzle, ending, spent_s, target_s, hint_bits, wrong_tries FROM run_facts"
            f" JOIN puzzle_facts ON run = number WHERE {condition} ORDER BY session_id, team, place",
            values,
        )
        return {
            str(session): tuple(
                PlayedPuzzle(*cast(tuple[str, int, int, int, int, int], row[1:])) for row in lines
            )
            for session, lines in groupby(rows, key=lambda row: row[0])
        }

    def older(self) -> tuple[OlderSessions, ...]:
        """The totals, without their services."""
        names = ", ".join(("facility", *_OF_SESSION))
        sums = ", ".join(f"sum({name})" for name in Tally._fields)
        rows = self._database.rows(f"SELECT {names}, {sums} FROM totals GROUP BY {names} ORDER BY {names}")
        return tuple(_older(row) for row in rows)

    def told(self, facility: str) -> dict[str, LastTold]:
        """What a region was told of a facility, by the id of the row."""
        rows = self._database.rows(
            "SELECT row, revision, digest, is_withdrawn FROM reported WHERE facility = ?", (facility,)
        )
        return {
            str(row): LastTold(Stamp(cast(int, revision), str(digest)), bool(gone))
            for row, revision, digest, gone in rows
        }

    def keep(self, facility: str, told: Mapping[str, LastTold]) -> None:
        """Keep what is told from now on of these rows. Raises StorageError."""
        if told:
            with self._database.writing() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO reported VALUES (?, ?, ?, ?, ?)", list(_kept(facility, told))
                )


def _kept(facility: str, told: Mapping[str, LastTold]) -> Iterable[tuple[object, ...]]:
    for row, one in told.items():
        yield facility, row, one.stamp.revision, one.stamp.digest, int(one.is_withdrawn)


def _played(row: tuple[object, ...]) -> PlayedSession:
    ident, facility, profile = map(str, row[:3])
    group, sums = row[3 : 3 + len(_OF_SESSION)], row[3 + len(_OF_SESSION) :]
    tally = Tally(1, *cast(tuple[int, int, int, int, int, int], sums))
    return PlayedSession(ident, facility, profile, _group(group), tally)


def _older(row: tuple[object, ...]) -> OlderSessions:
    group, sums = row[1 : 1 + len(_OF_SESSION)], row[1 + len(_OF_SESSION) :]
    tally = Tally(*cast(tuple[int, int, int, int, int, int, int], sums))
    return OlderSessions(str(row[0]), _group(group), tally)


def _group(values: tuple[object, ...]) -> Group:
    return Group(*cast(tuple[int, str, str, str, str, str, str], values))
