"""With very many sessions no more is read than with many: rows are counted."""

import pytest

from benchmarks.sessions import keep_again
from kit_app.game.limits import GAMES, MOST_GAMES
from kit_app.storage.database import Database
from kit_app.storage.store import open_store
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened
from tests.unit.services.test_history import finished

MANY, MORE = 110, 220
MOST_QUESTIONS = 40


class Reading:
    """Counts the questions and the rows of their answers."""

    def __init__(self, monkeypatch) -> None:
        self.questions = self.rows = 0
        asked = Database.rows

        def counted(database, sql, values=()):
            rows = asked(database, sql, values)
            self.questions += 1
            self.rows += len(rows)
            return rows

        monkeypatch.setattr(Database, "rows", counted)


def with_games(folder, times):
    """Services with the same game so many times, and the session to come."""
    services = opened(folder, FakeClock())
    plan = finished(services, services.clock)
    result = services.results.of_run(plan.id, 1)
    events = list(services.runs.journal(plan.id, 1))
    to_come = services.sessions.save(draft(services)).plan
    store = open_store(folder, 0, exclusive=False)
    keep_again(store, plan, result, events, times)
    store.close()
    return services, to_come


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    found = [with_games(tmp_path_factory.mktemp(str(times)), times) for times in (MANY, MORE)]
    yield found
    for services, _plan in found:
        services.close()


def taught(services, plan):
    return services.runs.setup(plan.id, 1).limits


ACTS = {
    "a console": lambda services, plan: services.runs.open(plan.id, 1).close(),
    "the start page": lambda services, _plan: services.sessions.near(),
    "a first page": lambda services, _plan: services.sessions.list(count=20),
    "games that stopped": lambda services, _plan: services.runs.interrupted(),
    "a session to be like": lambda services, _plan: services.days.last(),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_more_is_read_of_twice_as_many(kept, monkeypatch, act):
    seen = []
    for services, plan in kept:
        ACTS[act](services, plan)  # the first time stores something
        with monkeypatch.context() as patched:
            reading = Reading(patched)
            ACTS[act](services, plan)
            seen.append((reading.questions, reading.rows))
    assert seen[0] == seen[1]
    assert 0 < seen[0][0] <= MOST_QUESTIONS


def test_the_list_is_the_same_whole_or_in_pages(kept):
    sessions = kept[1][0].sessions
    whole = [row.id for row in sessions.list()]
    assert sessions.count() == len(whole) > MORE
    assert [
        row.id for first in range(0, MORE + 2, 50) for row in sessions.list(first=first, count=50)
    ] == whole
    assert [row.id for row in sessions.near()] == whole[: len(sessions.near())]


def test_the_latest_games_teach_and_no_more_of_them(kept):
    assert [taught(services, plan)["P1"].games for services, plan in kept] == [MOST_GAMES, MOST_GAMES]


def test_games_whose_facts_are_gone_or_old_teach_all_the_same(tmp_path):
    services, plan = with_games(tmp_path, GAMES)
    before = taught(services, plan)
    assert before["P1"].games == GAMES + 1
    store = open_store(tmp_path, 0, exclusive=False)
    for change in (
        "DELETE FROM run_facts",
        "UPDATE run_facts SET last_seq = 0",
        "DELETE FROM puzzle_attempts",
    ):
        store.database.rows(change)
        store.database.rows("UPDATE run_facts SET last_seq = 0")
        assert taught(services, plan) == before
        assert services.statistics.look() == 0
    store.close()
    services.close()


def test_a_session_that_was_deleted_teaches_nothing_until_it_is_back(kept):
    services, plan = kept[0]
    gone = [row.id for row in services.sessions.list() if row.played_teams][GAMES - 1 :]
    for ident in gone:
        services.sessions.delete(ident)
    assert taught(services, plan) == {}
    for ident in gone:
        services.sessions.undelete(ident)
    assert taught(services, plan)["P1"].games == MOST_GAMES
