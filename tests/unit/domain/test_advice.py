"""Which length and level suit a group: an answer for every group, and never one that takes too long."""

from itertools import product

import pytest

from kit_app.domain.advice import (
    EXPERIENCES,
    ROOMS,
    TEAMS_IN,
    WISHES,
    Answers,
    advise,
    least_minutes,
    team_sizes,
)
from kit_app.domain.plan import AUDIENCES
from tests.unit.content.bundled import bundled_kit

SLOTS = (60, 75, 90, 105, 110, 240)
PEOPLE = (3, 4, 5, 6, 8, 9, 10, 16, 17, 30, 48, 60)


def answers(**changes) -> Answers:
    usual = {
        "audience": "care",
        "experience": "some",
        "people": 5,
        "room": "room",
        "minutes": 90,
        "wish": "succeed",
    }
    return Answers(**{**usual, **changes})


def advice(**changes):
    return advise(answers(**changes), bundled_kit())


def test_every_combination_has_an_answer_that_fits_the_time_and_the_room() -> None:
    kit = bundled_kit()
    known = {variant.id: variant for variant in kit.variants}
    levels = {level.id for level in kit.levels}
    audiences = ("", *AUDIENCES)
    for audience, experience, people, room, minutes, wish in product(
        audiences, EXPERIENCES, PEOPLE, ROOMS, SLOTS, WISHES
    ):
        asked = Answers(
            audience=audience, experience=experience, people=people, room=room, minutes=minutes, wish=wish
        )
        found = advise(asked, kit)
        assert known[found.variant].slot_min <= minutes, asked
        assert found.level in levels
        assert 1 <= len(found.sizes) <= TEAMS_IN[room]
        assert all(3 <= size <= 8 for size in found.sizes)
        assert sum(found.sizes) + found.left_over == people
        assert all(reason.message.format(**reason.values) for reason in found.reasons)


def test_only_nobody_and_no_time_have_no_answer() -> None:
    assert least_minutes(bundled_kit().variants) == 60
    with pytest.raises(ValueError, match="too little"):
        advice(minutes=59)
    with pytest.raises(ValueError, match="too few"):
        advice(people=2)


@pytest.mark.parametrize(
    ("changes", "variant", "level"),
    [
        ({"minutes": 60}, "30", "doux"),
        ({"wish": "talk"}, "30", "standard"),
        ({"people": 4, "wish": "stretch", "minutes": 90}, "45-light", "standard"),
        ({"experience": "first"}, "45-light", "doux"),
        ({"wish": "stretch"}, "45-full", "standard"),
        ({"wish": "stretch", "experience": "often", "minutes": 120}, "60", "corse"),
        ({"wish": "succeed", "audience": "technical", "minutes": 120}, "60", "doux"),
        ({"wish": "stretch", "experience": "first", "minutes": 120}, "45-full", "doux"),
    ],
)
def test_typical_groups(changes: dict[str, object], variant: str, level: str) -> None:
    found = advice(**changes)
    assert (found.variant, found.level) == (variant, level)


@pytest.mark.parametrize(
    ("people", "most", "allowed", "sizes"),
    [
        (3, 6, (3, 8), (3,)),
        (8, 1, (3, 8), (8,)),
        (10, 2, (3, 8), (5, 5)),
        (11, 2, (3, 8), (6, 5)),
        (20, 2, (3, 8), (8, 8)),
        (32, 6, (3, 8), (6, 6, 5, 5, 5, 5)),
        (2, 2, (2, 5), (2,)),
        (6, 2, (2, 5), (3, 3)),
        (6, 1, (2, 5), (5,)),
        (12, 6, (2, 5), (4, 4, 4)),
    ],
)
def test_teams_are_of_about_five_and_even(
    people: int, most: int, allowed: tuple[int, int], sizes: tuple[int, ...]
) -> None:
    assert team_sizes(people, most, allowed) == sizes


def test_who_does_not_fit_into_the_room_is_told() -> None:
    found = advice(people=20, room="table")
    assert found.left_over == 12
    assert found.reasons[2].values == {"people": 8, "left": 12}
