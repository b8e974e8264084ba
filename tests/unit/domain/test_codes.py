"""Card codes catch what people and scanners get wrong; shown for every code, not for some."""

from itertools import combinations, product

from kit_app.domain.codes import ALPHABET, LENGTH, completed, is_valid, looks_like_code, shown

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
