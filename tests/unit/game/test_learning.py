"""What was learnt, from counts: pairs, two groups, nothing of fewer than five people."""

import pytest

from kit_app.domain.questionnaire import Question, Sheet
from kit_app.game.learning import OVERALL, Cells, counted, item_change, theme_change

ITEMS = (
    Question(id="lock", theme="devices", right="B"),
    Question(id="stick", theme="devices", right="C"),
    Question(id="password", theme="passwords", right="B"),
)


def sheet(moment: str, number: int, letters: str) -> Sheet:
    answers = {one.id: letter for one, letter in zip(ITEMS, letters, strict=True) if letter != "-"}
    return Sheet(moment=moment, number=number, answers=answers)


def test_an_item_left_open_is_not_right() -> None:
    found = counted([sheet("before", 1, "B--"), sheet("after", 1, "BCB")], ITEMS, "before-after")
    assert found.items["lock"] == Cells(both=1)
    assert found.items["stick"] == Cells(gained=1)


def test_sheets_without_a_number_are_counted_but_never_pair() -> None:
    found = counted([sheet("before", -1, "BCB"), sheet("after", -1, "BCB")], ITEMS, "before-after")
    assert found.items["lock"] == Cells(first_right=1, second_right=1)


def test_four_people_are_only_counted() -> None:
    change = item_change(Cells(both=1, gained=3))
    assert (change.people, change.is_masked, change.change, change.interval) == (4, True, None, None)


def test_five_people_who_pair_are_compared_with_themselves() -> None:
    change = item_change(Cells(both=1, gained=3, neither=1, second_wrong=4))
    assert change.is_paired and change.people == 5
    assert (change.first, change.second) == (0.2, 0.8)
    assert change.interval is not None and change.interval.low < 0.6 < change.interval.high


def test_without_pairs_all_of_one_moment_are_compared_with_all_of_the_other() -> None:
    change = item_change(Cells(gained=2, first_right=3, first_wrong=5, second_right=6, second_wrong=1))
    assert not change.is_paired and change.people == 9
    assert change.first == 3 / 10
    assert change.second == 8 / 9


def test_a_theme_of_one_item_is_that_item_and_one_of_two_is_judged_by_scores() -> None:
    before = ["B-B", "--B", "BC-", "---", "-C-", "B--"]
    after = ["BCB", "BCB", "BCB", "B-B", "-C-", "BC-"]
    sheets = [sheet("before", place, one) for place, one in enumerate(before, start=1)]
    sheets += [sheet("after", place, one) for place, one in enumerate(after, start=1)]
    found = counted(sheets, ITEMS, "before-after")
    assert theme_change(found, "passwords", ["password"]) == item_change(found.items["password"])
    devices = theme_change(found, "devices", ["lock", "stick"])
    assert devices.change == pytest.approx((1 + 2 + 0 + 1 + 0 + 1) / 12)
    whole = theme_change(found, OVERALL, [one.id for one in ITEMS])
    assert whole.people == 6
    assert whole.change == pytest.approx((1 + 2 + 1 + 2 + 0 + 1) / 18)
    assert whole.interval is not None and whole.interval.low > 0


def test_everybody_changed_alike_gives_the_change_and_no_interval() -> None:
    sheets = [sheet("before", place, "---") for place in range(1, 7)]
    sheets += [sheet("after", place, "BC-") for place in range(1, 7)]
    devices = theme_change(counted(sheets, ITEMS, "before-after"), "devices", ["lock", "stick"])
    assert (devices.change, devices.interval) == (1.0, None)
