"""Card codes catch what people and scanners get wrong; shown for every code, not for some."""

from itertools import combinations, product

import pytest

from kit_app.domain.codes import (
    ALPHABET,
    LENGTH,
    completed,
    ends_as_code,
    forgiven,
    is_valid,
    looks_like_code,
    shown,
)

SIZE = len(ALPHABET)


def weighted(code: str) -> int:
    return sum(place * ALPHABET.index(letter) for place, letter in enumerate(code, start=1)) % SIZE


def test_a_code_is_valid_exactly_when_its_weighted_sum_is_a_multiple_of_17() -> None:
    for first in ("BBBBB", "YYYYY", "KXCVP", "BCDFG"):
        valid = [first + last for last in ALPHABET if is_valid(first + last)]
        assert valid == [completed(first)]
        assert weighted(completed(first)) == 0


def test_every_single_wrong_letter_in_every_code_is_caught() -> None:
    """A wrong letter changes the sum by its place × the difference, whatever the other letters are.

    So it is enough that no such product, over all places and pairs of letters, is a multiple of 17.
    """
    for place in range(1, LENGTH + 1):
        for right, wrong in product(range(SIZE), repeat=2):
            if right != wrong:
                assert place * (wrong - right) % SIZE != 0


def test_every_swap_of_two_letters_in_every_code_is_caught() -> None:
    """A swap changes the sum by the places' difference × the letters'; equal letters are no mistake."""
    for one, other in combinations(range(1, LENGTH + 1), 2):
        for first, second in product(range(SIZE), repeat=2):
            if first != second:
                assert (one - other) * (first - second) % SIZE != 0


def test_enumerated_codes_agree_with_the_proof() -> None:
    for first_five in ("BBBBB", "BCDEF", "XYVTS", "NPBDX", "RVSKJ", "YXYXY"):
        code = completed(first_five)
        for place, letter in product(range(LENGTH), ALPHABET):
            wrong = code[:place] + letter + code[place + 1 :]
            assert is_valid(wrong) == (wrong == code)
        for one, other in combinations(range(LENGTH), 2):
            letters = list(code)
            letters[one], letters[other] = letters[other], letters[one]
            assert is_valid("".join(letters)) == ("".join(letters) == code)


def test_every_code_of_two_varying_letters_is_right_or_refused() -> None:
    count = sum(is_valid(f"BCD{one}{two}{three}") for one, two, three in product(ALPHABET, repeat=3))
    assert count == SIZE**2


def test_the_alphabet_has_17_letters_that_both_keyboards_share_and_nobody_mistakes() -> None:
    assert len(set(ALPHABET)) == 17
    assert not set(ALPHABET) & set("AQWZM")
    assert not set(ALPHABET) & set("OIUL0123456789")


def test_other_texts_are_no_codes() -> None:
    assert not is_valid("BCDFG")
    assert not is_valid("bcdfgh")
    assert not looks_like_code("SIGNAL")
    assert shown("BCDFGH") == "BCD·FGH"


CARD = completed("NPBDX")
OTHER = completed("RVSKJ")


@pytest.mark.parametrize(
    ("letter", "sign"),
    [
        ("B", "8"),
        ("B", "P"),
        ("B", "V"),
        ("D", "0"),
        ("D", "T"),
        ("N", "M"),
        ("D", "o"),
        ("P", "b"),
        ("P", "T"),
    ],
)
def test_a_letter_that_was_misread_or_misheard_is_mended(letter: str, sign: str) -> None:
    assert forgiven(CARD.replace(letter, sign, 1), [CARD, OTHER]) == CARD


@pytest.mark.parametrize(
    ("letter", "sign"), [("V", "U"), ("V", "W"), ("S", "5"), ("S", "F"), ("S", "2"), ("J", "G")]
)
def test_and_so_is_one_of_another_card(letter: str, sign: str) -> None:
    assert forgiven(OTHER.replace(letter, sign, 1), [CARD, OTHER]) == OTHER


def test_several_signs_that_no_code_holds_are_mended_together() -> None:
    assert forgiven("MP80" + CARD[4:], [CARD, OTHER]) == CARD


def test_a_letter_that_nothing_explains_is_refused() -> None:
    assert forgiven("H" + CARD[1:5] + "K", [CARD]) == ""
    assert forgiven(CARD[:2] + "H" + CARD[3:], [CARD]) == ""


def test_two_cards_that_fit_are_never_guessed_between() -> None:
    typed = "BBBBBB"
    near = [code for code in (completed("PBBBB"), completed("BDBBB")) if code != typed]
    one, other = near
    mixed = "".join("8" if a != b else a for a, b in zip(one, other, strict=True))

    assert forgiven(mixed, near) == ""


def test_more_or_fewer_letters_are_refused() -> None:
    assert forgiven(CARD[:5], [CARD]) == ""
    assert forgiven(CARD + "B", [CARD]) == ""
    assert forgiven("", [CARD]) == ""


@pytest.mark.parametrize("line", ["]Q1{code}", "~{code}", "A{code}", "{code}"])
def test_a_scanner_may_send_a_prefix(line: str) -> None:
    sent = line.format(code=CARD)

    assert ends_as_code(sent, sent)
    assert forgiven(sent, [CARD, OTHER], sent) == CARD


def test_a_prefix_is_not_forgiven_to_people() -> None:
    assert forgiven("A" + CARD, [CARD]) == ""


def test_words_do_not_end_as_codes() -> None:
    assert not ends_as_code("THANKYOU")
    assert not ends_as_code("417")
