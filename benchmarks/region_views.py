"""Each view of a region's page over very many sessions, beside DuckDB over the same rows."""

from __future__ import annotations

import csv
import json
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.processes import answer_of
from benchmarks.region_rows import fill
from benchmarks.rows import Row, median
from kit_app.bootstrap import open_services
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.storage.region.sql_results import where
from kit_app.views.region import WHOLE_REGION, RegionSelection
from kit_app.views.region_shown import SECTIONS

FACILITIES, EACH = 500, 200
SHORT = 20
GOAL_S, MOST_MB = 2.0, 300
REPETITIONS = 5
T = Catalogue("en")
CHOSEN = (
    ("", WHOLE_REGION),
    (", a year", RegionSelection(year=2026)),
    (", an audience", RegionSelection(audience="care")),
    (", a sector and a kit", RegionSelection(sector="medico-social", kit_id="sant-escape")),
    (", a facility", RegionSelection(facility=f"{3:012x}")),
)
_TABLES = {
    "result_rows": "facility, year, audience, sector, kit_id, kit_version, sessions, people",
    "result_puzzles": "facility, year, audience, sector, kit_id, puzzle, ending, spent_s, hint_bits, wrong",
}
_PEER = {
    "facilities": "SELECT facility, max(year), sum(sessions), sum(people) FROM result_rows WHERE sessions > 0"
    " AND {where} GROUP BY facility",
    "people": "SELECT year, audience, sector, sum(sessions), sum(people) FROM result_rows WHERE {where}"
    " GROUP BY ALL",
    "puzzles": "SELECT kit_id, puzzle, count(*) FILTER (ending IN (1, 2, 3)), sum(wrong), sum(hint_bits & 1),"
    " sum((hint_bits >> 1) & 1), sum((hint_bits >> 2) & 1), median(spent_s) FILTER (ending = 2),"
    " quantile_disc(spent_s, 0.8) FILTER (ending = 2) FROM result_puzzles WHERE {where} GROUP BY ALL",
    "kits": "SELECT kit_id, kit_version, count(DISTINCT facility), sum(sessions), sum(people)"
    " FROM result_rows WHERE {where} GROUP BY ALL",
}


def rows(*, is_short: bool) -> list[Row]:
    """The store is made in one process and looked at in others, so that the memory of each is its own."""
    with tempfile.TemporaryDirectory() as folder:
        answer_of("benchmarks.region_views", "make", folder, str(SHORT if is_short else FACILITIES))
        theirs: dict[str, float] = {}
        if find_spec("duckdb") is None:
            sys.stderr.write("DuckDB is not installed: pip install duckdb\n")
        else:
            theirs = answer_of("benchmarks.region_views", "peer", folder)
        ours = answer_of("benchmarks.region_views", "views", folder)
    sessions = EACH * (SHORT if is_short else FACILITIES)
    found = [
        Row(
            metric=f"{name}, {sessions:,} sessions",
            unit="s",
            ours=seconds,
            baseline=theirs.get(name),
            goal=f"<= {GOAL_S}",
            judges="ours",
        )
        for name, seconds in ours["seconds"].items()
    ]
    peak = Row(
        metric="peak memory", unit="MB", ours=ours["peak_mb"], baseline=theirs.get("peak_mb"),
        goal=f"<= {MOST_MB}", judges="ours",
    )  # fmt: skip
    return [*found, peak]


def make(folder: Path, facilities: int) -> None:
    """A coordinator's data folder with the results of so many facilities."""
    services = open_services(folder)
    with services.region_file.results() as results:
        fill(results, facilities, EACH, services.clock.wall_ms())
    _write(services)
    services.close()


def views(services: Services) -> dict[str, object]:
    """Each section as the page reads it: choices, counter, its own sums, masked and named."""
    found = {}
    now = services.clock.wall_ms()
    for section in SECTIONS:
        for words, selection in CHOSEN:
            found[f"{section}{words}"] = _seconds(
                lambda one=section, of=selection: services.region.contents(of, now, T, (one,))  # type: ignore[misc]
            )
    return {"seconds": found, "peak_mb": _peak_mb()}


def peer(folder: Path) -> dict[str, float]:
    """The bare sums by DuckDB, which holds the rows in memory by columns: nothing is masked or named."""
    import duckdb

    found: dict[str, float] = {}
    with duckdb.connect() as connection:
        for table in _TABLES:
            connection.execute(f"CREATE TABLE {table} AS FROM read_csv('{_csv(folder, table)}')")
        for section, sql in _PEER.items():
            for words, selection in CHOSEN:
                condition, values = where(selection)
                asked = sql.format(where=condition)
                found[f"{section}{words}"] = _seconds(
                    lambda asked=asked, values=values: connection.execute(asked, values).fetchall()  # type: ignore[misc]
                )
    return {**found, "peak_mb": _peak_mb()}


def _csv(folder: Path, table: str) -> Path:
    return folder / f"{table}.csv"


def _write(services: Services) -> None:
    """The same rows for the peer."""
    with services.region_file.results() as results:
        for table, columns in _TABLES.items():
            with _csv(services.folder, table).open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(columns.split(", "))
                for batch in results.tables.batches(f"SELECT {columns} FROM {table}", (), 5_000):
                    writer.writerows(batch)


def _seconds(work: Callable[[], object]) -> float:
    """The median of several goes."""
    found = []
    for _ in range(REPETITIONS):
        before = time.perf_counter()
        work()
        found.append(time.perf_counter() - before)
    return median(found)


def _peak_mb() -> float:
    """The most memory that this process had; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def main(arguments: list[str]) -> None:
    what, place, *others = arguments
    folder = Path(place)
    if what == "make":
        make(folder, int(others[0]))
        sys.stdout.write("[]\n")
        return
    if what == "peer":
        sys.stdout.write(json.dumps(peer(folder)) + "\n")
        return
    services = open_services(folder)
    try:
        found = views(services)
    finally:
        services.close()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
