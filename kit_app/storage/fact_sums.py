"""Statistics over facts and totals: SQL adds up, medians come from how often each second was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import cast

from kit_app.game.masking import FEWEST_PEOPLE, is_few
from kit_app.game.quantiles import median_of, percentile_80_of
from kit_app.storage.database import Database
from kit_app.storage.fact_filters import where, where_total
from kit_app.views.facts import (
    EVERYTHING,
    PUZZLE_ENDS,
    Choices,
    Counted,
    LeadingCount,
    PeopleCell,
    PuzzleCount,
    Selection,
)

_GROUPS = "year, facility, audience, service, variant, language"
_SUMMED = "count(*), coalesce(sum(people), 0), coalesce(sum(outcome = 'won'), 0)"
_HELP = ("hint_bits & 1", "hint_bits >> 1 & 1", "hint_bits >> 2 & 1", "wrong_tries")
_SOLVED, _FORCED = PUZZLE_ENDS.index("solved"), PUZZLE_ENDS.index("forced")
_LEFT, _BROKEN = PUZZLE_ENDS.index("left"), PUZZLE_ENDS.index("broken")


class FactSums:
    """Sums over the facts of one database; what was purged is counted by its totals."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self) -> Choices:
        """What there is to choose among, trials left aside."""
        condition, values = where(EVERYTHING)
        rows = self._database.rows(
            f"SELECT DISTINCT {_GROUPS} FROM run_facts WHERE {condition} UNION SELECT {_GROUPS} FROM totals",
            values,
        )
        years, *texts = ({row[place] for row in rows} for place in range(_GROUPS.count(",") + 1))
        facilities, audiences, services, variants, languages = (tuple(sorted(map(str, one))) for one in texts)
        return Choices(
            years=tuple(sorted((int(str(year)) for year in years), reverse=True)),
            facilities=facilities,
            audiences=audiences,
            services=services,
            variants=variants,
            languages=languages,
            trials=self._numbers("SELECT count(*) FROM run_facts WHERE is_trial = 1", ())[0],
        )

    def counted(self, selection: Selection) -> Counted:
        """Sessions, runs, people and outcomes."""
        condition, values = where(selection)
        sessions, runs, people, won, lost, stopped, hints = self._numbers(
            f"SELECT count(DISTINCT session_id), {_SUMMED}, coalesce(sum(outcome = 'lost'), 0),"
            " coalesce(sum(outcome = 'stopped'), 0), coalesce(sum(hints), 0)"
            f" FROM run_facts WHERE {condition}",
            values,
        )
        condition, values = where_total(selection)
        names = ("sessions", "runs", "people", "won", "lost", "stopped", "hints")
        older = self._numbers(f"SELECT {', '.join(map(_sum, names))} FROM totals WHERE {condition}", values)
        now = (sessions, runs, people, won, lost, stopped, hints)
        both = dict(zip(names, map(sum, zip(now, older, strict=True)), strict=True))
        return Counted(stored_runs=runs, **both)

    def left_s(self, selection: Selection) -> float | None:
        """The median of what was left on the clock of teams that won."""
        condition, values = where(selection)
        rows = self._database.rows(
            f"SELECT left_s, count(*) FROM run_facts WHERE {condition} AND outcome = 'won' GROUP BY left_s",
            values,
        )
        return median_of(cast(list[tuple[int, int]], rows))

    def people(self, selection: Selection) -> tuple[PeopleCell, ...]:
        """Sessions and people by year, audience and service, in the order of these."""
        condition, values = where(selection)
        older, older_values = where_total(selection)
        rows = self._database.rows(
            "SELECT year, audience, service, sum(sessions), sum(people) FROM"
            " (SELECT year, audience, service, count(DISTINCT session_id) AS sessions, sum(people) AS people"
            f" FROM run_facts WHERE {condition} GROUP BY 1, 2, 3 UNION ALL"
            f" SELECT year, audience, service, sum(sessions), sum(people) FROM totals WHERE {older}"
            " GROUP BY 1, 2, 3) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            (*values, *older_values),
        )
        return tuple(
            PeopleCell(
                year=str(year),
                audience=str(audience),
                service=str(service),
                sessions=int(str(sessions)),
                people=int(str(people)),
            )
            for year, audience, service, sessions, people in rows
        )

    def puzzles(self, selection: Selection, language: str) -> tuple[PuzzleCount, ...]:
        """Each puzzle over the runs that are meant, in the order of play, titled in `language` if known."""
        times: dict[str, list[tuple[int, int]]] = {}
        rows = self._of_puzzles("puzzle, spent_s", f"ending = {_SOLVED}", (), selection)
        for row in cast(list[tuple[str, int, int, int, int]], rows):
            times.setdefault(row[0], []).append((row[1], row[2]))
        return tuple(
            replace(
                one,
                median_s=median_of(times.get(one.puzzle, ())),
                p80_s=percentile_80_of(times.get(one.puzzle, ())),
            )
            for one in self.puzzle_ends(selection, language)
        )

    def puzzle_ends(self, selection: Selection, language: str) -> tuple[PuzzleCount, ...]:
        """The same without times, which is quicker."""
        rows = self._of_puzzles("puzzle, ending", "true", _HELP, selection)
        by_puzzle: dict[str, list[tuple[int, ...]]] = {}
        for found, *numbers in rows:
            by_puzzle.setdefault(str(found), []).append(cast(tuple[int, ...], tuple(numbers)))
        order = sorted(by_puzzle, key=lambda puzzle: min(line[-1] for line in by_puzzle[puzzle]))
        names = self._names(language)
        counts = [_puzzle_count(puzzle, by_puzzle[puzzle]) for puzzle in order]
        rare = [one.puzzle for one in counts if min(one.met, one.solved) < FEWEST_PEOPLE]
        few = self._few(selection, rare) if rare else set()
        return tuple(
            replace(
                one,
                title=names.get(one.puzzle, ("", ""))[0],
                path=names.get(one.puzzle, ("", ""))[1],
                is_few=one.puzzle in few,
            )
            for one in counts
        )

    def _of_puzzles(
        self, groups: str, condition: str, sums: Sequence[str], selection: Selection
    ) -> list[tuple[object, ...]]:
        """For each group how many runs, the sums, the largest target and the first place.

        Where nothing is chosen, all are added up and the few that are left out are taken off again: asking
        each row whether its run counts would take twice as long.
        """
        meant, values = where(selection)
        added = "".join(f", sum({one}) AS sum_{place}" for place, one in enumerate(sums))
        plain = (
            f"SELECT {groups}, count(*) AS runs{added}, max(target_s) AS target, min(place) AS first"
            f" FROM puzzle_facts WHERE {condition}"
        )
        if values:
            chosen = f"{plain} AND run IN (SELECT number FROM run_facts WHERE {meant}) GROUP BY {groups}"
            return self._database.rows(chosen, values)
        taken = "".join(f", -sum({one})" for one in sums)
        left_out = (
            f"SELECT {groups}, -count(*){taken}, max(target_s), min(place) FROM puzzle_facts"
            f" WHERE {condition} AND run IN (SELECT number FROM run_facts WHERE NOT ({meant}))"
            f" GROUP BY {groups}"
        )
        both = "".join(f", sum(sum_{place})" for place in range(len(sums)))
        return self._database.rows(
            f"SELECT {groups}, sum(runs){both}, max(target), min(first)"
            f" FROM ({plain} GROUP BY {groups} UNION ALL {left_out})"
            f" GROUP BY {groups} HAVING sum(runs) > 0 ORDER BY {groups}"
        )

    def _few(self, selection: Selection, rare: Sequence[str]) -> set[str]:
        """Which puzzles were met, or solved alone, by under five people; `rare`: by under five teams."""
        condition, values = where(selection)
        rows = self._database.rows(
            f"SELECT puzzle, sum(people * (ending <> 0)), sum(people * (ending = {_SOLVED}))"
            f" FROM puzzle_facts JOIN run_facts ON number = run WHERE {condition}"
            f" AND puzzle IN ({', '.join('?' * len(rare))}) GROUP BY puzzle",
            (*values, *rare),
        )
        counts = {str(puzzle): (int(str(met)), int(str(solvers))) for puzzle, met, solvers in rows}
        return {one for one, (met, solvers) in counts.items() if met < FEWEST_PEOPLE or is_few(solvers)}

    def _names(self, language: str) -> dict[str, tuple[str, str]]:
        rows = self._database.rows(
            "SELECT puzzle, title, path FROM puzzle_names ORDER BY language = ?, kit_id", (language,)
        )
        return {str(puzzle): (str(title), str(path)) for puzzle, title, path in rows}

    def leading(self, selection: Selection) -> LeadingCount:
        """How the runs were led."""
        summed = [field.name for field in fields(LeadingCount)]
        own = {
            "runs": "count(*)",
            "adjusted_runs": "coalesce(sum(adjusted_s <> 0), 0)",
            "unsaved": "coalesce(sum(is_unsaved), 0)",
        }
        condition, values = where(selection)
        columns = ", ".join(own.get(name, _sum(name)) for name in summed)
        numbers = self._numbers(f"SELECT {columns} FROM run_facts WHERE {condition}", values)
        return LeadingCount(**dict(zip(summed, numbers, strict=True)))

    def _numbers(self, sql: str, values: tuple[object, ...]) -> tuple[int, ...]:
        return tuple(int(str(value)) for value in self._database.rows(sql, values)[0])


def _puzzle_count(puzzle: str, lines: list[tuple[int, ...]]) -> PuzzleCount:
    """Each line: how it ended, how many runs, hints of each level, wrong answers, target, place."""
    runs = {line[0]: line[1] for line in lines}
    counted = [line for line in lines if line[0] != _BROKEN]
    return PuzzleCount(
        puzzle=puzzle,
        title="",
        path="",
        met=sum(runs.get(end, 0) for end in (_SOLVED, _FORCED, _LEFT)),
        solved=runs.get(_SOLVED, 0),
        forced=runs.get(_FORCED, 0),
        left=runs.get(_LEFT, 0),
        broken=runs.get(_BROKEN, 0),
        median_s=None,
        p80_s=None,
        target_s=max(line[6] for line in lines),
        hints=(_sum_of(counted, 2), _sum_of(counted, 3), _sum_of(counted, 4)),
        wrong=_sum_of(counted, 5),
        is_few=False,
    )


def _sum_of(lines: Iterable[tuple[int, ...]], place: int) -> int:
    return sum(line[place] for line in lines)


def _sum(column: str) -> str:
    return f"coalesce(sum({column}), 0)"
