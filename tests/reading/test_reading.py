"""Who reads the players' PDF and nothing else reaches the answers.

Not read here: the crossword's squares, the order of the red cards, and the puzzles X1 and X2.
"""

import pytest

from kit_app.domain.spelling import normalised
from tests.reading.cards import read_cards
from tests.reading.mask import read_through_the_mask
from tests.reading.solvers import SOLVERS, portal, strips
from tests.unit.services.printing.papers import LANGUAGES, job_of, players_pdf

QUICK, ALL_SEEDS = 10, 200
SEEDS = [
    pytest.param(number, marks=() if number < QUICK else pytest.mark.long) for number in range(ALL_SEEDS)
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", SEEDS)
def test_a_careful_reader_of_the_pdf_reaches_the_answers(number: int, language: str) -> None:
    seed = f"{number * 7919 + 45:032x}"
    pdf = players_pdf.__wrapped__(language, 5, seed)
    cards = read_cards(pdf)
    table = job_of(language, 5, seed).table
    for puzzle, solve in SOLVERS.items():
        answer = normalised(solve(cards))
        assert answer in table.puzzle(puzzle).accepted, f"{puzzle}: {answer}"
    for field, value in zip(table.puzzle("P10").fields, portal(cards), strict=True):
        assert normalised(value) in field.accepted, f"{field.label}: {value}"
    room = normalised(read_through_the_mask(pdf, strips(cards)))
    assert room in table.puzzle("P3").accepted, f"P3: {room}"
