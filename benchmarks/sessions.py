"""Very many sessions that were played: the list's first page, what the start reads, a console."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.processes import answer_of
from benchmarks.rows import Row, median
from kit_app.bootstrap import open_services
from kit_app.domain.plan import SessionPlan
from kit_app.game.facts import puzzle_facts, run_facts
from kit_app.game.limits import attempts_of
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from kit_app.storage.codec import StoredEvent
from kit_app.storage.facts import Closed
from kit_app.storage.journal import RunRecord
from kit_app.storage.store import Store, open_store
from kit_app.views.results import RunResult

SESSIONS, SHORT = 10_000, 1_000
PAGE = 100
GOALS = {
    "first page of the list": 50.0,
    "what the start page reads": 100.0,
    "games that stopped": 50.0,
    "what earlier games teach": 200.0,
    "a console opened": 500.0,
}
"""Milliseconds, by what is measured."""
REPETITIONS = 5
BEGAN_MS = 1_795_541_400_000


def rows(*, is_short: bool) -> list[Row]:
    """Made in one process, measured in another; the baseline is a tenth of the sessions."""
    sessions = SHORT if is_short else SESSIONS
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        measured = []
        for folder, count in ((few, sessions // 10), (many, sessions)):
            answer_of("benchmarks.sessions", "make", folder, str(count))
            measured.append(answer_of("benchmarks.sessions", "measure", folder))
    before, ours = measured
    return [
        Row(
            metric=f"{name}, {sessions:,} sessions",
            unit="ms",
            ours=ours[name],
            baseline=before[name],
            goal=f"<= {goal:g}",
            judges="ours",
        )
        for name, goal in GOALS.items()
    ]


def make(folder: Path, sessions: int) -> None:
    """A data folder in which one and the same game was played in so many sessions."""
    services = open_services(folder)
    draft = services.sessions.draft(facility="Hôpital de Brévalon")
    plan = services.sessions.save(replace(draft, name="Unités B et C", date="2026-01-01", room="A")).plan
    result = simulate_run(services.runs, services.results, plan.id, 1, "7", BEGAN_MS)
    events = list(services.runs.journal(plan.id, 1))
    services.close()
    store = open_store(folder, 0)
    keep_again(store, plan, replace(result, is_trial=False), events, sessions)
    store.close()


def keep_again(
    store: Store, plan: SessionPlan, result: RunResult, events: list[StoredEvent], times: int
) -> None:
    """Store the same game so many times more, each as another session on another day, in one transaction."""
    with store.database.writing():
        for number in range(times):
            day = f"{2016 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}"
            ident = f"again-{number:06}"
            again = replace(result, session_id=ident, date=day)
            store.sessions.save(replace(plan, id=ident, date=day), 5)
            store.journal.add_run(RunRecord(id=ident, session_id=ident, team=1, created_ms=5))
            store.journal.append(ident, events)
            store.results.put(ident, len(events), again)
            facts = run_facts(again, replace(plan, audience="care"), day)
            closed = Closed(ident, ident, 1, len(events), 5, 5)
            store.facts.put(closed, facts, puzzle_facts(again), attempts_of(again))


def measure(services: Services) -> dict[str, float]:
    """Milliseconds by the names of `GOALS`."""
    sessions, runs = services.sessions, services.runs
    plan = sessions.list(count=1)[0]
    next_one = sessions.duplicate(plan.id).plan
    targets = {one.id: one.target_s * 1000 for one in services.library.kit_of(next_one).puzzles}

    def start_page() -> None:
        runs.interrupted()
        runs.seen_ms()
        sessions.near()

    works: dict[str, Callable[[], object]] = {
        "first page of the list": lambda: (sessions.count(), sessions.list(count=PAGE)),
        "what the start page reads": start_page,
        "games that stopped": runs.interrupted,
        "what earlier games teach": lambda: services.history.limits(next_one, targets),
        "a console opened": lambda: runs.open(next_one.id, 1).close(),
    }
    return {name: _ms(works[name]) for name in GOALS}


def _ms(work: Callable[[], object]) -> float:
    """The median of several goes, after one that does not count."""
    work()
    found = []
    for _ in range(REPETITIONS):
        before = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - before))
    return median(found)


def main(arguments: list[str]) -> None:
    what, folder, *others = arguments
    if what == "make":
        make(Path(folder), int(others[0]))
        sys.stdout.write("[]\n")
        return
    services = open_services(Path(folder))
    try:
        found = measure(services)
    finally:
        services.close()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
