"""The kit's papers on paper: every place filled, nothing left over, no answer where players see it."""

import re
from dataclasses import replace
from datetime import date, time
from functools import cache

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import NOBODY, Contact, Facility, Issuer
from kit_app.i18n import load
from kit_app.mechanisms.filling import texts
from kit_app.services.printing.decks import set_products
from kit_app.services.printing.desk import facilitator_papers, made, players_papers, shelf_papers
from kit_app.services.printing.kit_papers import MADE, paper_items, session_papers, shelf_job
from kit_app.services.printing.made_session import planned_openings
from kit_app.services.printing.paper_places import DOTS, schedule_of
from printables.layout.pieces import Words
from printables.products.blocks import Table
from printables.products.documents import document_pages
from printables.products.two_sided import TwoSided
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import compact, job_of, plan_of, text_of

LANGUAGES = ("fr", "en")
HOST = Facility(
    name="Hôpital de Brévalon",
    short_name="CH Brévalon",
    contacts={
        "helpdesk": Contact(number="01 99 00 12 34", checked_on="2026-11-01"),
        "oncall": Contact(number="01 99 00 56 78", checked_on="2026-01-05"),
    },
)
TODAY = date(2026, 11, 24)
KNOWN = Issuer(facility=HOST, today=TODAY)


@cache
def shelf_text(language: str, issuer_is_known: bool) -> str:
    t = load(resources_dir() / "i18n", language)
    papers = shelf_papers(bundled_kit(), KNOWN if issuer_is_known else NOBODY, t)
    return text_of(made(papers, [line.ident for line in papers.lines()]).pdf)


@cache
def session_text(language: str, whose: str) -> str:
    t = load(resources_dir() / "i18n", language)
    if whose == "players":
        papers = players_papers(bundled_kit(), plan_of(language), 1, t, KNOWN)
    else:
        papers = facilitator_papers(bundled_kit(), plan_of(language, (5, 4)), t, KNOWN)
    return text_of(made(papers, [line.ident for line in papers.lines()]).pdf)


def words_of(items) -> str:
    sides = [
        side
        for item in items
        for side in ((item.front, item.back) if isinstance(item, TwoSided) else (item,))
    ]
    look = shelf_job(bundled_kit(), NOBODY, load(resources_dir() / "i18n", "en")).look
    found = [
        piece.text
        for side in sides
        for piece in (side.pieces if hasattr(side, "pieces") else side._composed(look).pieces)
        if isinstance(piece, Words)
    ]
    return " ".join(found).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("whose", ["players", "facilitator", "shelf", "shelf of nobody"])
