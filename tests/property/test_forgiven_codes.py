"""A mistyped card code becomes the card that was meant or none: never another one."""

from hypothesis import given, strategies as st

from kit_app.domain.codes import _LAYOUTS, ALPHABET, LENGTH, completed, forgiven, is_valid, readings, shown

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
codes = st.text(ALPHABET, min_size=5, max_size=5).map(completed)
decks = st.lists(codes, min_size=1, max_size=120, unique=True)


@given(decks, st.data())
def test_a_code_is_itself_in_any_dress(deck: list[str], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(deck))
    dressed = data.draw(
        st.sampled_from([code, code.lower(), shown(code), f" {code[:3]} {code[3:]} ", code.title()])
    )

    assert forgiven(dressed, deck) == code


@given(decks, st.data())
def test_one_wrong_sign_is_mended_or_refused_and_never_another_card(
    deck: list[str], data: st.DataObject
) -> None:
    code = data.draw(st.sampled_from(deck))
    place = data.draw(st.integers(0, LENGTH - 1))
    typed = code[:place] + data.draw(st.sampled_from(SIGNS)) + code[place + 1 :]

    assert forgiven(typed, deck) in (code, "")


@given(decks, st.data())
def test_swapped_neighbours_are_never_another_card(deck: list[str], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(deck))
    place = data.draw(st.integers(0, LENGTH - 2))
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert forgiven(typed, deck) in (code, "")


@given(decks, st.data())
def test_a_whole_line_from_another_keyboard_is_the_card_or_none(deck: list[str], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(deck))
    layout = data.draw(st.sampled_from(_LAYOUTS))
    typed = "".join(layout[ALPHABET.index(letter)] for letter in code)

    assert forgiven(typed, deck) in (code, "")
    assert forgiven(typed, [code]) == code


@given(decks, codes)
def test_a_valid_code_of_another_deck_is_never_mended(deck: list[str], other: str) -> None:
    assert forgiven(other, deck) == (other if other in deck else "")


@given(decks, st.text(max_size=12), st.text(SIGNS, max_size=12))
def test_whatever_is_typed_the_answer_is_a_known_card_or_none(deck: list[str], typed: str, keys: str) -> None:
    assert forgiven(typed, deck, keys) in ("", *deck)
    assert all(reading.isalnum() for reading in readings(typed, keys))


@given(codes)
def test_the_keys_speak_when_the_signs_do_not(code: str) -> None:
    assert is_valid(code)
    assert forgiven("ςερτυθ", [code], code) == code
