"""Change values in the text of a TOML file, so that comments, order and everything else stay as they were."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.content.toml_statements import Statement, statements
from kit_app.content.toml_writing import file_text, is_table_list, key_line, table_text, value_text

_GONE = object()
"""Stands for what is no longer there."""


class _TooInvolvedError(Exception):
    """The place of a change was not found; the file is written anew."""


def rewritten(text: str, data: Mapping[str, Any]) -> str:
    """`text`, a well-formed file, as one that holds `data`.

    Only what differs is touched. Where that does not lead to `data`, the file is written anew.
    """
    try:
        result = text
        for path, value in _differences(tomllib.loads(text), data, ()):
            result = _with(result, path, value, data)
        if is_same(tomllib.loads(result), data):
            return result
    except (_TooInvolvedError, tomllib.TOMLDecodeError):
        pass
    return file_text(data)


def is_same(one: Any, other: Any) -> bool:
    """Whether two values are written alike; 1, 1.0 and true are not."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and repr(one) == repr(other)


def value_at(data: Any, path: KeyPath) -> Any:
    """What stands at `path` of `data`. Raises LookupError."""
    for key in path:
        if not isinstance(data, Mapping | list):
            raise LookupError(path)
        data = data[key]  # type: ignore[index]
    return data


def _differences(before: Any, after: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """What to change, one after the other, the last items of lists first where items go."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in [key for key in before if key not in after]:
            yield (*path, key), _GONE
        for key, value in after.items():
            if key in before:
                yield from _differences(before[key], value, (*path, key))
            else:
                yield (*path, key), value
    elif is_table_list(before) and is_table_list(after):
        yield from _items(before, after, path)
    elif not is_same(before, after):
        yield path, after


def _items(before: list[Any], after: list[Any], path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Of a list of tables: items that went, those that changed, those that came at the end."""
    left = list(before)
    while len(left) > len(after):
        number = next(
            (place for place, item in enumerate(after) if not is_same(left[place], item)), len(left) - 1
        )
        yield (*path, number), _GONE
        del left[number]
    for number, item in enumerate(after):
        if number < len(left):
            yield from _differences(left[number], item, (*path, number))
        else:
            yield (*path, number), item


def _with(text: str, path: KeyPath, value: Any, data: Mapping[str, Any]) -> str:
    """`text` with one value changed, added or taken away; `data` is what the whole is to be."""
    found = statements(text)
    for statement in found:
        if not statement.is_key or statement.path != path[: len(statement.path)]:
            continue
        if statement.path != path:  # inside a list or a table on one line, which is written as a whole
            value = value_at(data, statement.path)
        if value is _GONE:
            return text[: statement.start] + text[statement.end :]
        first, last = statement.value
        return text[:first] + value_text(value) + text[last:]
    if value is _GONE:
        return _without(text, path, found)
    return _added(text, path, value, found)


def _without(text: str, path: KeyPath, found: tuple[Statement, ...]) -> str:
    """Without the tables at `path` and below, and what is remarked right above them."""
    sections = [one for one in found if not one.is_key and one.path[: len(path)] == path]
    if not sections:
        raise _TooInvolvedError
    for section in reversed(sections):
        last = [one for one in found if one.table == section.path and one.start >= section.start][-1]
        nearest = next((one.start for one in found if one.start > last.start), len(text))
        start = _with_remarks(text, section.start)
        text = text[:start] + text[min(_with_remarks(text, nearest), nearest) :]
    return text


def _with_remarks(text: str, start: int) -> int:
    """Where the comments begin that stand right above the line at `start`."""
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _added(text: str, path: KeyPath, value: Any, found: tuple[Statement, ...]) -> str:
    is_item = isinstance(path[-1], int)
    parent = path[:-1]
    if is_item or isinstance(value, Mapping) or is_table_list(value):
        at = _end_below(text, parent, found)
        names = tuple(str(key) for key in path if isinstance(key, str))
        tables = [value] if isinstance(value, Mapping) else value
        in_list = is_item or is_table_list(value)
        new = "".join(table_text(one, names, is_item=in_list) for one in tables)
        return _on_lines(text[:at]) + new + text[at:]
    if not isinstance(path[-1], str):
        raise _TooInvolvedError
    keys = [one for one in found if one.is_key and one.table == parent]
    heading = next((one for one in found if not one.is_key and one.path == parent), None)
    if keys:
        at = keys[-1].end
    elif heading is not None:
        at = heading.end
    elif not parent:
        at = 0
    else:
        raise _TooInvolvedError
    return _on_lines(text[:at]) + key_line(path[-1], value) + text[at:]


def _end_below(text: str, parent: KeyPath, found: tuple[Statement, ...]) -> int:
    """Behind the last statement of the table at `parent` and of the tables in it."""
    if not parent:
        return len(text)
    below = [one for one in found if one.table[: len(parent)] == parent]
    if not below:
        raise _TooInvolvedError
    return below[-1].end


def _on_lines(text: str) -> str:
    """`text` so that what follows begins a line."""
    return text if not text or text.endswith("\n") else text + "\n"
