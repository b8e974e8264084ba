"""The intervals against printed ones, against a table of Student's t, and against draws by numpy."""

import numpy
import pytest

from kit_app.game.intervals import (
    Scores,
    independent_change,
    mean_change,
    mean_difference,
    paired_change,
    student,
    wilson,
)

PRINTED_PAIRED = {
    # Newcombe 1998, Statistics in Medicine 17, 2635: both, first only, second only, neither; first - second
    (36, 12, 2, 0): (0.0569, 0.3404),
    (18, 12, 2, 18): (0.0562, 0.3290),
    (53, 0, 0, 1): (-0.0729, 0.0729),
    (0, 30, 0, 0): (0.8395, 1.0),
    # Fagerland, Lydersen, Laake 2017, Statistical analysis of contingency tables: response to a therapy
    (59, 6, 16, 80): (-0.1186, -0.0046),
}
PRINTED_INDEPENDENT = {
    # Newcombe 1998, Statistics in Medicine 17, 873: count and people, twice; first less second
    (56, 70, 48, 80): (0.0524, 0.3339),
    (9, 10, 3, 10): (0.1705, 0.8090),
    (6, 7, 2, 7): (0.0582, 0.8062),
    (5, 56, 0, 29): (-0.0381, 0.1926),
    (0, 10, 0, 20): (-0.1611, 0.2775),
    (0, 10, 0, 10): (-0.2775, 0.2775),
    (10, 10, 0, 20): (0.6791, 1.0),
    (10, 10, 0, 10): (0.6075, 1.0),
}
PRINTED_STUDENT = {1: 12.706, 2: 4.303, 4: 2.776, 7: 2.365, 10: 2.228, 19: 2.093, 30: 2.042, 120: 1.980}


@pytest.mark.parametrize(("table", "printed"), PRINTED_PAIRED.items())
def test_pairs_are_as_printed(table: tuple[int, ...], printed: tuple[float, float]) -> None:
    both, first, second, neither = table
    assert paired_change(both, second, first, neither) == pytest.approx(printed, abs=6e-5)


@pytest.mark.parametrize(("table", "printed"), PRINTED_INDEPENDENT.items())
def test_two_groups_are_as_printed(table: tuple[int, ...], printed: tuple[float, float]) -> None:
    one, ones, other, others = table
    assert independent_change(other, others, one, ones) == pytest.approx(printed, abs=6e-5)


def test_a_single_proportion_is_as_printed_by_newcombe() -> None:
    """Newcombe 1998, Statistics in Medicine 17, 857, method 3."""
    for (count, people), printed in {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }.items():
        assert wilson(count, people) == pytest.approx(printed, abs=6e-5)


@pytest.mark.parametrize(("freedom", "printed"), PRINTED_STUDENT.items())
def test_students_t_is_as_in_the_tables(freedom: int, printed: float) -> None:
    assert student(freedom) == pytest.approx(printed, abs=6e-4)


def test_students_sleep_of_ten_patients_is_as_he_printed_it() -> None:
    """Hours of sleep gained with one drug rather than another (Student 1908): 0.70 to 2.46."""
    gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    tenths = [hours / 10 for hours in gained]
    scores = Scores(10, sum(tenths), sum(one * one for one in tenths))
    assert mean_change(scores) == pytest.approx((0.0700, 0.2460), abs=5e-5)


def test_welchs_interval_is_that_of_the_same_data_as_two_groups() -> None:
    """The same hours as two groups, as R's help page of t.test prints them: -3.365 to 0.205."""
    one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    first, second = (
        Scores(10, sum(group) / 10, sum(hours * hours for hours in group) / 100) for group in (one, other)
    )
    assert mean_difference(first, second) == pytest.approx((-0.0205483, 0.3365483), abs=1e-6)


def test_turning_before_and_after_round_turns_the_interval_round() -> None:
    low, high = paired_change(5, 2, 7, 3)
    assert paired_change(5, 7, 2, 3) == pytest.approx((-high, -low))
    low, high = independent_change(3, 9, 7, 12)
    assert independent_change(7, 12, 3, 9) == pytest.approx((-high, -low))


def test_nobody_who_changed_alike_gives_an_interval() -> None:
    assert mean_change(Scores(6, 3.0, 1.5)) is None
    assert mean_difference(Scores(6, 3.0, 1.5), Scores(7, 7.0, 7.0)) is None


@pytest.mark.parametrize("people", [8, 20, 60])
@pytest.mark.parametrize(("before", "after", "tie"), [(0.4, 0.8, 0.5), (0.6, 0.7, 0.0), (0.85, 0.95, 0.3)])
def test_of_a_hundred_intervals_about_95_hold_the_true_change(
    people: int, before: float, after: float, tie: float
) -> None:
    """Draws by numpy: the second answer is the first one's luck in `tie` of the people."""
    draws = numpy.random.default_rng(20261124)
    luck = draws.random((1500, people))
    other = numpy.where(draws.random((1500, people)) < tie, luck, draws.random((1500, people)))
    first, second = luck < before, other < after
    held = 0
    for one, two in zip(first, second, strict=True):
        cells = [int((one == a).astype(int) @ (two == b).astype(int)) for a, b in
                 ((True, True), (True, False), (False, True), (False, False))]  # fmt: skip
        low, high = paired_change(*cells)
        held += low <= after - before <= high
    assert held / 1500 >= 0.925


@pytest.mark.parametrize("people", [8, 25])
def test_the_interval_of_a_score_holds_though_answers_of_one_person_go_together(people: int) -> None:
    """Ten items, of which each person knows a part of their own."""
    draws = numpy.random.default_rng(7)
    held = 0
    for _ in range(1500):
        knows = draws.beta(2, 2, people)
        learns = numpy.clip(knows + draws.normal(0.15, 0.25, people), 0, 1)
        first = draws.binomial(10, knows) / 10
        second = draws.binomial(10, learns) / 10
        changes = second - first
        found = mean_change(Scores(people, float(changes.sum()), float((changes**2).sum())))
        truth = 0.1273  # of the mean change of such people, by ten million draws
        assert found is not None
        held += found.low <= truth <= found.high
    assert 0.93 <= held / 1500 <= 0.97
