"""Typed answers and places in texts."""

import pytest

from kit_app.domain.spelling import filled, normalised, places


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" pistache 2017 ", "PISTACHE2017"),
        ("Pistache-2017", "PISTACHE2017"),
        ("b4-07", "B407"),
        ("Zéphi\u00a0nord.", "ZEPHINORD"),
        ("e\u0301te\u0301", "ETE"),
        ("Cœur", "COEUR"),
        ("n° 3", "N3"),
        ("３", "3"),
        ("—", ""),
    ],
)
def test_case_accents_spaces_and_punctuation_do_not_count(typed: str, meant: str) -> None:
    assert normalised(typed) == meant


def test_known_places_are_filled_and_others_stay() -> None:
    text = "{star} in {P1.room}, code {code}"
    assert filled(text, {"star": "Ysaline", "P1.room": "417"}) == "Ysaline in 417, code {code}"
    assert places(text) == ("star", "P1.room", "code")


def test_a_filled_value_is_not_filled_again() -> None:
    assert filled("{a}", {"a": "{b}", "b": "x"}) == "{b}"
