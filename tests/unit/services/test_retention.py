"""How old a session must be, and what the register and the list of holdings say."""

from dataclasses import replace
from datetime import date

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility
from kit_app.domain.settings import Settings
from kit_app.i18n import Catalogue, load
from kit_app.services.privacy import holdings, processing_record
from kit_app.services.retention import months_before
from kit_app.views.facts import EVERYTHING
from tests.traces import traces
from tests.unit.services.bundled import teams
from tests.unit.services.sheets import fill
from tests.unit.services.test_history import finished


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2026, 11, 24), 36, date(2023, 11, 24)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 5), 13, date(2024, 12, 5)),
    ],
)
def test_months_before_a_day(day: date, months: int, wanted: date) -> None:
    assert months_before(day, months) == wanted


def test_sessions_are_kept_for_36_months_unless_somebody_chooses_otherwise() -> None:
    assert Settings().kept_months == 36
    with pytest.raises(ValueError, match="12 to 120"):
        Settings(kept_months=6)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_register_names_controller_and_officer_and_says_how_long(language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    facility = Facility(name="Hôpital de Brévalon", contacts={"dpo": Contact(name="DPO", number="4242")})
    words = [words for _name, words in processing_record(facility, 48, t)]
    assert "Hôpital de Brévalon" in words
    assert any("4242" in line for line in words)
    assert any("48" in line for line in words)
    assert all(words)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_holding_says_what_about_whom_and_how_long(language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    held = holdings(36, t)
    assert len({one.what for one in held}) == len(held) >= 10
    assert all(one.what and one.about and one.stays for one in held)


def old(services, clock, people: int = 8, **choices):
    """A session that somebody played three years and more ago, with its questionnaires."""
    plan = finished(services, clock, **{"date": "2023-01-17", **choices})
    fill(services, plan.id, people)
    services.results.of_session(plan.id)  # a game counts once its result is known
    return plan


def lines(services, **chosen):
    selection = replace(EVERYTHING, **chosen)
    return [table.lines for table in services.statistics.learning(selection, Catalogue("en"))]


def test_what_was_learnt_stays_when_sessions_become_totals(services, clock):
    first = old(services, clock, audience="care", service="Unité B")
    old(services, clock, audience="office", service="Unité C")
    late = old(services, clock, audience="care", date="2026-11-24")
    services.questionnaires.close(first.id)
    everything, of_care = lines(services), lines(services, audience="care")
    services.retention.purge(36)
    assert [row.id for row in services.sessions.list()] == [late.id]
    assert lines(services) == everything
    assert lines(services, audience="care") == of_care
    assert lines(services, audience="students") == []
    services.retention.purge(36)
    assert lines(services) == everything


def test_totals_of_learning_add_up_from_one_purge_to_the_next(services, clock):
    for _ in range(2):
        old(services, clock)
        services.retention.purge(36)
    ((all_questions, *_themes),) = lines(services)
    assert all_questions.people == "16"


def test_sheets_that_are_still_there_are_counted_and_gone_from_the_copies_too(services, clock, tmp_path):
    plan = old(services, clock)
    services.backups.make("hand")
    services.retention.purge(36)
    assert traces(tmp_path, ['{"lock":"']) == []
    assert traces(tmp_path, [plan.id]) != [], "the copy made before still holds the session, and is told of"
    assert lines(services)[0][0].people == "8"


def test_totals_of_learning_of_under_five_people_are_hidden_and_name_no_service(services, clock):
    old(services, clock, people=4, service="Bloc", teams=tuple(replace(one, size=4) for one in teams("A")))
    services.retention.purge(36)
    ((first, *_others),) = lines(services)
    assert first.people == "< 5" and first.first is None
    assert lines(services, service="Bloc") == []
