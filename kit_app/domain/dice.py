"""Draw values from a seed: a hash of the seed and the draw's name, the same on every machine for ever."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeVar

Item = TypeVar("Item")

SESSION_CODE_ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Letters and digits that nobody mistakes for one another (no B/8, S/5, Z/2, O/0, I/1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dice:
    """Named draws from one seed: each depends on the seed, the prefix and its own name, never on other draws.

    `fixed` gives some draws their value instead, by full name ("P1/room"): so a kit's example is made.
    """

    seed: str
    prefix: str = ""
    fixed: Mapping[str, Any] = field(default_factory=dict)

    def child(self, name: str) -> "Dice":
        """Dice whose draws have `name/` before their names."""
        return Dice(seed=self.seed, prefix=f"{self.prefix}{name}/", fixed=self.fixed)

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        full = self.prefix + name
        if full in self.fixed:
            return int(self.fixed[full])
        return low + self._bits(full) % (high - low + 1)

    def pick(self, name: str, options: Sequence[Item]) -> Item:
        """One of `options`."""
        full = self.prefix + name
        if full in self.fixed:
            wanted = self.fixed[full]
            return options[options.index(wanted)]
        return options[self._bits(full) % len(options)]

    def shuffled(self, name: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """All of `items` in a drawn order (fixed: the positions in the wanted order, from 0)."""
        full = self.prefix + name
        if full in self.fixed:
            return tuple(items[index] for index in self.fixed[full])
        rest = list(items)
        order = []
        for step in range(len(rest)):
            order.append(rest.pop(self._bits(f"{full}/{step}") % len(rest)))
        return tuple(order)

    def sample(self, name: str, items: Sequence[Item], count: int) -> tuple[Item, ...]:
        """`count` different places of `items`, in a drawn order."""
        return self.shuffled(name, items)[:count]

    def code(self, name: str, length: int, alphabet: str = SESSION_CODE_ALPHABET) -> str:
        """`length` characters of `alphabet`; each may come again."""
        full = self.prefix + name
        if full in self.fixed:
            return str(self.fixed[full])
        return "".join(alphabet[self._bits(f"{full}/{place}") % len(alphabet)] for place in range(length))

    def _bits(self, full: str) -> int:
        return int.from_bytes(sha256(f"{self.seed}\n{full}".encode()).digest(), "big")
