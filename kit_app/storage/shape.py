"""Turn plain JSON values into frozen dataclasses and back, strictly: what does not fit is refused by name."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Reader = Callable[[object], Any]


class ShapeError(ValueError):
    """A value is not what its place asks for."""


class NewerShapeError(ShapeError):
    """A field that this release does not know: the value was made by a newer one."""


@cache
def reader(kind: Any) -> Reader:
    """A function that checks a JSON value against `kind` and returns it with its tuples and dataclasses.

    Raises ShapeError. Unknown fields are refused, missing ones take their defaults.
    """
    if kind in (str, int, bool, float, type(None)):
        return _plain_reader(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return _choice_reader(get_args(kind))
    if origin in (Union, types.UnionType):
        return _union_reader(tuple(reader(one) for one in get_args(kind)))
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if origin is Mapping or origin is dict:
        return _mapping_reader(reader(get_args(kind)[1]))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _named_tuple_reader(kind)
    raise TypeError(f"no reader for {kind!r}")


def _plain_reader(kind: type) -> Reader:
    def read(value: object) -> object:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            raise ShapeError(f"{kind.__name__} wanted, found {type(value).__name__}")
        if isinstance(value, str) and not _is_whole(value):
            raise ShapeError("text wanted, found half a character")
        return value

    return read


def _is_whole(text: str) -> bool:
    """Whether the text can be stored: JSON can hold one half of a character that takes two."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _choice_reader(choices: tuple[object, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in choices:
            raise ShapeError(f"one of {choices} wanted, found {value!r}")
        return value

    return read


def _union_reader(readers: tuple[Reader, ...]) -> Reader:
    def read(value: object) -> object:
        failure = ShapeError("nothing fits")
        for one in readers:
            try:
                return one(value)
            except ShapeError as error:
                failure = error
        raise failure

    return read


def _tuple_reader(kinds: tuple[Any, ...]) -> Reader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = reader(kinds[0])

        def read_all(value: object) -> object:
            return tuple(each(item) for item in _list(value))

        return read_all
    readers = tuple(reader(kind) for kind in kinds)

    def read_each(value: object) -> object:
        items = _list(value)
        if len(items) != len(readers):
            raise ShapeError(f"{len(readers)} values wanted, found {len(items)}")
        return tuple(one(item) for one, item in zip(readers, items, strict=True))

    return read_each


def _named_tuple_reader(kind: Callable[..., Any]) -> Reader:
    read_each = _tuple_reader((*get_type_hints(kind).values(),))

    def read(value: object) -> object:
        return kind(*read_each(value))

    return read


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ShapeError(f"a list wanted, found {type(value).__name__}")
    return value


def _mapping_reader(each: Reader) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise ShapeError(f"a table wanted, found {type(value).__name__}")
        return {key: each(item) for key, item in value.items()}

    return read


def _dataclass_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: reader(hints[field.name]) for field in fields(kind)}
    needed = [field.name for field in fields(kind) if not _has_default(field)]

    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise ShapeError(f"{kind.__name__} wanted, found {type(value).__name__}")
        for name in value:
            if name not in readers:
                raise NewerShapeError(f"{kind.__name__} has no field {name!r}")
        for name in needed:
            if name not in value:
                raise ShapeError(f"{kind.__name__} lacks {name!r}")
        try:
            return kind(**{name: readers[name](item) for name, item in value.items()})
        except ShapeError as error:
            raise type(error)(f"{kind.__name__}: {error}") from error

    return read


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def plain(value: Any) -> Any:
    """`value` as JSON knows it: dataclasses and mappings as tables, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value
