"""Who reads the players' PDF and nothing else reaches every answer: all puzzles, sectors and lengths."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.spelling import normalised
from kit_app.i18n import Catalogue, load
from kit_app.services.printing.decks import PrintJob, deck_of, set_products
from kit_app.services.printing.jobs import print_job
from printables.products.deck import write_deck
from tests.reading.cards import Paper
from tests.reading.solvers import SOLVERS, portal
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.printing.papers import LANGUAGES, plan_of

QUICK, ALL_SEEDS = 5, 200
FEW = 3
SEEDS = [
    pytest.param(number, marks=() if number < QUICK else pytest.mark.long) for number in range(ALL_SEEDS)
]
CHOICES = [
    pytest.param(variant, sector, number, marks=() if number == 0 else pytest.mark.long)
    for variant in ("45-full", "45-light", "30", "60")
    for sector in ("hospital", "medico-social", "telework", "managers")
    for number in range(FEW)
]
SIZE_OF = {"45-light": 3, "30": 4}


@cache
def translations(language: str) -> Catalogue:
    return load(resources_dir() / "i18n", language)


def job_of(language: str, variant: str, sector: str, seed: int) -> PrintJob:
    plan = plan_of(language, (SIZE_OF.get(variant, 5),), f"{seed * 7919 + 45:032x}")
    return print_job(bundled_kit(), replace(plan, variant=variant, sector=sector), 1, translations(language))


def paper_of(job: PrintJob) -> Paper:
    """The set that players get, open; that it prints as it should is proved elsewhere."""
    drawn = BytesIO()
    write_deck(deck_of(job, job.table.game_title, set_products(job)), job.look, drawn)
    return Paper(drawn.getvalue())


def read_all(job: PrintJob) -> None:
    with paper_of(job) as paper:
        for puzzle in job.table.puzzles:
            if puzzle.id == "P10":
                for field, value in zip(puzzle.fields, portal(paper), strict=True):
                    assert normalised(value) in field.accepted, f"{field.label}: {value}"
            else:
                answer = normalised(SOLVERS[puzzle.id](paper))
                assert answer in puzzle.accepted, f"{puzzle.id}: {answer}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", SEEDS)
def test_a_careful_reader_of_the_pdf_reaches_every_answer(number: int, language: str) -> None:
    job = job_of(language, "60", "hospital", number)
    assert {puzzle.id for puzzle in job.table.puzzles} == {*SOLVERS, "P10"}
    read_all(job)


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize(("variant", "sector", "number"), CHOICES)
def test_a_careful_reader_reaches_every_answer_of_every_variant_and_sector(
    variant: str, sector: str, number: int, language: str
) -> None:
    read_all(job_of(language, variant, sector, ALL_SEEDS + number))
