"""Sums over the results of a region: SQL adds up, medians come from how often each second was met."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, cast

from kit_app.game.learning import Counts
from kit_app.game.quantiles import median_of, percentile_80_of
from kit_app.storage.codec import decoded
from kit_app.storage.region.results_store import Tables
from kit_app.storage.region.sql_results import where
from kit_app.views.facts import PUZZLE_ENDS
from kit_app.views.region import (
    FEWEST_TEAMS,
    WHOLE_REGION,
    FacilityCount,
    KitUse,
    PuzzleUse,
    RegionCell,
    RegionChoices,
    RegionCount,
    RegionSelection,
)

_BATCH = 500
_SOLVED, _BROKEN = PUZZLE_ENDS.index("solved"), PUZZLE_ENDS.index("broken")
_HELP = "sum(hint_bits & 1), sum((hint_bits >> 1) & 1), sum((hint_bits >> 2) & 1), sum(wrong)"


class RegionSums:
    """The sums of one store."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def choices(self) -> RegionChoices:
        """What there is to choose among."""
        groups = "year, audience, sector, kit_id"
        rows = self._tables.rows(
            f"SELECT DISTINCT {groups} FROM result_rows WHERE sessions > 0 ORDER BY {groups}"
        )
        years, audiences, sectors, kits = ({row[place] for row in rows} for place in range(4))
        names = self._tables.rows("SELECT id, name FROM facilities ORDER BY name, id")
        return RegionChoices(
            years=tuple(sorted(map(_whole, years), reverse=True)),
            facilities={str(one): str(name) for one, name in names},
            audiences=tuple(sorted(map(str, audiences))),
            sectors=tuple(sorted(map(str, sectors))),
            kits=tuple(sorted(filter(None, map(str, kits)))),
        )

    def count(self, selection: RegionSelection = WHOLE_REGION) -> RegionCount:
        """Facilities that played, sessions, people and outcomes."""
        condition, values = where(selection)
        names = ("sessions", "runs", "people", "won", "lost", "stopped", "hints")
        rows = self._tables.rows(
            f"SELECT count(DISTINCT facility), {', '.join(map(_sum, names))} FROM result_rows"
            f" WHERE sessions > 0 AND {condition}",
            values,
        )
        facilities, *sums = map(_whole, rows[0])
        return RegionCount(facilities=facilities, **dict(zip(names, sums, strict=True)))

    def cells(self, selection: RegionSelection = WHOLE_REGION) -> tuple[RegionCell, ...]:
        """Sessions and people by year, audience and sector, in the order of these."""
        condition, values = where(selection)
        rows = self._tables.rows(
            "SELECT year, audience, sector, sum(sessions), sum(people) FROM result_rows"
            f" WHERE sessions > 0 AND {condition} GROUP BY year, audience, sector ORDER BY 1, 2, 3",
            values,
        )
        return tuple(
            RegionCell(
                year=_whole(year),
                audience=str(audience),
                sector=str(sector),
                sessions=_whole(sessions),
                people=_whole(people),
            )
            for year, audience, sector, sessions, people in rows
        )

    def facilities(self, selection: RegionSelection = WHOLE_REGION) -> tuple[FacilityCount, ...]:
        """Every facility that ever told something, by name; sums of what is meant, perhaps none."""
        condition, values = where(selection)
        sums = {
            str(facility): tuple(map(_whole, numbers))
            for facility, *numbers in self._tables.rows(
                "SELECT facility, max(year), sum(sessions), sum(people) FROM result_rows"
                f" WHERE sessions > 0 AND {condition} GROUP BY facility",
                values,
            )
        }
        found = []
        for one, name, told_ms in self._tables.rows(
            "SELECT id, name, told_ms FROM facilities ORDER BY name, id"
        ):
            year, sessions, people = sums.get(str(one), (0, 0, 0))
            found.append(
                FacilityCount(
                    id=str(one),
                    name=str(name),
                    told_ms=_whole(told_ms),
                    last_year=year,
                    sessions=sessions,
                    people=people,
                )
            )
        return tuple(found)

    def kits(self, selection: RegionSelection = WHOLE_REGION) -> tuple[KitUse, ...]:
        """Each version of each kit, the most played first; older totals may not know theirs."""
        condition, values = where(selection)
        rows = self._tables.rows(
            "SELECT kit_id, kit_version, count(DISTINCT facility), sum(sessions), sum(people)"
            f" FROM result_rows WHERE sessions > 0 AND {condition}"
            " GROUP BY kit_id, kit_version ORDER BY 4 DESC, 1, 2",
            values,
        )
        return tuple(
            KitUse(
                kit_id=str(kit),
                kit_version=str(version),
                facilities=_whole(facilities),
                sessions=_whole(sessions),
                people=_whole(people),
            )
            for kit, version, facilities, sessions, people in rows
        )

    def puzzles(self, selection: RegionSelection = WHOLE_REGION) -> tuple[PuzzleUse, ...]:
        """Each puzzle of each kit, in the order of the kits and of the puzzles’ ids.

        The groups are those of the index, in its order: nothing is sorted.
        """
        condition, values = where(selection)
        rows = self._tables.rows(
            f"SELECT kit_id, puzzle, ending, target_s, spent_s, count(*), {_HELP} FROM result_puzzles"
            f" WHERE {condition} GROUP BY kit_id, puzzle, ending, target_s, spent_s",
            values,
        )
        found: dict[tuple[str, str], _Played] = {}
        for kit, puzzle, *numbers in cast(list[tuple[Any, ...]], rows):
            key = kit, puzzle
            if key not in found:
                found[key] = _Played()
            found[key].add(*numbers)
        return tuple(found[key].use(*key) for key in sorted(found))

    def learnt(self, selection: RegionSelection = WHOLE_REGION) -> Counts:
        """What was learnt, all that facilities told as one: texts are added, and only their sum is read."""
        condition, values = where(selection)
        sql = f"SELECT counts FROM result_rows WHERE counts <> '' AND {condition} ORDER BY facility, id"
        total: Any = {}
        for batch in self._tables.batches(sql, values, _BATCH):
            for (counts,) in batch:
                total = _added(total, json.loads(str(counts)))
        return decoded(Counts, json.dumps(total))


