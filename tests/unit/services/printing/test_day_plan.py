"""The plan of the day: one page that says when, where and who, and what to tick; never an answer."""

from dataclasses import replace

import pypdfium2
import pytest

from kit_app.assets import resources_dir
from kit_app.domain.day import lay_out
from kit_app.domain.deal import to_team_deal
from kit_app.domain.facility import Facility, Issuer
from kit_app.errors import PrintError
from kit_app.i18n import load
from kit_app.mechanisms.picking import picked
from kit_app.services.days import PlannedDay, slot_of, time_at
from kit_app.services.dealing import deal_session
from kit_app.services.printing.day_plan import day_plan_pdf, reset_list
from kit_app.services.printing.jobs import print_job
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import LANGUAGES, compact, plan_of, text_of

HOST = Issuer(facility=Facility(name="Hôpital de Brévalon"))


def day_of(language: str, minutes: tuple[int, ...], **changes) -> PlannedDay:
    plans = tuple(
        replace(
            plan_of(language),
            **{"id": f"s{number}", "name": f"Unités B et C · {number}", "room": "Salle Camélia",
               "date": "2026-12-03", "time": time_at(minute), **changes},
        )
        for number, minute in enumerate(minutes, start=1)
    )  # fmt: skip
    slots = [slot_of(plan, bundled_kit()) for plan in plans]
    return PlannedDay(date="2026-12-03", plans=plans, untimed=(), day=lay_out(slots))


def drawn(planned: PlannedDay, language: str):
    sources = {plan.id: (picked(bundled_kit(), plan), HOST) for plan in planned.plans}
    return day_plan_pdf(planned, sources, load(resources_dir() / "i18n", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_when_where_and_who_and_what_to_put_in_order(language: str) -> None:
    planned = day_of(language, (540, 640, 800))
    t = load(resources_dir() / "i18n", language)
    made = drawn(planned, language)
    text = compact(text_of(made.pdf))
    for plan in planned.plans:
        assert compact(plan.name) in text
        assert all(compact(team.label) in text for team in plan.teams)
    times = {"fr": ("8 h 45", "9 h 10", "13 h 20"), "en": ("8.45 am", "9.10 am", "1.20 pm")}
    assert all(compact(time) in text for time in times[language])
    job = print_job(bundled_kit(), planned.plans[0], 1, t, HOST)
    chores = reset_list(job)
    assert len(chores) == 9
    assert all(compact(chore) in text for chore in chores)
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert len(document) == made.pages == 1


@pytest.mark.parametrize(
    ("language", "props"), [("fr", {"Bandes", "Roue"}), ("en", {"Strips", "Wheel"})], ids=LANGUAGES
)
def test_nothing_of_a_puzzle_left_out_is_put_in_order(language: str, props: set[str]) -> None:
    (plan,) = day_of(language, (540,)).plans
    lean = replace(plan, left_out=("P2", "P9"))
    t = load(resources_dir() / "i18n", language)
    whole = reset_list(print_job(bundled_kit(), plan, 1, t, HOST))
    left = reset_list(print_job(picked(bundled_kit(), lean), lean, 1, t, HOST))
    gone = set(whole) - set(left)
    assert {line.split()[0] for line in gone} == props
    assert len(left) == len(whole) - 2


def test_no_answer_no_code_and_no_set_stands_on_it() -> None:
    planned = day_of("fr", (540, 640))
    text = compact(text_of(drawn(planned, "fr").pdf))
    deals = [to_team_deal(table) for plan in planned.plans for table in deal_session(bundled_kit(), plan)]
    codes = [code for deal in deals for code in (*deal.codes.values(), deal.set_id)]
    answers = [one.answer for deal in deals for one in deal.puzzles if not one.answer.isdigit()]
    assert codes and answers
    assert [one for one in (*codes, *answers) if compact(one) in text] == []


def test_the_sheet_speaks_the_language_that_it_is_asked_in() -> None:
    planned = day_of("fr", (540,))
    text = compact(text_of(drawn(planned, "en").pdf))
    assert compact("Strips counted: 12") in text
    assert compact("Bandes comptées") not in text


def test_a_day_in_two_houses_names_both_and_bears_the_look_of_none() -> None:
    here, there = day_of("fr", (540,)), day_of("fr", (740,), id="other", facility="Les Tilleuls")
    plans = (*here.plans, *there.plans)
    day = lay_out([slot_of(plan, bundled_kit()) for plan in plans])
    assert {one.kind for one in day.conflicts} == set()
    planned = PlannedDay(date=here.date, plans=plans, untimed=(), day=day)
    text = compact(text_of(drawn(planned, "fr").pdf))
    assert compact("Hôpital de Brévalon et Les Tilleuls") in text
    assert text.count(compact("Installer la salle")) == 2


def test_a_full_day_still_is_one_page() -> None:
    planned = day_of("fr", tuple(480 + 100 * number for number in range(8)))
    assert drawn(planned, "fr").pages == 1


def test_games_of_two_lengths_have_each_their_own_list() -> None:
    long, short = day_of("fr", (540,)), day_of("fr", (700,), variant="30", id="other", deals=())
    plans = (*long.plans, *short.plans)
    slots = [slot_of(plan, bundled_kit()) for plan in plans]
    planned = PlannedDay(date=long.date, plans=plans, untimed=(), day=lay_out(slots))
    text = text_of(drawn(planned, "fr").pdf)
    assert text.count("–") >= 2  # the short one has no seal and no flap
    assert compact("Sceau de la chemise refermé") in compact(text)


def test_a_day_without_a_time_says_what_to_do() -> None:
    empty = PlannedDay(date="2026-12-03", plans=(), untimed=(), day=lay_out([]))
    with pytest.raises(PrintError, match="No session has a time"):
        drawn(empty, "fr")
