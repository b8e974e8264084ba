"""What a facility tells: every session once, nothing that somebody typed, corrections and withdrawals."""

import json
from dataclasses import replace

import pytest

from kit_app.domain.facility import Facility
from kit_app.domain.plan import TeamPlan
from kit_app.errors import KitAppError
from kit_app.game import commands as c
from kit_app.storage.region.bundle import unpacked
from tests.unit.services.bundled import draft
from tests.unit.services.sheets import fill
from tests.unit.services.test_history import finished

HOUSE = "Hôpital de Brévalon"


@pytest.fixture
def house(services) -> str:
    services.profile.save(Facility(name=HOUSE))
    return services.profile.chosen


def counted(rows):
    return [row for row in rows if row.sessions]


def test_a_session_is_told_as_the_statistics_count_it(services, clock, house):
    plan = finished(services, clock, date="2026-11-24", facility=HOUSE, audience="care", sector="hospital")
    reporter, rows = services.reporting.told(house)
    assert (reporter.id, reporter.name) == (house, HOUSE)
    (row,) = counted(rows)
    (result,) = services.results.of_session(plan.id)
    assert (row.year, row.audience, row.sector, row.kit_id) == (2026, "care", "hospital", plan.kit_id)
    assert (row.sessions, row.runs, row.people) == (1, 1, result.team_size)
    assert [one.puzzle for one in row.puzzles] == [one.id for one in result.puzzles]
    assert [one.spent_s for one in row.puzzles] == [one.spent_ms // 1000 for one in result.puzzles]
    told = services.reporting.facilities()
    assert [(one.name, one.sessions, one.older) for one in told] == [(HOUSE, 1, 0)]


def test_told_again_nothing_is_another_revision(services, clock, house):
    finished(services, clock, facility=HOUSE)
    _reporter, first = services.reporting.told(house)
    clock.advance(60_000)
    later, again = services.reporting.told(house)
    assert again == first
    assert later.told_ms > first[0].revision


def test_a_correction_is_a_later_revision_of_the_same_row(services, clock, house):
    plan = finished(services, clock, facility=HOUSE, audience="care")
    _reporter, (first,) = services.reporting.told(house)
    clock.advance(5_000)
    services.sessions.save(replace(services.sessions.get(plan.id), audience="office"))
    _reporter, (second,) = services.reporting.told(house)
    assert (second.id, second.audience) == (first.id, "office")
    assert second.revision > first.revision
    assert replace(second, audience="care", revision=first.revision) == first


def test_a_clock_that_was_put_back_does_not_make_a_correction_older(services, clock, house):
    plan = finished(services, clock, facility=HOUSE, audience="care")
    _reporter, (first,) = services.reporting.told(house)
    clock.set_wall(clock.wall_ms() - 86_400_000)
    services.sessions.save(replace(services.sessions.get(plan.id), audience="office"))
    _reporter, (second,) = services.reporting.told(house)
    assert second.revision == first.revision + 1


def test_a_deleted_session_is_withdrawn_and_comes_back(services, clock, house):
    plan = finished(services, clock, facility=HOUSE)
    _reporter, (first,) = services.reporting.told(house)
    services.sessions.delete(plan.id)
    _reporter, (gone,) = services.reporting.told(house)
    assert (gone.id, gone.is_withdrawn, gone.sessions) == (first.id, True, 0)
    assert gone.revision > first.revision
    services.sessions.undelete(plan.id)
    _reporter, (back,) = services.reporting.told(house)
    assert back.revision > gone.revision
    assert replace(back, revision=first.revision) == first


def test_a_session_that_goes_to_another_house_is_withdrawn_here_and_told_there(services, clock, house):
    plan = finished(services, clock, facility=HOUSE)
    services.reporting.told(house)
    services.profile.add(Facility(name="Clinique du Parc"))
    other = services.profile.chosen
    services.sessions.save(
        replace(services.sessions.get(plan.id), facility="Clinique du Parc", facility_id=other)
    )
    assert [row.is_withdrawn for row in services.reporting.told(house)[1]] == [True]
    assert [row.sessions for row in services.reporting.told(other)[1]] == [1]


def test_trials_are_not_told(services, clock, house):
    plan = services.sessions.save(draft(services, facility=HOUSE)).plan
    room = services.runs.open(plan.id, 1, speed=20)
    room.handle(c.StartRun())
    room.handle(c.EndRun(at_once=True))
    room.close()
    assert [one.is_trial for one in services.results.of_session(plan.id)] == [True]
    assert services.reporting.told(house)[1] == ()


def test_sessions_of_a_house_that_no_profile_has_are_nobodys(services, clock, house):
    services.profile.add(Facility(name="Clinique du Parc"))
    finished(services, clock, facility="Polyclinique inconnue")
    assert services.reporting.homeless() == 1
    assert services.reporting.told(house)[1] == ()


def test_without_a_name_nothing_is_told(services, clock):
    with pytest.raises(KitAppError, match="Give this facility a name"):
        services.reporting.told(services.profile.chosen)


def test_sessions_that_became_totals_are_withdrawn_and_told_as_totals(services, clock, house):
    finished(services, clock, facility=HOUSE, date="2023-01-17", audience="care")
    finished(services, clock, facility=HOUSE, date="2023-02-17", audience="care")
    before = counted(services.reporting.told(house)[1])
    services.retention.purge(36)
    clock.advance(1_000)
    after = services.reporting.told(house)[1]
    assert sum(row.is_withdrawn for row in after) == len(before) == 2
    (total,) = counted(after)
    assert total.puzzles == ()
    sums = ("sessions", "runs", "people", "won", "lost", "stopped", "hints")
    assert [getattr(total, one) for one in sums] == [sum(getattr(row, one) for row in before) for one in sums]
    assert (total.year, total.audience, total.kit_id) == (2023, "care", before[0].kit_id)


def test_what_was_learnt_is_told_once_enough_sheets_are_there(services, clock, house):
    plan = finished(services, clock, facility=HOUSE, date="2026-01-17")
    fill(services, plan.id, 4)
    assert not [row for row in services.reporting.told(house)[1] if row.counts]
    other = finished(services, clock, facility=HOUSE, date="2026-02-17")
    fill(services, other.id, 3)
    (learnt,) = [row for row in services.reporting.told(house)[1] if row.counts]
    assert (learnt.year, learnt.sessions, learnt.people) == (2026, 0, 0)
    assert json.loads(learnt.counts)["moments"]["before"] == 7
    services.questionnaires.close(plan.id)
    (same,) = [row for row in services.reporting.told(house)[1] if row.counts]
    assert same.counts == learnt.counts


def test_the_file_holds_what_was_told_and_no_word_that_was_typed(services, clock, house, tmp_path):
    typed = ["Zoé Quatrelangues", "Les Aiguilles d’Odile", "Unité du docteur Vauquelin", "Salle Mireille"]
    name, label, service, room = typed
    finished(
        services, clock, name=name, facility=HOUSE, service=service, room=room,
        teams=(TeamPlan(number=1, label=label, size=4),),
    )  # fmt: skip
    path = tmp_path / "mine.sante-results"
    assert services.reporting.write(services.reporting.bundle(house), path) == 1
    content = path.read_bytes()
    reporter, rows = services.reporting.told(house)
    read = unpacked(content, path.name)
    assert (read.rows, read.reporter.name) == (rows, reporter.name)
    text = content.decode()
    for word in (*typed, *(part for one in typed for part in one.split() if len(part) > 4)):
        assert word not in text
    assert HOUSE in text
    with pytest.raises(KitAppError, match="there"):
        services.reporting.write(services.reporting.bundle(house), path)


def test_corrections_of_a_result_are_told(services, clock, house):
    plan = finished(services, clock, facility=HOUSE)
    _reporter, (first,) = services.reporting.told(house)
    services.corrections.correct(plan.id, 1, "team_size", "3", "counted again")
    _reporter, (second,) = services.reporting.told(house)
    assert (second.people, second.id) == (3, first.id)
