"""95 % confidence intervals of a change, by published methods. Pure.

A proportion: Wilson 1927. A change of proportions in the same people: Newcombe 1998, “Improved confidence
intervals for the difference between binomial proportions based on paired data”, Statistics in Medicine 17,
2635–2650, method 10. In two groups that cannot be paired: Newcombe 1998, “Interval estimation for the
difference between independent proportions”, Statistics in Medicine 17, 873–890, method 10. A change of a mean
score: Student 1908 in the same people, Welch 1947 in two groups.
"""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from typing import NamedTuple

NORMAL_95 = 1.959963984540054
"""Between minus this and this lie 95 % of a standard normal."""

_STEPS = 200
_TINY = 1e-300
_NEAR = 1e-15


class Interval(NamedTuple):
    """From `low` to `high`."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scores:
    """How many people, the sum of their scores and the sum of the squares of their scores."""

    people: int = 0
    total: float = 0.0
    squares: float = 0.0

    @property
    def mean(self) -> float:
        """The mean score; of nobody's: 0."""
        return self.total / self.people if self.people else 0.0

    @property
    def variance(self) -> float:
        """The variance estimated from a sample; of fewer than two people: 0."""
        if self.people < 2:
            return 0.0
        return max(0.0, (self.squares - self.total * self.total / self.people) / (self.people - 1))

    def plus(self, other: "Scores") -> "Scores":
        """Both groups as one."""
        return Scores(self.people + other.people, self.total + other.total, self.squares + other.squares)


def wilson(count: int, people: int) -> Interval:
    """The score interval of the proportion `count` of `people` (more than 0)."""
    share, square = count / people, NORMAL_95 * NORMAL_95
    middle = (share + square / (2 * people)) / (1 + square / people)
    half = NORMAL_95 * sqrt(share * (1 - share) / people + square / (4 * people * people))
    half /= 1 + square / people
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def paired_change(both: int, lost: int, gained: int, neither: int) -> Interval:
    """Of the share of people with a property at the second time less that at the first; more than 0 people.

    `both` had it each time, `lost` only at the first, `gained` only at the second time.
    """
    people = both + lost + gained + neither
    first, second = (both + lost) / people, (both + gained) / people
    a, b = wilson(both + lost, people), wilson(both + gained, people)
    phi = _correlation(both, lost, gained, neither)
    down = _square_and_add(second - b.low, a.high - first, phi)
    up = _square_and_add(b.high - second, first - a.low, phi)
    return _bounded(second - first - down, second - first + up)


def independent_change(first: int, firsts: int, second: int, seconds: int) -> Interval:
    """Of `second` of `seconds` people less `first` of `firsts` others; both groups have somebody."""
    a, b = wilson(first, firsts), wilson(second, seconds)
    before, after = first / firsts, second / seconds
    down = _square_and_add(after - b.low, a.high - before, 0.0)
    up = _square_and_add(b.high - after, before - a.low, 0.0)
    return _bounded(after - before - down, after - before + up)


def mean_change(changes: Scores) -> Interval | None:
    """Of the mean of the changes of `changes.people`; None when all changed alike, which tells no spread."""
    if changes.variance <= _NEAR:
        return None
    half = student(changes.people - 1) * sqrt(changes.variance / changes.people)
    return _bounded(changes.mean - half, changes.mean + half)


def mean_difference(first: Scores, second: Scores) -> Interval | None:
    """Of the mean of one group less that of another; None where neither tells a spread."""
    if min(first.people, second.people) < 2:
        return None
    a, b = first.variance / first.people, second.variance / second.people
    if a + b <= _NEAR:
        return None
    freedom = (a + b) ** 2 / (a * a / (first.people - 1) + b * b / (second.people - 1))
    middle, half = second.mean - first.mean, student(freedom) * sqrt(a + b)
    return _bounded(middle - half, middle + half)


def student(freedom: float) -> float:
    """Between minus this and this lie 95 % of Student's t with so many degrees of freedom (1 or more)."""
    low, high = 0.0, 20.0
    for _ in range(80):
        middle = (low + high) / 2
        outside = _beta_share(freedom / (freedom + middle * middle), freedom / 2, 0.5)
        low, high = (middle, high) if outside > 0.05 else (low, middle)
    return (low + high) / 2


def _square_and_add(one: float, other: float, phi: float) -> float:
    return sqrt(max(0.0, one * one - 2 * phi * one * other + other * other))


def _correlation(both: int, lost: int, gained: int, neither: int) -> float:
    """Newcombe's estimate, with its correction for continuity; 0 where a margin is empty."""
    margins = (both + lost) * (gained + neither) * (both + gained) * (lost + neither)
    if not margins:
        return 0.0
    product = both * neither - lost * gained
    half = (both + lost + gained + neither) / 2
    corrected = max(0.0, product - half) if product > 0 else product
    return corrected / sqrt(margins)


def _bounded(low: float, high: float) -> Interval:
    return Interval(max(-1.0, low), min(1.0, high))


def _beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's way."""
    upper, lower = 1.0, 1.0 / _apart(1 - (a + b) * x / (a + 1))
    value = lower
    for step in range(1, _STEPS):
        for part in (
            step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)),
        ):
            lower = 1.0 / _apart(1 + part * lower)
            upper = _apart(1 + part / upper)
            value *= lower * upper
        if abs(lower * upper - 1) < _NEAR:
            break
    return value


def _apart(value: float) -> float:
    """`value`, kept off 0."""
    return value if abs(value) > _TINY else _TINY
