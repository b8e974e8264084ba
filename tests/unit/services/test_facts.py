"""Facts follow the games: made with each result, made again when journal or plan are another."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from kit_app.game import commands as c
from kit_app.i18n import Catalogue
from kit_app.services.simulate import simulate_run
from kit_app.storage.database import FILE_NAME
from kit_app.views.facts import EVERYTHING, Selection
from tests.fakes import WALL_START_MS
from tests.poured import poured
from tests.unit.services.bundled import draft, teams
from tests.unit.services.sheets import fill

TRIALS = Selection(with_trials=True)


def played(services, **choices):
    (plan,) = all_played(services, choices)
    return plan


def all_played(services, *each):
    def make(there):
        plans = [there.sessions.save(draft(there, **{"teams": teams("One"), **one})).plan for one in each]
        for plan in plans:
            simulate_run(there.runs, there.results, plan.id, 1, "45", WALL_START_MS)
        return plans

    return poured(services, ("facts", *(tuple(sorted(one.items())) for one in each)), make)


def test_a_result_leaves_facts_at_once(services):
    plan = played(services, audience="care", service="Unité B")
    (run,) = services.statistics.runs(TRIALS, 0, 9)
    result = services.results.of_run(plan.id, 1)
    assert (run.session_id, run.audience, run.service, run.people) == (plan.id, "care", "Unité B", 5)
    assert (run.played_s, run.hints, run.outcome) == (result.played_ms // 1000, result.hints, result.outcome)
    assert run.by_hand + run.suggested + run.automatic == run.hints
    assert run.is_trial
    assert services.statistics.runs(EVERYTHING, 0, 9) == ()


def test_a_plan_that_was_changed_changes_the_facts(services, clock):
    plan = played(services)
    clock.advance(1000)
    services.sessions.save(replace(services.sessions.get(plan.id), service="Urgences"))
    assert services.statistics.look() == 1
    assert services.statistics.refresh() == 0
    assert [run.service for run in services.statistics.runs(TRIALS, 0, 9)] == ["Urgences"]


def test_a_note_after_the_end_is_counted(services):
    plan = played(services)
    room = services.runs.open(plan.id, 1)
    room.handle(c.AddNote(text="bravo", tag="good-sentence"))
    room.close()
    services.statistics.look()
    services.statistics.refresh()
    assert [run.notes_good_sentence for run in services.statistics.runs(TRIALS, 0, 9)] == [1]


def test_a_rebuild_makes_the_same_facts_from_the_journals(services):
    played(services)
    before = services.statistics.runs(TRIALS, 0, 9)
    services.results.rebuild()
    assert services.statistics.runs(TRIALS, 0, 9) == ()
    services.statistics.look()
    services.statistics.refresh()
    assert services.statistics.runs(TRIALS, 0, 9) == before


def test_a_session_without_a_date_counts_on_the_day_it_was_played(services):
    played(services, date="")
    assert [run.day for run in services.statistics.runs(TRIALS, 0, 9)] == ["2026-11-24"]


def test_few_people_are_never_told(services):
    played(services, teams=tuple(replace(team, size=4) for team in teams("One")), service="Unité B")
    overview = services.statistics.overview(TRIALS)
    assert (overview.sessions, overview.teams) == (1, 1)
    assert overview.people is overview.won_share is overview.hints_per_team is overview.left_s is None
    assert overview.hardest == ()
    assert services.statistics.leading(TRIALS) is None


def test_a_journal_that_cannot_be_read_is_left_out_and_counted(services):
    _whole, plan = all_played(services, {}, {"name": "Damaged"})
    services.results.rebuild()
    with closing(sqlite3.connect(services.folder / FILE_NAME)) as connection:
        connection.execute(
            "DELETE FROM journal WHERE seq = 2 AND run_id IN (SELECT id FROM runs WHERE session_id = ?)",
            (plan.id,),
        )
        connection.commit()
    services.statistics.look()
    assert services.statistics.refresh() == 0
    assert services.statistics.overview(TRIALS).unreadable == 1
    assert services.statistics.overview(TRIALS).teams == 1
    assert services.statistics.look() == 0


def test_learning_of_many_sessions_is_that_of_all_their_sheets(services):
    first, second = all_played(services, {"name": "One"}, {"name": "Two", "audience": "care"})
    for plan in (first, second):
        fill(services, plan.id)
    (table,) = services.statistics.learning(TRIALS, Catalogue("en"))
    assert (table.lines[0].theme, table.lines[0].people) == ("All questions", "16")
    (alone,) = services.statistics.learning(replace(TRIALS, audience="care"), Catalogue("en"))
    assert alone.lines[0].people == "8"
    assert services.statistics.learning(EVERYTHING, Catalogue("en")) == ()


def test_learning_of_under_five_people_is_not_told(services):
    fill(services, played(services).id, people=4)
    (table,) = services.statistics.learning(TRIALS, Catalogue("en"))
    assert {line.people for line in table.lines} == {"< 5"}
    assert all(line.first is line.second is None for line in table.lines)
