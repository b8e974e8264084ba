"""The guide and all documents as pages: how many, how they end, what stands in red, what they hold."""

from dataclasses import replace
from functools import cache

import pytest

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.printing.decks import set_products
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.kit_papers import paper_items
from printables.layout import colours
from printables.layout.boxes import Box
from printables.layout.pieces import Bar, Rule, Words
from printables.products.documents import DocumentPage
from printables.products.setting import HEADINGS
from printables.units import mm
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import plan_of

SECTORS = {"45-full": "hospital", "45-light": "medico-social", "30": "telework", "60": "managers"}
CHOICES = [(language, variant) for language in ("fr", "en") for variant in SECTORS]
MOST_PAGES = 28
FOOT = mm(20)
IN_FRAME = {"answer-key", "hints"}
"""The only papers of which every page stands in a red frame."""

each_choice = pytest.mark.parametrize(("language", "variant"), CHOICES)


@cache
def job_for(language: str, variant: str, teams: tuple[int, ...] = (5,)) -> PrintJob:
    kit = bundled_kit()
    minutes = kit.variant(variant).minutes
    plan = replace(plan_of(language, teams), variant=variant, sector=SECTORS[variant], duration_min=minutes)
    return print_job(kit, plan, 1, load(resources_dir() / "i18n", language))


@cache
def documents(language: str, variant: str) -> dict[str, tuple[DocumentPage, ...]]:
    """The documents that flow over pages; those with a ground are one sheet to hang up."""
    job = job_for(language, variant)
    return {
        spec.id: tuple(paper_items(replace(job), spec, set_products))
        for spec in job.kit.papers
        if spec.kind == "document" and not spec.ground
    }


def guide(language: str, variant: str) -> tuple[DocumentPage, ...]:
    return documents(language, variant)["guide"]


def body(page: DocumentPage) -> list[Words]:
    """The words of a page above its foot."""
    limit = page.size.height - FOOT
    return [piece for piece in page.pieces if isinstance(piece, Words) and piece.y < limit]


def lowest_line(page: DocumentPage) -> float:
    """Where the last line to write on or edge of a box lies above the foot; 0 without any."""
    limit = page.size.height - FOOT
    rules = [p.y1 for p in page.pieces if isinstance(p, Rule) and p.y1 < limit]
    bars = [p.box.bottom for p in page.pieces if isinstance(p, Bar) and p.box.bottom < limit]
    return max((y / mm(1) for y in (*rules, *bars)), default=0.0)


def red_boxes(page: DocumentPage) -> list[Box]:
    return [p.box for p in page.pieces if isinstance(p, Bar) and p.line == colours.DANGER and p.fill is None]


def is_in(words: Words, box: Box) -> bool:
    return box.x <= words.x <= box.right and box.y <= words.y <= box.bottom


def text_of(words: list[Words]) -> str:
    return " ".join(one.text for one in words).replace("\u00a0", " ")


@each_choice
def test_the_guide_is_a_booklet_of_at_most_28_pages(language: str, variant: str) -> None:
    assert 20 <= len(guide(language, variant)) <= MOST_PAGES


@pytest.mark.parametrize("teams", [(8, 8), (5, 5, 5, 4), (6,) * 6])
def test_several_teams_need_no_thicker_guide(teams: tuple[int, ...]) -> None:
    job = job_for("fr", "60", teams)
    spec = next(one for one in job.kit.papers if one.id == "guide")
    assert len(paper_items(job, spec, set_products)) <= MOST_PAGES


@each_choice
def test_every_document_can_be_printed_as_it_is(language: str, variant: str) -> None:
    look = job_for(language, variant).look
    for name, pages in documents(language, variant).items():
        assert [problem for page in pages for problem in page.problems(look)] == [], name


@each_choice
def test_no_page_ends_with_a_heading(language: str, variant: str) -> None:
    headings = {size / mm(1) for size in HEADINGS.values()}
    for name, pages in documents(language, variant).items():
        for page in pages:
            last = max(body(page), key=lambda words: words.y)
            is_bold = last.face == job_for(language, variant).look.faces.text.bold
            is_followed = lowest_line(page) > last.y / mm(1)
            assert not (is_bold and last.size / mm(1) in headings) or is_followed, (name, last.text)


@each_choice
def test_no_page_of_the_guide_but_the_last_is_half_empty(language: str, variant: str) -> None:
    for number, page in enumerate(guide(language, variant)[:-1], start=1):
        lowest = max(words.y for words in body(page)) / mm(1)
        assert max(lowest, lowest_line(page)) > 150, number


