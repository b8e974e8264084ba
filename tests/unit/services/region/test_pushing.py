"""Results sent to a store: only what it lacks, each piece marked, and again after whatever broke off."""

from contextlib import closing, contextmanager
from dataclasses import replace
from random import Random

import pytest

from kit_app.errors import StorageError
from kit_app.services.region import pushing
from kit_app.services.region.pushing import Pushing
from kit_app.storage.database import MAIN, another, open_database
from kit_app.storage.region.bundle import stamp_of
from kit_app.storage.region.pushed import PushedStore
from kit_app.storage.region.sqlite_tables import open_sqlite_results
from kit_app.views.region import WHOLE_REGION
from tests.unit.services.region.rows import facility_id, reporter, row, withdrawn

PIECE = 10


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    monkeypatch.setattr(pushing, "PIECE", PIECE)


def some(count, facility=1, seed=1):
    dice = Random(seed)
    return [row(facility, number, dice) for number in range(count)]


class Server:
    """A store in a file that can be told to refuse, and remembers what it was asked to add."""

    def __init__(self, folder):
        self.folder = folder
        self.asked = []
        self.refuse_after = None

    @contextmanager
    def results(self):
        results, _notices = open_sqlite_results(self.folder, 0)
        real = results.add

        def add(who, rows):
            if self.refuse_after is not None and len(self.asked) >= self.refuse_after:
                raise StorageError("The connection broke off.")
            self.asked.append([*rows])
            return real(who, self.asked[-1])

        results.add = add
        try:
            yield results
        finally:
            results.close()

    def rows(self):
        with self.results() as results:
            return list(results.list(WHOLE_REGION))


@pytest.fixture
def server(tmp_path):
    return Server(tmp_path / "server")


@pytest.fixture
def house(tmp_path, server):
    """A facility's data folder: `told` is what there is to tell."""

    class House:
        def __init__(self):
            self.told = [(reporter(1), some(25))]
            folder = tmp_path / "house"
            open_database(folder, 0).database.close()
            self.path = folder / MAIN.file_name

        def pushed(self):
            return closing(PushedStore(another(self.path, "WAL", MAIN)))

        def pushing(self, name="region:5432/sant_escape"):
            return Pushing(name, lambda: self.told, self.pushed, server.results)

    return House()


def test_all_is_sent_once_in_pieces(house, server):
    steps = []
    assert house.pushing().waiting() == 25
    assert house.pushing().push(lambda done, total: steps.append((done, total)) or True) == 25
    assert [len(rows) for rows in server.asked] == [10, 10, 5]
    assert steps == [(10, 25), (20, 25), (25, 25)]
    assert server.rows() == some(25)
    assert house.pushing().waiting() == 0
    assert house.pushing().push() == 0
    assert [rows for rows in server.asked[3:] if rows] == []


def test_only_what_changed_is_sent_again(house, server):
    house.pushing().push()
    server.asked.clear()
    rows = some(26)
    rows[3] = replace(rows[3], revision=2, hints=50)
    house.told = [(reporter(1), [*rows[:7], withdrawn(1, 7, 2), *rows[8:]])]
    assert house.pushing().waiting() == 3
    assert house.pushing().push() == 3
    assert [[one.id for one in rows] for rows in server.asked] == [[rows[n].id for n in (3, 7, 25)]]
    assert server.rows() == [*rows[:7], *rows[8:]]


def test_what_was_confirmed_is_marked_and_the_rest_waits(house, server):
    server.refuse_after = 1
    with pytest.raises(StorageError, match="broke off"):
        house.pushing().push()
    assert house.pushing().waiting() == 15
    assert server.rows() == some(25)[:10]
    server.refuse_after = None
    assert house.pushing().push() == 15
    assert server.rows() == some(25)


def test_a_person_may_stop_it_between_two_pieces(house, server):
    assert house.pushing().push(lambda done, _total: done < 20) == 20
    assert house.pushing().waiting() == 5
    assert server.rows() == some(25)[:20]


def test_each_facility_tells_its_own(house, server):
    house.told = [(reporter(1), some(3)), (reporter(2), some(12, 2)), (reporter(3), [])]
    assert house.pushing().push() == 15
    assert server.rows() == [*some(3), *some(12, 2)]
    with server.results() as results:
        assert results.stamps(facility_id(3)) == {}


def test_a_new_name_arrives_though_no_row_waits(house, server):
    house.pushing().push()
    house.told = [(replace(reporter(1, 1_900_000_000_000), name="Hôpital du Val"), some(25))]
    house.pushing().push()
    with server.results() as results:
        assert results.tables.rows("SELECT name FROM facilities") == [("Hôpital du Val",)]


def test_a_server_that_lost_rows_is_sent_them_again(house, server):
    house.pushing().push()
    with server.results() as results:
        results.tables.rows("DELETE FROM result_rows WHERE id < '00000000000000000000000000000005'")
    server.asked.clear()
    assert house.pushing().waiting() == 0  # nobody was asked
    assert house.pushing().push() == 5
    assert [len(rows) for rows in server.asked] == [5]
    assert server.rows() == some(25)


def test_rows_that_arrived_otherwise_are_marked_and_not_sent(house, server):
    with server.results() as results:
        results.add(reporter(1), some(25)[:15])
    server.asked.clear()
    assert house.pushing().push() == 10
    assert [len(rows) for rows in server.asked] == [10]
    assert house.pushing().waiting() == 0


def test_what_a_server_knows_later_is_not_set_back(house, server):
    later = replace(some(25)[0], revision=9, hints=99)
    with server.results() as results:
        results.add(reporter(1), [later])
    house.pushing().push()
    assert server.rows() == [later, *some(25)[1:]]
    assert house.pushing().waiting() == 0


def test_another_server_knows_nothing_yet(house, server):
    house.pushing().push()
    assert house.pushing("elsewhere:5432/sant_escape").waiting() == 25


def test_a_mark_that_cannot_be_kept_costs_one_more_question(house, server, monkeypatch):
    def full(*_arguments):
        raise StorageError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(PushedStore, "keep", full)
        assert house.pushing().push() == 25
        assert house.pushing().waiting() == 25
    server.asked.clear()
    assert house.pushing().push() == 0
    assert house.pushing().waiting() == 0
    assert [rows for rows in server.asked if rows] == []


def test_the_marks_of_servers_and_facilities_stay_apart(house):
    stamps = {one.id: stamp_of(one) for one in some(3)}
    with house.pushed() as pushed:
        pushed.keep("a", "f", stamps)
        pushed.keep("a", "g", dict([*stamps.items()][:1]))
        pushed.keep("b", "f", {})
        pushed.forget("a", "f", [some(3)[0].id])
        assert pushed.stamps("a", "f") == dict([*stamps.items()][1:])
        assert pushed.stamps("a", "g") == dict([*stamps.items()][:1])
        assert pushed.stamps("b", "f") == {}
