"""The note: it fits its columns, is put together again from its strips, and holds a code over a cut."""

from dataclasses import replace

import pytest

from kit_app.domain.deal import DealChoice
from kit_app.domain.dice import Dice
from kit_app.mechanisms import strips
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.made import Redraw
from tests.unit.content.bundled import bundled_kit
from tests.unit.mechanisms.first import example, made, parameters, words

LANGUAGES = ("fr", "en")


def clues(language: str = "fr") -> strips.Clues:
    return example(language).puzzle("P2").clues


def noted(**changes: object) -> strips.Clues:
    """The note with other words."""
    return strips.make(parameters("P2"), replace(words("P2"), **changes), Dice(seed="any")).clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_strips_in_any_order_are_put_together_again(language: str) -> None:
    mixed = replace(clues(language), strips=tuple(reversed(clues(language).strips)))
    assert strips.solve(mixed) == {"K7Q4"}


def test_strips_whose_feet_make_no_word_give_nothing() -> None:
    first, second, *rest = clues().strips
    swapped = (replace(first, foot=second.foot), replace(second, foot=first.foot), *rest)
    assert strips.solve(replace(clues(), strips=swapped)) == frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_strip_alone_holds_the_code(language: str) -> None:
    pieces = [piece for strip in clues(language).strips for piece in strip.pieces]
    assert {len(piece) for piece in pieces} == {3}
    holders = [strip for strip in clues(language).strips if set(strip.pieces[5].strip()) & set("K7Q4")]
    assert len(holders) >= 2


def test_feet_are_the_letters_of_the_word() -> None:
    assert "".join(strip.foot for strip in clues().strips) == "CONFIDENTIEL"
    assert "".join(strip.foot for strip in clues("en").strips) == "CONFIDENTIAL"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", bundled_kit().draw["month"])
def test_the_note_fits_its_columns_in_every_month(language: str, month: str) -> None:
    kit = bundled_kit()
    choice = DealChoice(language=language, variant="45-full", seed="any", fixed={"month": month})
    note = deal_team(kit, choice).puzzle("P2").clues
    word = kit.words[language].draw["month"][month].upper()
    assert {len(line) for line in note.lines} == {36}
    assert note.lines[0].rstrip().endswith(f"12 {word}")


def test_only_a_line_that_is_too_long_gives_way_to_its_shorter_wording() -> None:
    long = ("X" * 37, "CODE :  {code}".rjust(34))
    assert noted(lines=long, shorter={"1": "SHORT", "2": "UNUSED"}).lines[0].rstrip() == "SHORT"
    assert "UNUSED" not in noted(lines=long, shorter={"1": "SHORT", "2": "UNUSED"}).lines[1]
    with pytest.raises(ValueError, match="longer than 36"):
        noted(lines=long, shorter={})


def test_a_code_within_one_strip_is_refused() -> None:
    short = replace(parameters("P2"), columns=36, strips=1)
    with pytest.raises(Redraw):
        strips.make(short, replace(words("P2"), foot_word="C"), Dice(seed="any"))


def test_the_foot_word_has_a_letter_for_each_strip() -> None:
    with pytest.raises(ValueError, match="12 letters"):
        noted(foot_word="SECRET")


def test_strips_are_equally_wide() -> None:
    with pytest.raises(ValueError, match="multiple"):
        replace(parameters("P2"), strips=7)


def test_the_code_is_told_to_other_puzzles() -> None:
    assert made("P2", code="W6HA").values["code"] == "W6HA"
    assert "K7Q4" in example("fr").puzzle("P3").words.hints[1]
