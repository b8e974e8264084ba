"""Every mechanism under the name that kits give it: one row each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from kit_app.domain.dice import Dice
from kit_app.mechanisms import (
    choices,
    cipher_wheel,
    classify,
    crossword,
    identity,
    mask,
    matching_slip,
    ordering,
    phases,
    pick_out,
    portal,
    register,
    strips,
    two_logs,
)
from kit_app.mechanisms.made import Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A way to be puzzled: the models of its parameters and words, how it is made and how it is solved."""

    name: str
    parameters: type[Any]
    words: type[Any]
    make: Callable[[Any, Any, Dice], Made[Any]]
    solve: Callable[[Any], frozenset[str]]


def row(module: ModuleType) -> Mechanism:
    """The row of a mechanism's module."""
    return Mechanism(
        name=module.NAME,
        parameters=module.Parameters,
        words=module.Words,
        make=module.make,
        solve=module.solve,
    )


MECHANISMS: Mapping[str, Mechanism] = {
    mechanism.name: mechanism
    for mechanism in (
        row(register),
        row(strips),
        row(mask),
        row(matching_slip),
        row(crossword),
        row(choices),
        row(classify),
        row(two_logs),
        row(cipher_wheel),
        row(portal),
        row(identity),
        row(ordering),
        row(pick_out),
        row(phases),
    )
}
