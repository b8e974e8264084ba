"""Where a part of a drawing is at any second of its scene."""

import pytest

from kit_app.domain.spots import Move, Pose, eased, pose


def at(second: float, **values: object) -> Pose:
    return pose((Move(part="hand", start=1.0, end=3.0, **values),), "hand", second)  # type: ignore[arg-type]


def test_a_part_goes_from_where_it_is_drawn_and_stays_there() -> None:
    ways = [at(second, shift=(10.0, -4.0)).x for second in (0, 1, 2, 3, 9)]
    assert ways == [0, 0, 5, 10, 10]
    assert at(9, shift=(10.0, -4.0)).y == -4


def test_a_part_that_comes_ends_where_it_is_drawn() -> None:
    assert [at(second, shift=(10.0, 0.0), comes=True).x for second in (0, 2, 3)] == [10, 5, 0]


def test_a_part_that_swings_is_back_each_time() -> None:
    assert [at(second, turn=8.0, swings=2).turn for second in (0.0, 1.5, 2.0, 2.5, 9.0)] == [0, 8, 0, 8, 0]


def test_what_fades_is_seen_before_or_after() -> None:
    assert [at(second, fade="in").solid for second in (0, 2, 9)] == [0, 0.5, 1]
    assert [at(second, fade="out").solid for second in (0, 2, 9)] == [1, 0.5, 0]


def test_moves_of_one_part_add_up_and_others_are_not_its_own() -> None:
    moves = (
        Move(part="hand", start=0, end=1, shift=(5, 0)),
        Move(part="hand", start=1, end=2, shift=(5, 0), about=(1, 2)),
        Move(part="plug", start=0, end=1, shift=(90, 0)),
    )
    assert pose(moves, "hand", 9) == Pose(10, 0, 0, (1, 2), 1)


@pytest.mark.parametrize(
    "values", [{"start": 2, "end": 2}, {"start": -1, "end": 2}, {"start": 0, "end": 1, "swings": -1}]
)
def test_a_move_that_cannot_be_is_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="a "):
        Move(part="hand", **values)  # type: ignore[arg-type]


def test_the_way_is_slow_at_both_ends() -> None:
    assert [eased(passed) for passed in (-1, 0, 0.5, 1, 2)] == [0, 0, 0.5, 1, 1]
    assert eased(0.1) < 0.1 < 0.9 < eased(0.9)
