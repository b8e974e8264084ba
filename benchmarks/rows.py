"""What a measurement gives: rows of one table, each with its baseline and its goal."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

HEADINGS = ("metric", "ours", "baseline", "ratio", "goal", "met?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`goal` is `<= 1.3` or `>= 4.5`, of the ratio or of our own value; "" for what only informs."""

    metric: str
    unit: str = ""
    ours: float
    baseline: float | None = None
    goal: str = ""
    judges: Literal["ratio", "ours"] = "ratio"

    @property
    def ratio(self) -> float | None:
        """Ours to the baseline."""
        return self.ours / self.baseline if self.baseline else None

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is reached; None without a goal."""
        if not self.goal:
            return None
        sign, limit = self.goal.split()
        value = self.ratio if self.judges == "ratio" else self.ours
        if value is None or math.isnan(value):
            return False
        return value <= float(limit) if sign == "<=" else value >= float(limit)

    def as_json(self) -> dict[str, object]:
        """All of it, the ratio and the verdict too."""
        return {**asdict(self), "ratio": self.ratio, "is_met": self.is_met}


def table(rows: Sequence[Row]) -> str:
    """The rows under headings, in columns."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(HEADINGS))]
    lines = []
    for line in cells:
        first = line[0].ljust(widths[0])
        rest = "  ".join(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        lines.append(f"{first}  {rest}".rstrip())
    lines.insert(1, "-" * max(len(line) for line in lines))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    on = f"ours {row.goal}" if row.judges == "ours" else row.goal
    verdict = {True: "yes", False: "NO", None: ""}[row.is_met]
    return (
        row.metric,
        f"{_figure(row.ours)} {row.unit}".strip(),
        "" if row.baseline is None else f"{_figure(row.baseline)} {row.unit}".strip(),
        "" if row.ratio is None else f"{row.ratio:.3g}×",
        on if row.goal else "",
        verdict,
    )


def _figure(value: float) -> str:
    if value == 0 or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)