@each_choice
def test_only_the_key_and_the_hints_stand_in_the_red_frame(language: str, variant: str) -> None:
    warning = job_for(language, variant).look.words.facilitator_only
    for name, pages in documents(language, variant).items():
        for page in pages:
            is_framed = any(box.height > page.size.height * 0.8 for box in red_boxes(page))
            is_warned = any(words.text == warning and words.y < mm(23) for words in body(page))
            assert (is_framed, is_warned) == ((name in IN_FRAME,) * 2) or name == "guide", name


@each_choice
def test_the_guide_warns_of_answers_once_a_puzzle_and_on_its_timetable(language: str, variant: str) -> None:
    job = job_for(language, variant)
    warning = job.look.words.facilitator_only
    warned = [
        words.text
        for page in guide(language, variant)
        for words in body(page)
        if words.text.startswith(warning) and any(is_in(words, box) for box in red_boxes(page))
    ]
    assert warned.count(warning) == len(job.setup.puzzles)
    assert len(warned) == len(job.setup.puzzles) + 1


@each_choice
def test_answers_stand_nowhere_in_the_guide_but_in_the_red_timetable(language: str, variant: str) -> None:
    job = job_for(language, variant)
    said = " ".join(
        one
        for puzzle in job.setup.puzzles
        for one in (*(hint.text for hint in puzzle.hints), puzzle.stall_say)
    )
    inside, outside = "", ""
    for page in guide(language, variant):
        boxes = red_boxes(page)
        inside += text_of([words for words in body(page) if any(is_in(words, box) for box in boxes)]) + " "
        outside += (
            text_of([words for words in body(page) if not any(is_in(words, box) for box in boxes)]) + " "
        )
    for puzzle in job.setup.puzzles:
        assert puzzle.answer.split(" ")[0] in inside, puzzle.id
        if puzzle.answer not in said and len(puzzle.answer) > 3:
            assert puzzle.answer not in outside, puzzle.id


@each_choice
def test_the_timetable_names_where_each_puzzle_is_played_and_when(language: str, variant: str) -> None:
    job = job_for(language, variant)
    pages = [page for page in guide(language, variant) if job.setup.puzzles[-1].answer in text_of(body(page))]
    text = text_of([words for page in pages for words in body(page)])
    for puzzle in job.setup.puzzles:
        assert f"{puzzle.id} {puzzle.title}".replace("\u00a0", " ") in text
    assert job.team.set_label in text
    assert {job.table.places["table"]} <= {place for place in job.table.places.values() if place in text}


@each_choice
def test_each_puzzle_says_what_one_sees_where_teams_stall_its_hints_and_its_lesson(
    language: str, variant: str
) -> None:
    job = job_for(language, variant)
    text = text_of([words for page in guide(language, variant) for words in body(page)])
    for puzzle in job.setup.puzzles:
        task = job.table.puzzle(puzzle.id).words.stall.task
        hints = [hint.text for hint in puzzle.hints]
        for said in (task, puzzle.stall_see, *hints, puzzle.lesson, puzzle.reflex):
            first = said.replace("\u00a0", " ").split(" ")[:3]
            assert said and " ".join(first) in text, (puzzle.id, said)


@each_choice
def test_the_last_page_of_the_guide_names_licence_sources_version_and_set(
    language: str, variant: str
) -> None:
    job = job_for(language, variant)
    *_, last = guide(language, variant)
    text = text_of([piece for piece in last.pieces if isinstance(piece, Words)])
    sources = dict.fromkeys(fact.source for fact in job.kit.facts if fact.source)
    for words in (job.kit.licence, job.table.kit_version, job.table.set_id, "GCS e-santé", *sources):
        assert words.replace("\u00a0", " ").split(" ")[0] in text
    assert (
        job.look.words.page.format(n=len(guide(language, variant)), total=len(guide(language, variant)))
        in text
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_players_fill_in_takes_as_few_sheets_as_planned(language: str) -> None:
    pages = {name: len(set(map(id, made))) for name, made in documents(language, "45-full").items()}
    expected = {
        "questionnaire-before": 1,
        "questionnaire-after": 2,
        "questionnaire-month": 1,
        "questionnaire-numbers": 1,
        "certificate": 1,
        "attendance": 1,
        "stock": 1,
    }
    assert {name: pages[name] for name in expected} == expected


def test_only_papers_of_the_game_say_that_all_is_made_up() -> None:
    job = job_for("fr", "45-full")
    made_up = job.table.card_lines.fictive
    saying = {
        ident: any(
            made_up in piece.text for page in pages for piece in page.pieces if isinstance(piece, Words)
        )
        for ident, pages in documents("fr", "45-full").items()
    }
    assert saying["answer-key"] and saying["hints"]
    assert not any(saying[one] for one in ("certificate", "attendance", "questionnaire-before"))
