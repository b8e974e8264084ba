"""Share a width among columns, none narrower than what it must hold. Pure geometry."""

from __future__ import annotations

from printables.units import Mm, mm


def column_widths(shares: tuple[float, ...], least: tuple[Mm, ...], width: Mm) -> tuple[Mm, ...]:
    """Widths in proportion to `shares`; a column that needs more takes it from the others.

    When all together need more than `width`, they get it by their shares: the text will not fit.
    """
    fixed: dict[int, Mm] = {}
    while True:
        left = width - sum(fixed.values(), start=mm(0))
        free = [index for index in range(len(shares)) if index not in fixed]
        whole = sum(shares[index] for index in free)
        if not free or left <= mm(0):
            return tuple(width * (share / sum(shares)) for share in shares)
        short = [index for index in free if left * (shares[index] / whole) < least[index]]
        if not short:
            return tuple(
                fixed[index] if index in fixed else left * (shares[index] / whole)
                for index in range(len(shares))
            )
        fixed.update({index: least[index] for index in short})