class _Played:
    """What the runs of one puzzle come to. There are tens of thousands of groups: each is a few additions."""

    def __init__(self) -> None:
        self._runs = [0] * len(PUZZLE_ENDS)
        self._helped = [0] * 4
        self._times: Counter[int] = Counter()
        self._target_s = 0

    def add(self, ending: int, target_s: int, spent_s: int, runs: int, *helped: int) -> None:
        """A group: how it ended, its target and time, how many runs, hints of each level, wrong answers."""
        self._runs[ending] += runs
        self._target_s = max(self._target_s, target_s)
        if ending == _SOLVED:
            self._times[spent_s] += runs
        if ending != _BROKEN:
            for place, count in enumerate(helped):
                self._helped[place] += count

    def use(self, kit: str, puzzle: str) -> PuzzleUse:
        """All groups together."""
        runs = dict(zip(PUZZLE_ENDS, self._runs, strict=True))
        first, second, third, wrong = map(_whole, self._helped)
        spread = sorted(self._times.items()) if runs["solved"] >= FEWEST_TEAMS else []
        return PuzzleUse(
            kit_id=kit,
            puzzle=puzzle,
            met=runs["solved"] + runs["forced"] + runs["left"],
            solved=runs["solved"],
            forced=runs["forced"],
            left=runs["left"],
            broken=runs["broken"],
            hints=(first, second, third),
            wrong=wrong,
            target_s=self._target_s,
            median_s=median_of(spread),
            p80_s=percentile_80_of(spread),
        )


def _added(one: Any, other: Any) -> Any:
    """Counts as they are stored, added number by number; each was checked when it was taken in."""
    if isinstance(other, dict):
        return {**one, **{key: _added(one[key], more) if key in one else more for key, more in other.items()}}
    if isinstance(other, list):
        return [_added(*both) for both in zip(one, other, strict=True)]
    return other if isinstance(other, str) else one + other


def _sum(name: str) -> str:
    return f"coalesce(sum({name}), 0)"


def _whole(value: object) -> int:
    """A number of either database; sums of PostgreSQL may be decimals."""
    return int(cast(int, value))
