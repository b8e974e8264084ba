"""Results that wait, sent to a region's server on this computer, beside the driver's own way for the same."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random

from pg8000.dbapi import connect

from benchmarks.postgres import LocalServer
from benchmarks.rows import Row
from kit_app.domain.region import ResultRow
from kit_app.services.region.pushing import Pushing
from kit_app.storage.database import MAIN, another, open_database
from kit_app.storage.region.bundle import stamp_of
from kit_app.storage.region.postgres_tables import SCHEMA, open_postgres_results, trust_of
from kit_app.storage.region.pushed import PushedStore
from kit_app.storage.region.sql_results import ADD_PUZZLE, ADD_ROW, puzzle_values, row_values
from tests.unit.services.region.rows import reporter, row

ROWS, SHORT_ROWS = 10_000, 1_000
PLAIN_SHARE = 10
"""The driver's own way is tried with so small a part, and reckoned up: it takes minutes for all."""
GOAL = "<= 0.25"


def rows(*, is_short: bool) -> list[Row]:
    """Both to the same server, encrypted, as logins of facilities; then once more with nothing to send."""
    number = SHORT_ROWS if is_short else ROWS
    dice = Random(45)
    told = [row(1, one, dice) for one in range(number)]
    with LocalServer() as server, tempfile.TemporaryDirectory() as place:
        plain_s = PLAIN_SHARE * _plain(server, told[: number // PLAIN_SHARE])
        login = server.new_login(server.new_database())
        folder = Path(place)
        open_database(folder, 0).database.close()
        sending = Pushing(
            "benchmark",
            lambda: [(reporter(1), told)],
            lambda: closing(PushedStore(another(folder / MAIN.file_name, "WAL", MAIN))),
            lambda: closing(open_postgres_results(*login)),
        )
        push_s, again_s = _timed(sending), _timed(sending)
    return [
        Row(metric=f"{number:,} results sent", unit="s", ours=push_s, baseline=plain_s, goal=GOAL),
        Row(metric="the same again, nothing to send", unit="s", ours=again_s, baseline=push_s),
    ]


def _timed(sending: Pushing) -> float:
    begun = time.perf_counter()
    sending.push()
    return time.perf_counter() - begun


def _plain(server: LocalServer, told: list[ResultRow]) -> float:
    """Seconds for `executemany` of the rows and of their puzzles, in one transaction."""
    address, password = server.new_login(server.new_database())
    lines = [row_values(one, stamp_of(one)) for one in told]
    puzzles = [line for one in told for line in puzzle_values(one)]
    connection = connect(
        address.user,
        host=address.host,
        port=address.port,
        database=address.database,
        password=password,
        ssl_context=trust_of(address),
        startup_params={"search_path": SCHEMA},
    )
    with closing(connection):
        cursor = connection.cursor()
        who = reporter(1)
        cursor.execute(
            "INSERT INTO facilities (id, name, told_ms) VALUES (%s, %s, %s)", (who.id, who.name, who.told_ms)
        )
        begun = time.perf_counter()
        cursor.executemany(ADD_ROW.replace("?", "%s"), lines)
        cursor.executemany(ADD_PUZZLE.replace("?", "%s"), puzzles)
        connection.commit()
        return time.perf_counter() - begun
