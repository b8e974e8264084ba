"""What is typed of a card code is spelled with the words of the telephone."""

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.codes import ALPHABET
from kit_app.domain.spelling import normalised
from kit_app.i18n import load
from kit_app.ui.console.spelled import spelled


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_begins_with_its_letter(language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    for letter in ALPHABET:
        words = spelled(letter * 3, t).split()
        assert len(words) == 3
        assert all(normalised(word)[0] == letter for word in words)


def test_a_code_is_spelled_half_by_half_while_it_is_typed() -> None:
    t = load(resources_dir() / "i18n", "fr")

    assert spelled("npb", t) == "Nicolas Pierre Berthe"
    assert spelled("NPB·DX", t) == "Nicolas Pierre Berthe · Désiré Xavier"


@pytest.mark.parametrize("typed", ["", "np", "417", "npb8xf", "npbdxfg", "signal"])
def test_what_is_no_code_is_not_spelled(typed: str) -> None:
    assert spelled(typed, load(resources_dir() / "i18n", "en")) == ""
