"""Change values in the text of a TOML file, so that comments, order and everything else stay as they were."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from kit_app.content.toml_items import (
    Come,
    Gone,
    Swapped,
    count_of,
    item_set,
    lines_after,
    tables_after,
    with_remarks,
)
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
    before = tomllib.loads(text)
    for moves in (True, False):
        try:
            result = text
            for path, value in _differences(before, data, (), moves):
                result = _with(result, path, value, data, in_lines=moves)
            if is_same(tomllib.loads(result), data):
                return result
        except (_TooInvolvedError, LookupError, tomllib.TOMLDecodeError):
            continue
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


def _differences(before: Any, after: Any, path: KeyPath, moves: bool) -> Iterator[tuple[KeyPath, Any]]:
    """What to change, one after the other. `moves`: items of lists may come, go and move one by one."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in [key for key in before if key not in after]:
            yield (*path, key), _GONE
        for key, value in after.items():
            if key in before:
                yield from _differences(before[key], value, (*path, key), moves)
            else:
                yield (*path, key), value
    elif is_table_list(before) and (is_table_list(after) or moves and after == []):
        yield from _items(before, after, path, moves)
        if not after:
            yield path, after
    elif not is_same(before, after):
        if moves and _are_lists(before, after):
            yield from _items(before, after, path, moves)
        else:
            yield path, after


def _are_lists(before: Any, after: Any) -> bool:
    """Whether both are lists of something that may have a line for each item."""
    return isinstance(before, list) and isinstance(after, list) and bool(before) and bool(after)


def _items(before: list[Any], after: list[Any], path: KeyPath, moves: bool) -> Iterator[tuple[KeyPath, Any]]:
    """Of a list: items that went, those that changed, those that came."""
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if moves and len(old) == len(new) == 2 and is_same(old[::-1], new):
        yield (*path, first), Swapped()
        return
    if moves and not old and last:
        yield from (((*path, first + number), Come(item)) for number, item in enumerate(new))
        return
    left = list(before)
    while len(left) > len(after):
        number = next(
            (place for place, item in enumerate(after) if not is_same(left[place], item)), len(left) - 1
        )
        yield (*path, number), Gone()
        del left[number]
    for number, item in enumerate(after):
        if number < len(left):
            yield from _differences(left[number], item, (*path, number), moves)
        else:
            yield (*path, number), item


def _alike(one: list[Any], other: list[Any]) -> int:
    """How many items both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if not is_same(a, b)),
                min(len(one), len(other)))  # fmt: skip


def _with(text: str, path: KeyPath, value: Any, data: Mapping[str, Any], *, in_lines: bool) -> str:
    """`text` with one value changed, added or taken away; `data` is what the whole is to be.

    `in_lines`: of a value only the lines of the item that changes are written.
    """
    found = statements(text)
    for statement in found:
        if not statement.is_key or statement.path != path[: len(statement.path)]:
            continue
        if statement.path != path:
            rest = path[len(statement.path) :]
            result = _inside(text, statement, rest, value, data) if in_lines else None
            return _set(text, statement, value_at(data, statement.path)) if result is None else result
        if value is _GONE:
            return text[: statement.start] + text[statement.end :]
        return _set(text, statement, value)
    if isinstance(value, Come | Swapped):
        result = tables_after(text, path, value, found)
        if result is None:
            raise _TooInvolvedError
        return result
    if value is _GONE or isinstance(value, Gone):
        return _without(text, path, found)
    return _added(text, path, value, found)


def _inside(
    text: str, statement: Statement, rest: KeyPath, value: Any, data: Mapping[str, Any]
) -> str | None:
    """With a change of an item that has lines of its own; None where it shares them with others."""
    number = rest[0]
    if not isinstance(number, int):
        return None
    if len(rest) == 1 and isinstance(value, Gone | Come | Swapped):
        return lines_after(text, statement, number, value)
    if len(rest) == 1 and number == count_of(text, statement):
        return lines_after(text, statement, number, Come(value))
    return item_set(text, statement, number, value_at(data, (*statement.path, number)))


def _set(text: str, statement: Statement, value: Any) -> str:
    first, last = statement.value
    return text[:first] + value_text(value) + text[last:]


def _without(text: str, path: KeyPath, found: tuple[Statement, ...]) -> str:
    """Without the tables at `path` and below, and what is remarked right above them."""
    sections = [one for one in found if not one.is_key and one.path[: len(path)] == path]
    if not sections:
        raise _TooInvolvedError
    for section in reversed(sections):
        last = [one for one in found if one.table == section.path and one.start >= section.start][-1]
        nearest = next((one.start for one in found if one.start > last.start), len(text))
        start = with_remarks(text, section.start)
        rest = text[min(with_remarks(text, nearest), nearest) :]
        text = text[:start] + rest if rest or start == 0 else text[:start].rstrip("\n") + "\n"
    return text


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
        at = with_remarks(text, found[0].start) if found else len(text)
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
