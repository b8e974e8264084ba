"""Several sessions of a day in one act, and the same session again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kit_app.errors import ProblemsError, StorageError
from kit_app.game import commands as c
from kit_app.i18n import Catalogue
from kit_app.services.day_words import sentences_of
from kit_app.services.days import DayWish
from kit_app.services.services import Services
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened, teams

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path, clock: FakeClock) -> Iterator[Services]:
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


def source(services: Services, **changes):
    usual = {"date": "2026-11-20", "time": "14:00", "room": "Salle Camélia"}
    return services.sessions.save(draft(services, **{**usual, **changes})).plan


def wish(services: Services, plan, **changes) -> DayWish:
    return replace(services.days.wish(plan), date="2026-12-03", first="09:00", **changes)


def test_a_day_is_proposed_like_the_session_that_it_copies(services: Services) -> None:
    plan = source(services, teams=teams("A", "B"))
    found = services.days.wish(plan)
    # 24 November 2026 is a Tuesday
    assert (found.date, found.room, found.first, found.reset_min) == (
        "2026-11-25",
        "Salle Camélia",
        "14:00",
        20,
    )


def test_all_sessions_of_a_day_are_stored_with_their_own_codes_and_times(services: Services) -> None:
    plan = source(services)
    made = services.days.plan(wish(services, plan, count=4))
    assert [one.time for one in made.plans] == ["09:00", "10:40", "13:20", "15:00"]
    assert [one.name for one in made.plans] == [f"Unités B et C · {n}" for n in (1, 2, 3, 4)]
    assert len({one.seed for one in (plan, *made.plans)}) == 5
    assert len({deal.set_id for one in (plan, *made.plans) for deal in one.deals}) == 5
    planned = services.days.on("2026-12-03")
    assert [one.id for one in planned.plans] == [one.id for one in made.plans]
    assert sentences_of(planned, EN) == ()


def test_what_was_planned_in_one_act_is_taken_back_in_one(services: Services) -> None:
    plan = source(services)
    made = services.days.plan(wish(services, plan, count=2))
    services.days.forget(made.plans)
    assert [row.id for row in services.sessions.list()] == [plan.id]


def test_a_disk_that_refuses_the_second_session_leaves_none(services: Services, monkeypatch) -> None:
    plan = source(services)
    save, left = services.sessions.save, iter([True, False])

    def refusing(one):
        if not next(left):
            raise StorageError("The disk is full.")
        return save(one)

    monkeypatch.setattr(services.sessions, "save", refusing)
    with pytest.raises(StorageError):
        services.days.plan(wish(services, plan, count=2))
    assert [row.id for row in services.sessions.list()] == [plan.id]


def test_what_is_there_already_is_told_before_anything_is_stored(services: Services) -> None:
    plan = source(services)
    source(services, name="Pharmacy", date="2026-12-03", time="09:30", room="salle  camélia")
    source(services, name="Night", date="2026-12-03", time="")
    outline = services.days.outline(wish(services, plan, count=1))
    assert outline.whole is not None
    assert sentences_of(outline.whole, EN) == (
        "“Unités B et C” is not over in Salle Camélia when “Pharmacy” begins at 9.30\u00a0am. "
        "Begin the second at 10.40\u00a0am, or give it another room.",
        "“Night” has no time yet on this day. Give it one, so that the day holds.",
    )
    assert len(services.sessions.list()) == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date": ""}, "date"),
        ({"first": ""}, "first"),
        ({"count": 9}, "count"),
        ({"reset_min": 0}, "reset_min"),
        ({"first": "20:00", "count": 4}, "count"),
    ],
)
def test_what_is_missing_is_said_at_its_field(services: Services, changes, field: str) -> None:
    asked = replace(services.days.wish(source(services)), **changes)
    with pytest.raises(ProblemsError) as error:
        services.days.plan(asked)
    assert [one.field for one in error.value.problems] == [field]


def test_another_time_for_the_reset_is_remembered(services: Services) -> None:
    plan = source(services)
    assert services.days.wish(plan).reset_min == 10
    services.days.plan(wish(services, plan, count=1, reset_min=25))
    assert services.days.wish(plan).reset_min == 25
    assert services.days.slot(plan).reset_min == 25
    services.days.plan(wish(services, plan, count=1, reset_min=10))
    assert services.preferences.settings.reset_min == 0


def test_last_time_is_the_last_session_up_to_now(services: Services, clock: FakeClock) -> None:
    assert services.days.last() is None
    coming = source(services, date="2026-12-03")
    assert services.days.last() == coming
    held = source(services)
    assert services.days.last() == held


@pytest.mark.parametrize(
    ("day", "time", "moment"),
    [
        ("2026-11-20", "23:50", ("2026-11-24", "23:50")),
        ("2026-11-20", "09:00", ("2026-11-25", "09:00")),
        ("2026-11-24", "23:50", ("2026-11-25", "23:50")),
        ("2026-11-20", "", ("2026-11-24", "")),
    ],
)
def test_again_is_today_while_its_time_is_to_come(services: Services, day, time, moment) -> None:
    assert services.days.next_moment(source(services, date=day, time=time)) == moment


def test_a_friday_is_followed_by_monday_unless_one_plays_at_weekends(
    services: Services, clock: FakeClock
) -> None:
    clock.advance(3 * 86_400_000)  # Friday 27 November
    assert services.days.next_moment(source(services, time="09:00"))[0] == "2026-11-30"
    weekend = source(services, date="2026-11-21", time="09:00")
    assert services.days.next_moment(weekend)[0] == "2026-11-28"


def test_again_is_the_same_session_with_other_codes(services: Services) -> None:
    plan = source(services, teams=teams("A", "B"), room="Salle Camélia")
    outline = services.days.again(plan, "2026-11-25", "09:00")
    saved = services.days.repeat(outline).plan
    assert replace(saved, id="", seed="", deals=(), date="", time="") == replace(
        plan, id="", seed="", deals=(), date="", time=""
    )
    assert (saved.date, saved.time) == ("2026-11-25", "09:00")
    assert not {deal.set_id for deal in saved.deals} & {deal.set_id for deal in plan.deals}


def test_a_day_that_is_over_is_told_before_sessions_are_planned_on_it(services: Services) -> None:
    late = services.days.outline(replace(wish(services, source(services), count=1), date="2026-11-23")).whole
    assert "23 November 2026 is over already" in sentences_of(late, EN)[0].replace("\u00a0", " ")
    today = services.days.outline(replace(wish(services, source(services), count=1), date="2026-11-24")).whole
    assert sentences_of(today, EN) == ()


def test_the_day_of_a_session_that_was_played_has_not_passed_it_by(services: Services) -> None:
    plan = source(services)
    assert services.days.has_passed(plan)
    room = services.runs.open(plan.id, 1)
    for command in (c.StartRun(), c.EndRun(at_once=True)):
        room.handle(command)
    room.close()
    assert not services.days.has_passed(plan)
