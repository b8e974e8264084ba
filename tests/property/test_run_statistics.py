"""The median and the eightieth percentile agree with plain definitions."""

from statistics import median as plain_median

from hypothesis import given, strategies as st

from kit_app.game.results import median, percentile_80

TIMES = st.lists(st.integers(0, 10_000_000), min_size=1)


@given(TIMES)
def test_the_median_is_the_librarys_rounded(values):
    assert median(values) == round(plain_median(values))


@given(TIMES)
def test_four_of_five_are_done_within_the_eightieth_percentile(values):
    limit = percentile_80(values)
    assert limit in values
    assert sum(value <= limit for value in values) >= 0.8 * len(values)
    assert sum(value < limit for value in values) < 0.8 * len(values)
