"""What a facility tells its region: rows of counts, one a session, none with a name. Pure.

Rows merge by one rule: of two with the same facility and id the later one counts (`supersedes`). So it
does not matter in which order they arrive, nor how often.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kit_app.domain.plan import AUDIENCES, MAX_TEAM

MOST = 1_000_000
"""No count of one row is larger."""
LAST_REVISION = 2**53
FIRST_YEAR, LAST_YEAR = 2000, 2199
LONGEST_WORD, LONGEST_NAME, LONGEST_COUNTS = 80, 200, 48_000
MOST_PUZZLES = 600
ROW_ID_LENGTH, FACILITY_ID_LENGTH = 32, 12
ENDS = 5
"""A puzzle's end is a number below this, by the order of `views.facts.PUZZLE_ENDS`."""
_HEX = frozenset("0123456789abcdef")


class PlayedPuzzle(NamedTuple):
    """One puzzle of one run; whole seconds, `hint_bits` has bit n - 1 for a hint of level n."""

    puzzle: str
    end: int
    spent_s: int
    target_s: int
    hint_bits: int
    wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A session, a group of older sessions without puzzles, or what was learnt in a year (`counts`, JSON).

    `id` is 32 hexadecimal digits, which nobody who does not have the session can know. `revision` grows with
    each correction. A withdrawn row counts nothing: its session was deleted, or belongs to another facility.
    `year` is 0 and the words are empty there. `sector` is the kit's word for a kind of facility.
    """

    facility: str
    id: str
    revision: int
    is_withdrawn: bool = False
    year: int = 0
    audience: str = ""
    sector: str = ""
    kit_id: str = ""
    kit_version: str = ""
    variant: str = ""
    language: str = ""
    sessions: int = 0
    runs: int = 0
    people: int = 0
    won: int = 0
    lost: int = 0
    stopped: int = 0
    hints: int = 0
    counts: str = ""
    puzzles: tuple[PlayedPuzzle, ...] = ()


class Stamp(NamedTuple):
    """What says which of two rows is the later one; `digest` is the SHA-256 (hex) of the row's content."""

    revision: int
    digest: str


def supersedes(new: Stamp, old: Stamp | None) -> bool:
    """Whether a row takes the place of another with the same facility and id: a total order."""
    return old is None or new > old


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Who tells: the facility's profile, and when it told last (ms of the wall clock)."""

    id: str
    name: str
    told_ms: int


def reporter_problem(one: Reporter) -> str:
    """What is wrong with a facility that tells, for the log; empty when nothing is."""
    if not is_id(one.id, FACILITY_ID_LENGTH):
        return "the facility’s id is none of ours"
    if not one.name.strip() or not _is_shown(one.name, LONGEST_NAME):
        return "the facility’s name is empty, too long or cannot be shown"
    return "" if 0 < one.told_ms < LAST_REVISION else "the time is none"


def row_problem(row: ResultRow) -> str:
    """What cannot be in a row, for the log; empty when it may be counted."""
    if not is_id(row.facility, FACILITY_ID_LENGTH) or not is_id(row.id, ROW_ID_LENGTH):
        return "an id is none of ours"
    if not 0 < row.revision < LAST_REVISION:
        return "a revision is out of range"
    if row.is_withdrawn:
        empty = ResultRow(facility=row.facility, id=row.id, revision=row.revision, is_withdrawn=True)
        return "" if row == empty else "a withdrawn row counts something"
    if not FIRST_YEAR <= row.year <= LAST_YEAR:
        return f"year {row.year}"
    words = (row.sector, row.kit_id, row.kit_version, row.variant, row.language)
    is_known = not row.audience or row.audience in AUDIENCES
    if not is_known or not all(_is_shown(one, LONGEST_WORD) for one in words):
        return "a word is unknown, too long or cannot be shown"
    return _count_problem(row) or _puzzle_problem(row.puzzles)


def _count_problem(row: ResultRow) -> str:
    counts = (row.sessions, row.runs, row.people, row.won, row.lost, row.stopped, row.hints)
    if any(not 0 <= one <= MOST for one in counts):
        return "a count is out of range"
    ended = row.won + row.lost + row.stopped
    if max(ended, row.sessions) > row.runs or row.people > row.runs * MAX_TEAM:
        return "counts do not go together"
    return "" if len(row.counts) <= LONGEST_COUNTS else "more was learnt than a kit can ask"


def _puzzle_problem(puzzles: tuple[PlayedPuzzle, ...]) -> str:
    if len(puzzles) > MOST_PUZZLES:
        return "too many puzzles"
    for puzzle, end, spent_s, target_s, hint_bits, wrong in puzzles:
        if not puzzle or not _is_shown(puzzle, LONGEST_WORD):
            return "a puzzle has no id that can be shown"
        if not (0 <= end < ENDS and 0 <= hint_bits < 8):
            return "a puzzle’s end or hints are unknown"
        if min(spent_s, target_s, wrong) < 0 or max(spent_s, target_s, wrong) > MOST:
            return "a count of a puzzle is out of range"
    return ""


def is_id(text: str, length: int) -> bool:
    """Whether this is an id of so many hexadecimal digits."""
    return len(text) == length and _HEX.issuperset(text)


def _is_shown(text: str, longest: int) -> bool:
    return len(text) <= longest and (not text or text.isprintable())


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of rows that were added: new ones, corrections, and those that were known or older."""

    new: int = 0
    corrected: int = 0
    known: int = 0


def kits_of(rows: Iterable[ResultRow]) -> dict[tuple[str, str], int]:
    """How many sessions each kit (id and version) counts, the most first."""
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.sessions:
            found[row.kit_id, row.kit_version] = found.get((row.kit_id, row.kit_version), 0) + row.sessions
    return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
