"""What the games of a region say of each puzzle: how long it took without help, or that it took longer."""

from __future__ import annotations

from typing import NamedTuple, cast

from kit_app.game.limits import Attempt
from kit_app.storage.region.results_store import Tables
from kit_app.views.facts import PUZZLE_ENDS

MOST = 2000
"""So many attempts of a puzzle are enough: of more, every second, third … is taken, quick ones first."""

_SECOND_MS = 1000
_SOLVED, _LEFT = PUZZLE_ENDS.index("solved"), PUZZLE_ENDS.index("left")


class PuzzleKey(NamedTuple):
    """A puzzle of a kit."""

    kit_id: str
    puzzle: str


class PuzzleAttempts(NamedTuple):
    """`teams` solved the puzzle themselves, in so many facilities; `attempts` are at most `MOST`."""

    teams: int
    facilities: int
    attempts: tuple[Attempt, ...]


def region_attempts(tables: Tables) -> dict[PuzzleKey, PuzzleAttempts]:
    """Of each puzzle that somebody opened: a time without help, or else that it would take longer."""
    groups: dict[PuzzleKey, list[tuple[Attempt, int]]] = {}
    for kit, puzzle, ending, hints, spent, runs in tables.rows(
        "SELECT kit_id, puzzle, ending, hint_bits, spent_s, count(*) FROM result_puzzles"
        f" WHERE ending IN ({_SOLVED}, {_LEFT}) AND spent_s > 0 AND kit_id <> ''"
        " GROUP BY kit_id, puzzle, ending, hint_bits, spent_s ORDER BY spent_s, ending, hint_bits"
    ):
        is_solved = ending == _SOLVED
        attempt = Attempt(cast(int, spent) * _SECOND_MS, is_solved and not hints, is_solved)
        groups.setdefault(PuzzleKey(str(kit), str(puzzle)), []).append((attempt, int(str(runs))))
    places = {
        PuzzleKey(str(kit), str(puzzle)): int(str(places))
        for kit, puzzle, places in tables.rows(
            "SELECT kit_id, puzzle, count(DISTINCT facility) FROM result_puzzles"
            f" WHERE ending = {_SOLVED} GROUP BY kit_id, puzzle"
        )
    }
    return {
        key: PuzzleAttempts(
            sum(runs for one, runs in found if one.is_solved), places.get(key, 0), tuple(_thinned(found))
        )
        for key, found in groups.items()
    }


def _thinned(found: list[tuple[Attempt, int]]) -> list[Attempt]:
    total = sum(runs for _attempt, runs in found)
    step = -(-total // MOST)
    kept: list[Attempt] = []
    seen = 0
    for attempt, runs in found:
        kept += [attempt] * ((seen + runs) // step - seen // step)
        seen += runs
    return kept
