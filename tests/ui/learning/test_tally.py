"""What keys make of a sheet: numbers, letters, digits, skipping and mending, without any window."""

from kit_app.ui.learning.tally import BACK, SKIP, Line, Tally
from tests.unit.services.sheets import ITEMS, OPINIONS, sheet


def tally(moment: str = "before") -> Tally:
    return Tally(items=ITEMS, opinions=OPINIONS, moment=moment)


def pressed(keys: str, moment: str = "before") -> Tally:
    found = tally(moment)
    for key in keys:
        found.press({" ": SKIP, "<": BACK}.get(key, key))
    return found


def test_a_number_and_ten_letters_make_a_sheet() -> None:
    found = pressed("12BCBBCBBCBB")
    assert found.sheet() == sheet("before", 12, "BCBBCBBCBB")
    assert not found.line.open_cells
    assert not found.press("A"), "after the last answer nothing more is taken"
    assert found.sheet() == sheet("before", 12, "BCBBCBBCBB")


def test_after_the_number_digits_are_answers_once_it_is_ended() -> None:
    assert pressed("7 2322322322").sheet() == sheet("before", 7, "BCBBCBBCBB")


def test_space_leaves_an_answer_open() -> None:
    found = pressed("7BC BC")
    assert found.sheet() == sheet("before", 7, "BC-BC-----")
    assert found.line.open_cells == 6


def test_backspace_takes_away_what_stands_before_the_keys() -> None:
    assert pressed("7BCA<B").sheet() == sheet("before", 7, "BCB-------")
    assert pressed("7BC<<<<9A").sheet() == sheet("before", 9, "A---------")
    assert pressed("78<A").line.number == "7"


def test_after_the_game_three_grades_follow() -> None:
    found = pressed("7BCBBCBBCBB453", "after")
    assert found.sheet() == sheet("after", 7, "BCBBCBBCBB", (4, 5, 3))
    assert not pressed("7BCBBCBBCBB6", "after").sheet().grades, "grades go from 1 to 5"


def test_a_letter_without_a_number_begins_a_sheet_that_has_none() -> None:
    found = pressed("BCBBCBBCBB")
    assert (found.line.number, found.sheet().number) == ("", 0)


def test_a_number_has_three_digits_and_does_not_begin_with_0() -> None:
    assert pressed("01234").line.number == "123"


def test_a_number_that_is_there_already_is_known_at_once() -> None:
    found = tally()
    found.show([sheet("before", 7, "A" * 10), sheet("before", 9, "A" * 10)])
    found.press("9")
    assert found.twin == 1
    found.press("1")
    assert found.twin == -1


def test_backspace_on_an_empty_sheet_goes_back_to_the_one_above() -> None:
    found = tally()
    found.show([sheet("before", 7, "BCBBCBBCBB")])
    for _ in range(3):
        found.press(BACK)
    assert (found.row, found.column) == (0, 9)
    assert found.sheet() == sheet("before", 7, "BCBBCBBC--")


def test_going_about_stays_within_the_sheets() -> None:
    found = tally()
    found.show([sheet("before", 7, "A" * 10)])
    found.move(-5, -5)
    assert (found.row, found.column) == (0, 0)
    found.move(50, 50)
    assert (found.row, found.column) == (1, 11)


def test_a_sheet_taken_away_leaves_the_others_and_an_empty_one() -> None:
    found = tally()
    found.show([sheet("before", 7, "A" * 10), sheet("before", 9, "A" * 10)])
    found.move(0, 3)
    found.drop()
    assert [line.number for line in found.lines] == ["9", ""]
    assert found.lines[-1] == Line(cells=("",) * 10)
