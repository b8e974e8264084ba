"""A sentence about one field of a form."""

from __future__ import annotations

from dataclasses import dataclass, field as value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong or missing and what to do: `t(problem.message, **problem.values)` is the sentence."""

    field: str
    message: str
    values: dict[str, object] = value_of(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)
