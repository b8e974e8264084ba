"""Draws from a seed."""

from collections import Counter

from kit_app.domain.dice import SESSION_CODE_ALPHABET, Dice


def test_a_draw_depends_on_its_name_and_not_on_other_draws() -> None:
    dice = Dice(seed="a")
    first = dice.number("room", 412, 430)
    dice.number("shift", 0, 2)
    assert dice.number("room", 412, 430) == first
    assert dice.child("P1").number("room", 0, 10**9) != dice.child("P2").number("room", 0, 10**9)


def test_draws_are_the_same_for_ever() -> None:
    dice = Dice(seed="sant").child("P1")
    assert dice.number("room", 412, 430) == 426
    assert dice.code("code", 4) == "LNF9"
    assert dice.shuffled("order", "ABCDE") == ("A", "B", "E", "D", "C")


def test_numbers_and_shuffles_are_fair() -> None:
    numbers = Counter(Dice(seed=str(seed)).number("x", 1, 4) for seed in range(2_000))
    assert set(numbers) == {1, 2, 3, 4}
    assert all(400 < count < 600 for count in numbers.values())
    orders = Counter(Dice(seed=str(seed)).shuffled("x", "abc") for seed in range(2_400))
    assert len(orders) == 6
    assert all(300 < count < 500 for count in orders.values())


def test_a_fixed_draw_takes_its_value_by_full_name() -> None:
    fixed = {"P1/room": 417, "P1/pet": "RISOTTO", "P1/order": [2, 0, 1], "P1/code": "K7Q4"}
    dice = Dice(seed="a", fixed=fixed).child("P1")
    assert dice.number("room", 412, 430) == 417
    assert dice.pick("pet", ["PISTACHE", "RISOTTO"]) == "RISOTTO"
    assert dice.shuffled("order", "abc") == ("c", "a", "b")
    assert dice.code("code", 4) == "K7Q4"
    assert dice.child("1").code("code", 4) != "K7Q4"


def test_the_alphabet_of_session_codes_has_no_look_alikes() -> None:
    for pair in ("B8", "S5", "Z2", "O0", "I1"):
        assert not set(pair) & set(SESSION_CODE_ALPHABET)
    assert len(set(SESSION_CODE_ALPHABET)) == len(SESSION_CODE_ALPHABET) == 26
