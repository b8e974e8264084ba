"""For any seed and both languages, the later puzzles have exactly one answer and the same draws."""

from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms import cipher_wheel, classify, identity, ordering, portal, two_logs
from kit_app.mechanisms.made import Made
from tests.unit.mechanisms.bundled import made, values

SEEDS = range(300)
MONTHS = (("janvier", "January"), ("mars", "March"), ("octobre", "October"), ("décembre", "December"))
MECHANISMS = (
    ("P7", classify),
    ("P8", two_logs),
    ("P9", cipher_wheel),
    ("P10", portal),
    ("P11", identity),
    ("P12", ordering),
)


@cache
def known(seed: int, language: str) -> Mapping[str, str]:
    """What other puzzles and the kit give, other for each seed, the same in both languages."""
    dice = Dice(seed=str(seed)).child("others")
    numbers = dice.sample("numbers", [str(number) for number in range(804_100, 804_160)], 8)
    return values(
        language,
        month=dice.pick("month", MONTHS)[language == "en"],
        P1_shift=dice.pick("shift", ("-5", "0", "5")),
        P5_pet_upper=dice.pick("pet", ("PISTACHE", "MOUSTACHE", "RISOTTO", "SAMOURAI")),
        P5_year=str(dice.number("year", 2012, 2020)),
        P7_portal=str(dice.number("portal", 1, 4)),
        P9_answer=dice.pick("account", ("ZEPHINORD", "ZEPHILUNE")),
        **{f"P4_number{label}": number for label, number in enumerate(numbers, start=1)},
    )


def both(puzzle: str, mechanism: ModuleType, seed: int) -> list[Made]:
    dice = Dice(seed=str(seed))
    return [made(mechanism, puzzle, language, dice, known(seed, language)) for language in ("fr", "en")]


@pytest.mark.parametrize(("puzzle", "mechanism"), MECHANISMS)
def test_any_seed_has_exactly_one_answer_in_both_languages(puzzle: str, mechanism: ModuleType) -> None:
    for seed in SEEDS:
        for result in both(puzzle, mechanism, seed):
            assert mechanism.solve(result.clues) == {normalised(result.answer)}, seed


def drawn(result: Made[Any]) -> dict[str, str]:
    """The values that are drawn, not worded in a language."""
    return {
        key: value for key, value in result.values.items() if key != "key_word" and not key.startswith("line")
    }


@pytest.mark.parametrize(("puzzle", "mechanism"), MECHANISMS)
def test_both_languages_have_the_same_draws(puzzle: str, mechanism: ModuleType) -> None:
    for seed in SEEDS:
        french, english = both(puzzle, mechanism, seed)
        assert french.answer == english.answer
        assert drawn(french) == drawn(english)
        assert french.readings.keys() == english.readings.keys()


@pytest.mark.parametrize(("puzzle", "mechanism"), MECHANISMS)
def test_no_text_is_left_with_a_place_to_fill(puzzle: str, mechanism: ModuleType) -> None:
    for result in both(puzzle, mechanism, 1):
        assert "{" not in "".join((*result.readings.values(), *result.values.values()))


@pytest.mark.parametrize(
    ("puzzle", "mechanism", "least"),
    [("P7", classify, 80), ("P8", two_logs, 10), ("P9", cipher_wheel, 4)],
)
def test_the_draws_give_many_answers(puzzle: str, mechanism: ModuleType, least: int) -> None:
    assert len({both(puzzle, mechanism, seed)[0].answer for seed in SEEDS}) >= least
