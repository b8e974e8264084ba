"""Fill the places of texts wherever they stand in a value, and find them again. Pure."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast

from kit_app.domain.kit import Kit, Puzzle
from kit_app.domain.spelling import filled, places

Value = TypeVar("Value")


def all_filled(value: Value, values: Mapping[str, str]) -> Value:
    """`value` with the known places of every text in it filled, however deep."""
    return cast(Value, _all_filled(value, values))


def _all_filled(value: Any, values: Mapping[str, str]) -> Any:
    """Most of a kit's data has no place to fill: what stays as it was is not made anew."""
    if isinstance(value, str):
        return filled(value, values)
    if isinstance(value, tuple):
        items = tuple([_all_filled(item, values) for item in value])
        return value if all(map(is_, items, value)) else items
    names = _fields(value.__class__)
    if names is None:
        return {key: _all_filled(item, values) for key, item in value.items()}
    changes = {}
    for name in names:
        old = getattr(value, name)
        new = _all_filled(old, values)
        if new is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None of a mapping, which has keys; nothing of any other class."""
    if issubclass(kind, Mapping):
        return None
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def texts(value: Any) -> list[str]:
    """Every text in `value`, keys of mappings excepted."""
    found: list[str] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            _gather(item, found)
    else:
        names = _fields(value.__class__)
        for item in value.values() if names is None else [getattr(value, name) for name in names]:
            _gather(item, found)


def references(value: Any) -> frozenset[str]:
    """The puzzles that the texts of `value` name: `P1` for `{P1.room}`."""
    return frozenset(
        place.partition(".")[0] for text in texts(value) for place in places(text) if "." in place
    )


def clue_references(kit: Kit, puzzle: Puzzle) -> frozenset[str]:
    """The puzzles whose values the clues of `puzzle` use, in any language."""
    words = [of[puzzle.id].clues for of in kit.puzzle_words.values() if puzzle.id in of]
    return references(puzzle.parameters).union(*(references(one) for one in words))
