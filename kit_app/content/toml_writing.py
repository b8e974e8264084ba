"""Write values as TOML, as a person would write them by hand."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_LINE = 110
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_CONTROLS = re.compile(r'[\x00-\x1f\x7f"\\]')


def key_text(key: str) -> str:
    """A key, between quotation marks where it needs them."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def value_text(value: Any, room: int = _LONGEST_LINE) -> str:
    """A value behind its `=`; a list that is longer than `room` has a line for each item."""
    flat = flat_text(value)
    if not isinstance(value, list) or not value or len(flat) <= room:
        return flat
    return "[\n" + "".join(f"    {flat_text(item)},\n" for item in value) + "]"


def key_line(key: str, value: Any) -> str:
    """`key = value` with its end of line."""
    start = f"{key_text(key)} = "
    return f"{start}{value_text(value, _LONGEST_LINE - len(start))}\n"


def file_text(data: Mapping[str, Any]) -> str:
    """A whole file."""
    return "".join(_table(data, ())).lstrip("\n")


def table_text(data: Mapping[str, Any], names: tuple[str, ...], *, is_item: bool) -> str:
    """A table under its heading, with the tables in it; `is_item`: of a list of tables."""
    return "".join(_headed(data, names, is_item=is_item))


def is_table_list(value: Any) -> bool:
    """Whether a value is written as tables one below the other."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _headed(data: Mapping[str, Any], names: tuple[str, ...], *, is_item: bool) -> Iterator[str]:
    heading = ".".join(map(key_text, names))
    yield f"\n[[{heading}]]\n" if is_item else f"\n[{heading}]\n"
    yield from _table(data, names)


def _table(data: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[str]:
    below = {key: value for key, value in data.items() if isinstance(value, Mapping) or is_table_list(value)}
    for key, value in data.items():
        if key not in below:
            yield key_line(key, value)
    for key, value in below.items():
        if isinstance(value, Mapping):
            yield from _headed(value, (*names, key), is_item=False)
            continue
        for item in value:
            yield from _headed(item, (*names, key), is_item=True)


def flat_text(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key_text(key)} = {flat_text(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(flat_text, value))}]"
    return str(value)


def _quoted(text: str) -> str:
    return '"' + _CONTROLS.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    return _ESCAPES.get(sign) or f"\\u{ord(sign):04x}"
