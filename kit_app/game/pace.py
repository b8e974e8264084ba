"""The timing model: how long a puzzle takes a team that gets no help, and what a hint leaves of it. Pure.

Logarithms of times are normal: the median is 1.2 times the target, one puzzle scatters by 0.5 and a team by
0.22 about it, and 21 seconds come on top to give the answer and to open the envelope. Each hint leaves a part
of the time that was still to come. These are assumptions of the kit's makers, not measured in rooms.
"""

from collections.abc import Sequence
from math import erfc, exp, log, sqrt

USUAL = 1.2
"""The median of the unaided time, in targets."""

SCATTER, SKILL = 0.5, 0.22
SPREAD = sqrt(SCATTER**2 + SKILL**2)
"""How the logarithms of one puzzle's times scatter over many teams."""

ENTRY_MS = 21_000
LEFT_BY_HINT = {1: 0.75, 2: 0.55, 3: 0.30}
"""The part of the remaining time that is left after a hint of each level."""

Help = tuple[float, int]
"""When a hint was given, in ms since the puzzle was opened, and its level."""


def unaided_ms(taken_ms: float, hints: Sequence[Help]) -> float:
    """The time that what was done in `taken_ms` with `hints` would have taken without them.

    A hint that came later than that changes nothing. Levels without a text of the kit leave all.
    """
    done_ms, since_ms, left = 0.0, 0.0, 1.0
    for at_ms, level in sorted(hints):
        if at_ms >= taken_ms:
            break
        done_ms += (max(at_ms, since_ms) - since_ms) / left
        since_ms = max(at_ms, since_ms)
        left *= LEFT_BY_HINT.get(level, 1.0)
    return done_ms + (taken_ms - since_ms) / left


def aided_ms(needs_ms: float, hints: Sequence[Help]) -> float:
    """How long a puzzle that needs `needs_ms` without help takes with `hints`: the way back."""
    done_ms, since_ms, left = 0.0, 0.0, 1.0
    for at_ms, level in sorted(hints):
        until_ms = done_ms + (max(at_ms, since_ms) - since_ms) / left
        if until_ms >= needs_ms:
            break
        done_ms, since_ms = until_ms, max(at_ms, since_ms)
        left *= LEFT_BY_HINT.get(level, 1.0)
    return since_ms + (needs_ms - done_ms) * left


def log_usual(target_ms: float) -> float:
    """The logarithm of a puzzle's median time without help."""
    return log(USUAL * max(1.0, target_ms))


def beyond(z: float) -> float:
    """The part of a standard normal that lies beyond `z`."""
    return 0.5 * erfc(z / sqrt(2))


def density(z: float) -> float:
    """The height of a standard normal at `z`."""
    return exp(-0.5 * z * z) * 0.3989422804014327


_A = (
    -39.6968302866538,
    220.946098424521,
    -275.928510446969,
    138.357751867269,
    -30.6647980661472,
    2.50662827745924,
)
_B = (-54.4760987982241, 161.585836858041, -155.698979859887, 66.8013118877197, -13.2806815528857)
_C = (
    -0.00778489400243029,
    -0.322396458041136,
    -2.40075827716184,
    -2.54973253934373,
    4.37466414146497,
    2.93816398269878,
)
_D = (0.00778469570904146, 0.32246712907004, 2.445134137143, 3.75440866190742)
_TAIL = 0.02425


def quantile(part: float) -> float:
    """The point of a standard normal below which `part` of it lies (Acklam's approximation, good to 1e-8)."""
    part = min(1 - 1e-12, max(1e-12, part))
    if part > 1 - _TAIL:
        return -quantile(1 - part)
    if part < _TAIL:
        q = sqrt(-2 * log(part))
        return _horner(_C, q) / (_horner(_D, q) * q + 1)
    q = part - 0.5
    r = q * q
    return _horner(_A, r) * q / (_horner(_B, r) * r + 1)


def _horner(terms: Sequence[float], x: float) -> float:
    total = 0.0
    for term in terms:
        total = total * x + term
    return total
