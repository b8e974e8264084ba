"""The register: three facts leave one line, and none of them can be spared."""

from dataclasses import replace

import pytest

from kit_app.mechanisms import register
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.first import example, made, parameters

LANGUAGES = ("fr", "en")


def clues(language: str = "fr") -> register.Clues:
    return example(language).puzzle("P1").clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_solved_from_the_three_facts(language: str) -> None:
    assert register.solve(clues(language)) == {"417"}
    assert "B417" in example(language).puzzle("P1").accepted


@pytest.mark.parametrize(
    "spared",
    [
        {"arrives_from": "00:00", "arrives_until": "23:59"},
        {"stays_under_min": 24 * 60},
        {"names": tuple(line.name for line in clues().lines)},
    ],
    ids=["arrival", "stay", "names"],
)
def test_without_one_of_the_facts_more_rooms_are_left(spared: dict) -> None:
    assert register.solve(replace(clues(), facts=replace(clues().facts, **spared))) > {"417"}


@pytest.mark.parametrize("shift", [-5, 0, 5])
def test_every_time_moves_by_the_shift_and_the_room_is_still_found(shift: int) -> None:
    result = made("P1", shift=shift)
    first = result.clues.lines[0]
    assert (first.arrival, first.departure) == (f"09:{5 + shift:02}", f"09:{40 + shift:02}")
    assert result.values["shift"] == str(shift)
    assert (result.values["in_hour"], result.values["in_minute"]) == ("14", f"{25 + shift:02}")
    assert result.values["out_hour12"] == "2"
    assert register.solve(result.clues) == {"417"}


def test_a_shift_that_lets_a_second_visit_in_is_drawn_again() -> None:
    with pytest.raises(Redraw):
        made("P1", own=replace(parameters("P1"), shifts=(10,)), shift=10)


def test_the_drawn_room_is_none_that_stands_in_the_register() -> None:
    with pytest.raises(ValueError, match="419"):
        made("P1", room="419")


def test_the_listed_names_are_those_that_were_drawn() -> None:
    names = [line.name for line in made("P1", "en", names=list(range(11, -1, -1))).clues.lines]
    assert (names[1], names[5], names[8]) == ("Camélia", "Lilas", "Marguerite")


def test_the_glossary_explains_the_names_of_the_page_and_only_those() -> None:
    (note,) = made("P1", "en", names=list(range(11, -1, -1))).clues.notes
    assert "Marguerite = daisy" in note
    assert "Jonquille" not in note


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_read_line_by_line(language: str) -> None:
    reading = example(language).puzzle("P1").readings["register"].splitlines()
    day = {"fr": "mardi 12 mars", "en": "Tuesday 12 March"}[language]
    assert day in reading
    assert len(reading) == 2 + len(clues(language).lines)


def test_a_register_needs_one_visit_without_a_room() -> None:
    visits = tuple(replace(visit, place="", room="B-401") for visit in parameters("P1").visits)
    with pytest.raises(ValueError, match="exactly one visit"):
        replace(parameters("P1"), visits=visits)
