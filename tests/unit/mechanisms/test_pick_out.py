"""Things to tell apart: what is printed, and the digits of those that are wrong."""

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import pick_out
from kit_app.mechanisms.pick_out import Item, Parameters, Words
from tests.unit.mechanisms.bundled import made

LANGUAGES = ("fr", "en")
EXAMPLE = Dice(seed="example", fixed={"X1/order": list(range(9))})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_the_digits_of_the_specification(language: str) -> None:
    result = made(pick_out, "X1", language, EXAMPLE)
    assert result.answer == "13468"
    assert pick_out.solve(result.clues) == {"13468"}
    assert [result.values[f"safe{number}"] for number in (1, 2, 3, 4)] == ["2", "5", "7", "9"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_seed_has_one_answer_with_the_same_digits_in_both_languages(language: str) -> None:
    answers = set()
    for seed in range(200):
        dice = Dice(seed=str(seed))
        result = made(pick_out, "X1", language, dice)
        assert pick_out.solve(result.clues) == {result.answer}
        assert result.answer == made(pick_out, "X1", "fr", dice).answer
        answers.add(result.answer)
    assert len(answers) > 50


def test_each_thing_keeps_its_own_picture_wherever_it_stands() -> None:
    texts = made(pick_out, "X1", "fr", EXAMPLE).clues.things
    pictures = {thing.text: thing.picture for thing in texts}
    shuffled = made(pick_out, "X1", "fr", Dice(seed="other")).clues.things
    assert {thing.text: thing.picture for thing in shuffled} == pictures
    assert [thing.digit for thing in shuffled] == [str(digit) for digit in range(1, 10)]


def test_the_sheet_can_be_read_aloud() -> None:
    lines = made(pick_out, "X1", "en", EXAMPLE).readings["sheet"].splitlines()
    assert len(lines) == 10
    assert lines[1] == "1 – Work laptop with no screen lock"


@pytest.mark.parametrize(
    ("items", "says"),
    [
        ((Item(key="a", is_fault=True),), "from 2 to 9"),
        ((Item(key="a", is_fault=True), Item(key="a")), "key of its own"),
        ((Item(key="a"), Item(key="b")), "some of the items are faults"),
        ((Item(key="a", is_fault=True), Item(key="b", is_fault=True)), "some are not"),
    ],
)
def test_things_that_cannot_be_told_apart_are_refused(items: tuple[Item, ...], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Parameters(items=items)


def test_two_things_with_the_same_caption_are_refused() -> None:
    parameters = Parameters(items=(Item(key="a", is_fault=True), Item(key="b")))
    with pytest.raises(ValueError, match="same text"):
        pick_out.make(parameters, Words(how="", items={"a": "x", "b": "x"}), Dice(seed="any"))
