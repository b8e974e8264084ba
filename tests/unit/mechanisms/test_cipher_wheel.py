"""The wheel: the cipher text and the one name that a readable key gives."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import cipher_wheel
from kit_app.mechanisms.made import Made, Redraw
from tests.unit.mechanisms.bundled import EXAMPLE, checked, in_full, made, table, values

MONTHS = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "mai",
        "juin",
        "juillet",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "May",
        "June",
        "July",
        "September",
        "October",
        "November",
        "December",
    ),
}


def wheel(language: str, **others: str) -> Made[cipher_wheel.Clues]:
    return made(cipher_wheel, "P9", language, Dice(seed="any", fixed=EXAMPLE), values(language, **others))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_is_solved_from_the_print_out_and_the_month(language: str) -> None:
    result = wheel(language)
    assert result.answer == "ZEPHINORD"
    assert cipher_wheel.solve(result.clues) == {"ZEPHINORD"}


def test_hints_may_name_the_month_its_letter_and_the_beginning_of_the_name() -> None:
    assert wheel("fr").values == {
        "account": "ZEPHINORD",
        "stem": "ZEPHI",
        "letter": "M",
        "key_word": "Mars",
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_month_of_the_kit_gives_the_same_name(language: str) -> None:
    for month in MONTHS[language]:
        assert cipher_wheel.solve(wheel(language, month=month).clues) == {"ZEPHINORD"}


def test_the_month_begins_alike_in_both_languages() -> None:
    pairs = zip(MONTHS["fr"], MONTHS["en"], strict=True)
    assert all(french[0].upper() == english[0] for french, english in pairs)


@pytest.mark.parametrize("month", ["avril", "août"])
def test_a_month_that_would_leave_the_text_clear_is_not_dealt(month: str) -> None:
    with pytest.raises(Redraw):
        wheel("fr", month=month)


def test_a_wrong_month_finds_no_name() -> None:
    clues = wheel("fr").clues
    facts = replace(clues.facts, key_word="juin")
    assert cipher_wheel.solve(replace(clues, facts=facts)) == frozenset()


def test_only_the_cipher_text_is_printed() -> None:
    result = wheel("en")
    assert result.readings["file"].splitlines()[:2] == ["acces_zephilog.txt", "Last visit: see the register."]
    assert "ZEPHI" not in " ".join(result.readings.values())


def test_both_discs_bear_the_whole_alphabet_the_convention_and_a_notch_at_a() -> None:
    clues = wheel("fr").clues
    assert clues.outer.letters == clues.inner.letters == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert clues.outer.notch == clues.inner.notch == "A"
    assert clues.convention == "clair à l'intérieur, chiffré à l'extérieur"


def bundled(text: str) -> Made[cipher_wheel.Clues]:
    words = in_full(table("words", "fr", "P9")["clues"] | {"text": text}, values("fr"))
    parameters = in_full(table("puzzles", "P9")["parameters"], values("fr"))
    return cipher_wheel.make(
        checked(cipher_wheel.Parameters, parameters), checked(cipher_wheel.Words, words), Dice(seed="any")
    )


def test_a_text_that_the_wheel_cannot_write_is_refused() -> None:
    with pytest.raises(ValueError, match="no letter for: é"):
        bundled("COMPTE {account} supprimé".replace("supprim", "SUPPRIM"))


def test_a_text_that_does_not_announce_the_name_is_refused() -> None:
    with pytest.raises(ValueError, match="after another word"):
        bundled("{account} COMPTE")


def test_a_text_that_names_the_account_twice_is_not_dealt() -> None:
    with pytest.raises(Redraw):
        bundled("COMPTE {account} OUI {account}")
