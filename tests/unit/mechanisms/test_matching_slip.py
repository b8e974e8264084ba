"""The tray: a minute and a form of address point at one label; neither does alone."""

from dataclasses import replace

import pytest

from kit_app.mechanisms import matching_slip
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.first import example, made, parameters


def clues(language: str = "fr") -> matching_slip.Clues:
    return example(language).puzzle("P4").clues


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_is_solved_from_slip_and_labels(language: str) -> None:
    assert matching_slip.solve(clues(language)) == {"804263"}


def test_neither_the_minute_nor_the_form_of_address_is_enough() -> None:
    page = clues()
    assert [row.place for row in page.rows if row.time == page.slip.time] == ["3", "5"]
    assert len([row for row in page.rows if row.sex == page.slip.sex]) > 1


def test_the_label_next_to_it_has_the_same_sex_and_year() -> None:
    meant, trap = clues().rows[2:4]
    assert (meant.sex, meant.year) == (trap.sex, trap.year)
    assert sorted(meant.number) == sorted(trap.number)
    assert meant.time != trap.time


def test_slip_and_labels_move_by_the_same_minutes() -> None:
    moved = made("P4", shift=9).clues
    assert moved.slip.time == moved.rows[2].time == moved.rows[4].time == "17:51"
    assert "Saisi à 17:51" in moved.slip.lines
    assert moved.rows[5].time == "18:12"


def test_drawn_numbers_are_eight_and_near_each_other() -> None:
    numbers = [row.number for row in made("P4", prefix=807, trio="159", pair="03").clues.rows]
    assert len(set(numbers)) == 8
    assert {number[:3] for number in numbers} == {"807"}
    assert numbers[1:7] == ["807159", "807195", "807519", "807591", "807915", "807951"]
    assert {numbers[0], numbers[7]} == {"807003", "807033"}


def test_labels_of_which_three_share_the_minute_are_drawn_again() -> None:
    labels = list(parameters("P4").labels)
    labels[5] = replace(labels[5], time="17:42")
    with pytest.raises(Redraw):
        made("P4", own=replace(parameters("P4"), labels=tuple(labels)))


def test_every_label_is_told_to_other_puzzles() -> None:
    values = example("fr").values
    assert [values[f"P4.number{place}"] for place in (3, 4)] == ["804263", "804326"]
    assert (values["P4.label"], values["P4.time"]) == ("3", "17:42")
    assert (values["P4.sex5"], values["P4.year5"]) == ("M", "1986")


def test_the_folder_names_the_room_of_the_plan_inside_only() -> None:
    assert "426" not in clues().cover
    assert clues().inside == "Local 426"
    assert clues("en").inside == "Room 426"


def test_six_labels_of_eight_are_alike() -> None:
    with pytest.raises(ValueError, match="eight labels, six of them alike"):
        replace(parameters("P4"), alike=(1, 2))
