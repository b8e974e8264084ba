"""Drawn codes cannot be taken for words."""

import pytest

from kit_app.domain.dice import SESSION_CODE_ALPHABET, Dice
from kit_app.mechanisms.made import Redraw
from kit_app.mechanisms.session_codes import drawn_code


def test_every_drawn_code_has_letters_and_figures() -> None:
    codes = [drawn_code(Dice(seed=str(seed)), "code") for seed in range(200)]
    assert all(not code.isalpha() and not code.isdigit() for code in codes)
    assert {len(code) for code in codes} == {4}
    assert set("".join(codes)) <= set(SESSION_CODE_ALPHABET)
    assert len(set(codes)) > 190


def test_a_code_that_is_given_stays_as_it_is() -> None:
    assert drawn_code(Dice(seed="any", fixed={"code": "K7Q4"}), "code") == "K7Q4"


def test_codes_that_are_never_fit_are_given_up() -> None:
    fixed = {"code": "PLAN", **{f"code/{attempt}": "PLAN" for attempt in range(100)}}
    with pytest.raises(Redraw):
        drawn_code(Dice(seed="any", fixed=fixed), "code")
