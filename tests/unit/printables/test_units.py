"""Lengths refuse to be mixed with bare numbers."""

import pytest

from printables.units import Mm, mm, pt


def test_lengths_add_up_and_scale() -> None:
    assert mm(3) + mm(4) - mm(2) == mm(5)
    assert mm(3) * 2 == 2 * mm(3) == mm(6)
    assert -mm(3) == mm(-3)


def test_a_length_divided_by_a_length_is_a_number() -> None:
    assert mm(9) / mm(3) == 3.0
    assert mm(9) / 3 == mm(3)


def test_an_inch_has_72_points() -> None:
    assert mm(25.4).pt == pytest.approx(72)
    assert pt(72) / mm(25.4) == pytest.approx(1)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda: mm(3) + 4,
        lambda: 4 + mm(3),
        lambda: mm(3) - 4,
        lambda: mm(3) * mm(4),
        lambda: mm(3) < 4,
        lambda: mm(3) >= 4,
    ],
)
def test_mixing_lengths_and_numbers_is_a_type_error(mistake: object) -> None:
    with pytest.raises(TypeError):
        mistake()  # type: ignore[operator]


def test_lengths_compare_and_hash_by_value() -> None:
    assert mm(3) < mm(4) <= mm(4)
    assert mm(5) > mm(4) >= mm(4)
    assert {mm(3), Mm(3.0)} == {mm(3)}
    assert mm(3) != 3