def test_no_paper_bears_a_brace_or_a_word_of_the_workshop(language: str, whose: str) -> None:
    if whose.startswith("shelf"):
        text = shelf_text(language, whose == "shelf")
    else:
        text = session_text(language, whose)
    assert re.findall(r"[{}]|placeholder|\bNone\b|TODO|lorem", text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_the_kit_can_be_printed_and_lies_on_a_shelf(language: str) -> None:
    job = shelf_job(bundled_kit(), KNOWN, load(resources_dir() / "i18n", language))
    for spec in bundled_kit().papers:
        items = paper_items(job, spec, set_products)
        assert [problem for item in items for problem in item.problems(job.look)] == [], spec.id


def test_the_facilitys_numbers_stand_on_its_cards_and_official_ones_for_everybody() -> None:
    known, nobody = shelf_text("fr", True), shelf_text("fr", False)
    assert "01 99 00 12 34" in known.replace("\u00a0", " ")
    assert "01 99 00 12 34" not in nobody.replace("\u00a0", " ")
    for text in (known, nobody):
        assert "09 72 43 91 25" in text.replace("\u00a0", " ")
    assert DOTS in nobody


def test_a_number_tried_long_ago_is_to_be_checked_again() -> None:
    assert "check again" in shelf_text("en", True)
    assert "check again (05/01/2026)" in re.sub(r"\s+", " ", shelf_text("en", True))


@pytest.mark.parametrize("allowed", [True, False])
def test_the_line_of_the_management_stands_only_where_it_is_allowed(allowed: bool) -> None:
    host = replace(HOST, has_promise=allowed)
    t = load(resources_dir() / "i18n", "fr")
    papers = shelf_papers(bundled_kit(), Issuer(facility=host, today=TODAY), t)
    text = text_of(made(papers, ["incident-wall"]).pdf)
    assert (compact("Personne n’est sanctionné pour avoir prévenu") in compact(text)) is allowed


def test_the_sessions_facility_comes_before_the_profiles() -> None:
    job = replace(job_of("fr"), facility=Facility(name="Clinique du Parc"))
    sheet = next(
        one for one in session_papers(job, ("facilitator",), set_products) if one.kind == "attendance"
    )
    assert "Hôpital de Brévalon" in words_of(sheet.items)
    assert "Clinique du Parc" not in words_of(sheet.items)


def test_a_card_of_each_player_has_two_sides() -> None:
    cards = next(
        one for one in session_papers(job_of("fr"), ("players",), set_products) if one.kind == "incident-card"
    )
    assert len(cards.items) == 5
    assert all(isinstance(card, TwoSided) for card in cards.items)


def test_the_run_sheet_is_of_this_session_by_the_clock() -> None:
    job = job_of("fr")
    schedule = schedule_of(job)
    assert (schedule.before, schedule.game, schedule.debrief, schedule.after) == (10, 45, 25, 10)
    assert (schedule.at(schedule.before), schedule.at(schedule.whole)) == (time(18, 40), time(20, 0))
    sheet = next(
        one for one in session_papers(job, ("facilitator",), set_products) if one.kind == "run-sheet"
    )
    text = words_of(sheet.items)
    for words in ("18 h 30", "18 h 40", "19 h 25", "19 h 50", "20 h", "Salle Camélia", job.table.set_id):
        assert words in text


def test_without_a_planned_time_the_run_sheet_counts_minutes() -> None:
    job = job_of("fr")
    job = replace(job, plan=replace(job.plan, time=""))
    assert schedule_of(job).shown(55, "fr") == "55 min"


def test_the_grid_plans_each_puzzle_after_those_it_needs() -> None:
    setup = job_of("fr").setup
    opens = planned_openings(setup.puzzles)
    targets = {puzzle.id: puzzle.target_ms for puzzle in setup.puzzles}
    assert opens["P1"] == 0
    for puzzle in setup.puzzles:
        assert all(opens[puzzle.id] >= opens[need] + targets[need] for need in puzzle.needs)


def test_the_puzzles_pages_hold_no_answer_beyond_what_is_said_to_teams() -> None:
    job = job_of("fr")
    said_on_pages = "\n".join(texts(MADE["puzzles"](job)))
    for puzzle in job.setup.puzzles:
        for said in (*(hint.text for hint in puzzle.hints), puzzle.stall_say):
            said_on_pages = said_on_pages.replace(said, "")
    answers = [puzzle.answer for puzzle in job.setup.puzzles]
    assert [answer for answer in answers if answer in said_on_pages] == []


def test_a_fact_that_was_not_found_again_says_so() -> None:
    job = replace(job_of("en"), today=date(2028, 1, 1))
    text = repr(MADE["facts"](job))
    assert "Not found again" in text
    assert "More than a year old" in text


def test_topics_come_by_their_score() -> None:
    (table,) = MADE["topics"](job_of("en"))
    scores = [int(row[-1]) for row in table.rows]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(("sizes", "pages"), [((5,), 1), ((8, 7, 6), 2)])
def test_the_attendance_sheet_has_a_line_for_everybody_and_no_single_teams_name(
    sizes, pages, monkeypatch
) -> None:
    documents = []

    def kept(document, look):
        documents.append(document)
        return document_pages(document, look)

    monkeypatch.setattr("kit_app.services.printing.kit_papers.document_pages", kept)
    job = replace(job_of("fr"), plan=plan_of("fr", sizes))
    spec = next(one for one in job.kit.papers if one.id == "attendance")
    sheets = paper_items(job, spec, set_products)
    rows = [row for block in documents[0].blocks if isinstance(block, Table) for row in block.rows]
    assert sum(not any(row) for row in rows) == sum(sizes) + 2
    assert len(sheets) == pages
    assert ("Équipe 1" in words_of(sheets)) is (len(sizes) == 1)
