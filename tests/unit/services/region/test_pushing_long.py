"""Results sent to a real server that is killed, cut off, used by several at once: nothing lost or twice."""

import threading
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from kit_app.errors import StorageError
from kit_app.services.region import pushing
from kit_app.services.region.pushing import Pushing
from kit_app.storage.database import MAIN, another, open_database
from kit_app.storage.region.pushed import PushedStore
from kit_app.storage.region.sums import RegionSums
from kit_app.views.region import WHOLE_REGION
from tests.unit.services.region.cut_line import CutLine
from tests.unit.services.region.rows import facility_id, reporter, row, withdrawn

pytestmark = pytest.mark.long

ROWS, PIECE = 200, 25
CUTS = [6_000, 60_000, 120_000, 200_000]
"""Bytes towards the server: in the login or the first questions, and within different pieces."""


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(pushing, "PIECE", PIECE)


def some(count=ROWS, facility=1, seed=1):
    dice = Random(seed)
    return [row(facility, number, dice) for number in range(count)]


@contextmanager
def opened(login, **changes):
    from kit_app.storage.region.postgres_tables import Patience, open_postgres_results

    address, password = login
    patience = Patience(connect_s=5, statement_s=3, lock_s=3)
    with closing(open_postgres_results(replace(address, **changes), password, patience)) as results:
        yield results


@pytest.fixture
def database(region_server):
    return region_server.new_database()


@pytest.fixture
def login(region_server, database):
    return region_server.new_login(database)


def house(folder, rows, store, number=1):
    """Sends the rows of a data folder of its own."""
    open_database(folder, 0).database.close()
    path = folder / MAIN.file_name
    return Pushing(
        "server",
        lambda: [(reporter(number), rows)],
        lambda: closing(PushedStore(another(path, "WAL", MAIN))),
        store,
    )


def marked(folder):
    with closing(PushedStore(another(folder / MAIN.file_name, "WAL", MAIN))) as pushed:
        return pushed.stamps("server", facility_id(1))


def finishes(login, folder, rows):
    """After a break: what was marked is there, what is there is whole pieces, and the rest follows once."""
    with opened(login) as results:
        there = results.stamps(facility_id(1))
        assert marked(folder).items() <= there.items()
        assert len(there) % PIECE == 0
    again = house(folder, rows, partial(opened, login))
    assert again.waiting() == len(rows) - len(marked(folder))
    assert again.push() == len(rows) - len(there)
    assert again.waiting() == 0
    with opened(login) as results:
        assert list(results.list(WHOLE_REGION)) == rows
        assert RegionSums(results.tables).count().people == sum(one.people for one in rows)
        assert results.tables.rows("SELECT count(*) FROM result_puzzles") == [
            (sum(len(one.puzzles) for one in rows),)
        ]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("how", [CutLine.reset, CutLine.mute])
def test_a_line_that_is_cut_in_the_middle(login, tmp_path, how, cut):
    rows = some()
    with CutLine(login[0].port, cut, how) as line:
        sending = house(tmp_path, rows, partial(opened, login, port=line.port))
        with pytest.raises(StorageError):
            sending.push()
    finishes(login, tmp_path, rows)


@pytest.mark.parametrize("cut", CUTS)
def test_a_server_that_is_killed_in_the_middle(region_server, login, tmp_path, cut):
    rows = some()

    def kill(_line):
        region_server.kill()

    with CutLine(login[0].port, cut, kill) as line:
        sending = house(tmp_path, rows, partial(opened, login, port=line.port))
        with pytest.raises(StorageError):
            sending.push()
    region_server.start()
    finishes(login, tmp_path, rows)


def test_two_computers_of_a_facility_and_two_coordinators_at_once(region_server, database, login, tmp_path):
    """Each has some of the rows, some of them corrected; all end with the same."""
    first, second = some(), [replace(one, revision=2, hints=one.hints + 1) for one in some()[50:120]]
    gone = [withdrawn(1, number, 3) for number in range(100, 130)]
    theirs = some(60, 2, 2)
    with opened(login) as results:
        results.add(reporter(1), first[:1])  # so that the facility is the owner, whoever is quicker now
    coordinators = [region_server.new_login(database, "coordinator") for _ in range(2)]
    faults = []

    def sends(folder, rows):
        pushing_rows = house(tmp_path / folder, rows, partial(opened, login))
        _until_done(pushing_rows.push, faults)

    def gathers(login, told):
        with opened(login) as results:
            for number, rows in told:
                for start in range(0, len(rows), 20):
                    _until_done(partial(results.add, reporter(number), rows[start : start + 20]), faults)

    together = [
        threading.Thread(target=sends, args=("one", first)),
        threading.Thread(target=sends, args=("other", [*first[:50], *second])),
        threading.Thread(target=gathers, args=(coordinators[0], [(1, gone), (2, theirs)])),
        threading.Thread(target=gathers, args=(coordinators[1], [(2, theirs), (1, second), (1, gone[:5])])),
    ]
    for thread in together:
        thread.start()
    for thread in together:
        thread.join(120)
    assert faults == []
    expected = [*first[:50], *second[:50], *first[130:], *theirs]
    with opened(coordinators[0]) as results:
        assert list(results.list(WHOLE_REGION)) == expected
        assert RegionSums(results.tables).count().people == sum(one.people for one in expected)


def _until_done(act, faults):
    """Several at the same rows may be refused for a moment; nobody is for long."""
    for _try in range(20):
        try:
            act()
            return
        except StorageError as error:
            last = error
    faults.append(repr(last))
