"""Cards to put in order: what is printed and the one word that is left."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import ordering
from kit_app.mechanisms.ordering import Constraint, Parameters
from tests.unit.mechanisms.bundled import made

LANGUAGES = ("fr", "en")


def bundled(language: str = "fr") -> ordering.Clues:
    return made(ordering, "P12", language, Dice(seed="any")).clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_leave_one_word_and_it_is_the_answer(language: str) -> None:
    result = made(ordering, "P12", language, Dice(seed="any"))
    assert result.answer == "SIGNAL"
    assert ordering.solve(result.clues) == {"SIGNAL"}


@pytest.mark.parametrize("left_out", range(4))
def test_without_one_of_the_first_four_sentences_several_words_are_left(left_out: int) -> None:
    clues = bundled()
    kept = clues.facts.constraints[:left_out] + clues.facts.constraints[left_out + 1 :]
    answers = ordering.solve(replace(clues, facts=replace(clues.facts, constraints=kept)))
    assert "SIGNAL" in answers
    assert len(answers) > 1


def test_without_setting_the_harmful_cards_aside_the_sentences_leave_many_orders() -> None:
    clues = bundled()
    few = replace(clues, cards=clues.cards[:8], facts=replace(clues.facts, harmful=("O",)))
    assert len(ordering.solve(few)) > 1


def test_the_numbers_of_the_cards_say_nothing_about_the_order() -> None:
    letters = [card.letter for card in bundled().cards]
    assert letters == sorted(letters)
    assert len(letters) == 10


def test_each_card_has_a_reading_with_its_letter_and_its_text() -> None:
    result = made(ordering, "P12", "en", Dice(seed="any"))
    assert len(result.readings) == 10
    assert result.readings["card-1"] == "A\nCare goes on: downtime procedure, paper"


def test_a_constraint_on_an_unknown_card_is_refused() -> None:
    with pytest.raises(ValueError, match="no step"):
        Parameters(steps=("A",), decoys=("B",), constraints=(Constraint(kind="first", card="B"),))


def test_each_card_of_the_bundled_kit_shows_a_picture_of_its_own() -> None:
    pictures = [card.picture for card in bundled().cards]
    assert all(pictures)
    assert len(set(pictures)) == len(pictures)


def test_a_picture_for_a_card_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no card C"):
        Parameters(steps=("A",), decoys=("B",), constraints=(), pictures={"C": "images/c.svg"})


def test_two_cards_with_one_letter_are_refused() -> None:
    with pytest.raises(ValueError, match="letter of its own"):
        Parameters(steps=("A",), decoys=("A",), constraints=())


@pytest.mark.parametrize(("kind", "other"), [("first", "B"), ("after", "")])
def test_a_constraint_has_another_card_only_when_it_compares(kind: str, other: str) -> None:
    with pytest.raises(ValueError, match="missing or too many"):
        Constraint(kind=kind, card="A", other=other)
