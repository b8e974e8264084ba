"""The results of many facilities taken in by a coordinator: read, proved, merged; then all once more."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from random import Random

from benchmarks.processes import answer_of
from benchmarks.rows import Row
from benchmarks.statistics import MOST_MB, peak_mb
from kit_app.bootstrap import open_services
from kit_app.services.region.gathering import SUFFIX
from kit_app.storage.region.bundle import Bundle, packed, unpacked
from kit_app.storage.region.sqlite_tables import V1
from tests.unit.services.region.rows import reporter, row

FILES, SHORT_FILES, SESSIONS = 500, 20, 200


def rows(*, is_short: bool) -> list[Row]:
    """The files are made in one process and taken in by another, whose memory is told."""
    files = SHORT_FILES if is_short else FILES
    with tempfile.TemporaryDirectory() as folder:
        answer_of("benchmarks.region_merge", "make", folder, str(files))
        return [Row(**row) for row in answer_of("benchmarks.region_merge", "merge", folder)]


def make(folder: Path, files: int) -> None:
    """So many files of as many facilities, all signed by one key."""
    for number in range(files):
        dice = Random(number)
        told = tuple(row(number, one, dice) for one in range(SESSIONS))
        content = packed(folder, Bundle(reporter=reporter(number), rows=told))
        (folder / f"{number:04}{SUFFIX}").write_bytes(content)


def merge(folder: Path) -> list[Row]:
    """Looking, taking in, and taking in again, against putting the same rows into the same tables."""
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    services = open_services(folder / "data")
    try:
        begun = time.perf_counter()
        arrivals = services.gathering.look(paths)
        looked_s = time.perf_counter() - begun
        trusted = {one.fingerprint for one in arrivals}
        begun = time.perf_counter()
        taken = services.gathering.take_in(arrivals, trusted)
        taken_s = time.perf_counter() - begun
        again = services.gathering.look(paths)
        begun = time.perf_counter()
        services.gathering.take_in(again, trusted)
        again_s = time.perf_counter() - begun
    finally:
        services.close()
    assert taken.new == len(paths) * SESSIONS
    memory = peak_mb()
    plain_s = _plain_s(folder, paths)
    what = f"{len(paths)} files of {SESSIONS} sessions"
    return [
        Row(metric=f"{what}: looked at", unit="s", ours=looked_s, baseline=plain_s),
        Row(metric=f"{what}: taken in", unit="s", ours=taken_s, baseline=plain_s),
        Row(metric=f"{what}: taken in again", unit="s", ours=again_s, baseline=plain_s),
        Row(metric=f"{what}: peak memory", unit="MB", ours=memory, goal=f"<= {MOST_MB}", judges="ours"),
    ]


def _plain_s(folder: Path, paths: Sequence[Path]) -> float:
    """The same sessions and puzzles put into the same tables by the plainest statements, a file at a time."""
    seconds = 0.0
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript(V1)
        for path in paths:
            bundle = unpacked(path.read_bytes(), path.name)
            facility = bundle.reporter.id
            sessions = [
                (
                    *(facility, row.id, row.revision, "", 0, row.year, row.audience, row.sector, row.kit_id),
                    *(row.kit_version, row.variant, row.language, row.sessions, row.runs, row.people),
                    *(row.won, row.lost, row.stopped, row.hints, row.counts),
                )
                for row in bundle.rows
            ]
            puzzles = [
                (facility, row.id, place, row.year, row.audience, row.sector, row.kit_id, *one)
                for row in bundle.rows
                for place, one in enumerate(row.puzzles)
            ]
            begun = time.perf_counter()
            connection.execute("BEGIN")
            connection.execute("INSERT INTO facilities VALUES (?, ?, ?)", (facility, bundle.reporter.name, 1))
            connection.executemany(f"INSERT INTO result_rows VALUES ({_marks(sessions)})", sessions)
            connection.executemany(f"INSERT INTO result_puzzles VALUES ({_marks(puzzles)})", puzzles)
            connection.execute("COMMIT")
            seconds += time.perf_counter() - begun
    return seconds


def _marks(lines: Sequence[Sequence[object]]) -> str:
    return ", ".join("?" * len(lines[0]))


def main(arguments: list[str]) -> None:
    what, folder, *others = arguments
    if what == "make":
        make(Path(folder), int(others[0]))
        sys.stdout.write("[]\n")
        return
    sys.stdout.write(json.dumps([asdict(row) for row in merge(Path(folder))]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
