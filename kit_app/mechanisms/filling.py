"""Fill the places of texts wherever they stand in a value, and find them again. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from kit_app.domain.spelling import filled, places

Value = TypeVar("Value")


def all_filled(value: Value, values: Mapping[str, str]) -> Value:
    """`value` with the known places of every text in it filled, however deep."""
    return cast(Value, _all_filled(value, values))


def _all_filled(value: Any, values: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return filled(value, values)
    if isinstance(value, tuple):
        return tuple(_all_filled(item, values) for item in value)
    if isinstance(value, Mapping):
        return {key: _all_filled(item, values) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        changes = {one.name: _all_filled(getattr(value, one.name), values) for one in fields(value)}
        return replace(value, **changes)
    return value


def texts(value: Any) -> Iterator[str]:
    """Every text in `value`, keys of mappings excepted."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts(getattr(value, one.name))


def references(value: Any) -> frozenset[str]:
    """The puzzles that the texts of `value` name: `P1` for `{P1.room}`."""
    return frozenset(
        place.partition(".")[0] for text in texts(value) for place in places(text) if "." in place
    )
