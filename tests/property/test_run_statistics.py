"""The median and the eightieth percentile agree with plain definitions."""

from collections import Counter
from statistics import median as plain_median

from hypothesis import given, strategies as st

from kit_app.game.quantiles import median_of, percentile_80_of

TIMES = st.lists(st.integers(0, 10_000), min_size=1)


def counted(values: list[int]) -> list[tuple[int, int]]:
    return sorted(Counter(values).items())


@given(TIMES)
def test_the_median_is_the_librarys(values):
    assert median_of(counted(values)) == plain_median(values)


@given(TIMES)
def test_four_of_five_are_done_within_the_eightieth_percentile(values):
    limit = percentile_80_of(counted(values))
    assert limit in values
    assert sum(value <= limit for value in values) >= 0.8 * len(values)
    assert sum(value < limit for value in values) < 0.8 * len(values)


def test_nothing_has_neither():
    assert median_of([]) is percentile_80_of([]) is None
