"""The call: what players know picks one reply a question, and the letters make the code."""

from dataclasses import replace

import pytest

from kit_app.mechanisms import choices
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.first import dealt, example, made

LANGUAGES = ("fr", "en")


def clues(language: str = "fr") -> choices.Clues:
    return example(language).puzzle("P6").clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_makes_its_word(language: str) -> None:
    assert choices.solve(clues(language)) == {"RUSE"}


def test_a_question_that_nobody_can_answer_leaves_no_code() -> None:
    first, *rest = clues().calls
    assert choices.solve(replace(clues(), calls=(replace(first, known="c"), *rest))) == frozenset()


def test_the_replies_are_those_of_the_specification() -> None:
    replies = [[reply.text for reply in call.replies] for call in clues("en").calls]
    assert replies == [
        ["Unit A", "Unit B", "Reception"],
        ["Nadège", "Solène", "Estelle"],
        ["2017", "2019", "2015"],
        ["A doctor is waiting!", "I am on holiday", "I forgot the number"],
    ]


def test_the_year_to_choose_is_the_one_of_the_posts() -> None:
    for seed in ("one", "two", "three"):
        table = dealt("fr", seed)
        year = table.puzzle("P5").values["year"]
        call = table.puzzle("P6").clues.calls[2]
        assert [reply.text for reply in call.replies if reply.key == "joined"] == [year]
        assert len({reply.text for reply in call.replies}) == 3


def test_a_letter_that_comes_twice_in_a_question_is_drawn_again() -> None:
    with pytest.raises(Redraw):
        made("P6", wrong="RTAODNIY")


def test_other_letters_make_another_code() -> None:
    result = made("P6", code="KWHM", wrong="ACDEFGJL")
    assert result.answer == "KWHM"
    assert choices.solve(result.clues) == {"KWHM"}
    assert [result.values[f"letter{place}"] for place in (1, 2, 3, 4)] == list("KWHM")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_read_with_its_letters(language: str) -> None:
    readings = example(language).puzzle("P6").readings
    assert set(readings) == {"call-1", "call-2", "call-3", "call-4", "result"}
    assert "U – Nadège" in readings["call-2"].splitlines()
    assert "RUSE" not in "".join(readings.values())
