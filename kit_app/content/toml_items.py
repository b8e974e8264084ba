"""Items of lists in the text of a TOML file: put in, taken out, moved, with what is remarked above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kit_app.content.toml_lines import TOKEN, KeyPath
from kit_app.content.toml_statements import Statement
from kit_app.content.toml_writing import flat_text, table_text


@dataclass(frozen=True, slots=True)
class Gone:
    """An item that is no longer there."""


@dataclass(frozen=True, slots=True)
class Come:
    """An item that is put in before the one that stands there."""

    value: Any


@dataclass(frozen=True, slots=True)
class Swapped:
    """An item that changes places with the next one."""


ItemStep = Gone | Come | Swapped
Span = tuple[int, int]


def tables_after(text: str, path: KeyPath, step: Come | Swapped, found: Sequence[Statement]) -> str | None:
    """`text` after a step of an item of a list of tables that each stand under a heading.

    None where the item, or what it changes places with, does not stand in one piece.
    """
    here = _table_span(text, path, found)
    if here is None:
        return None
    if isinstance(step, Come):
        first = here[0]
        names = tuple(str(key) for key in path if isinstance(key, str))
        new = table_text(step.value, names, is_item=True).removeprefix("\n")
        return f"{text[:first]}{new}\n{text[first:]}"
    there = _table_span(text, _next(path), found)
    return None if there is None else _swapped(text, here, there)


def lines_after(text: str, statement: Statement, number: int, step: ItemStep) -> str | None:
    """`text` after a step of an item of a list that has a line, or some lines, for each item.

    None where the items share lines.
    """
    whole = (text, _lines(text, statement)) if isinstance(step, Gone) else _closed(text, statement)
    if whole is None or whole[1] is None:
        return None
    text, spans = whole[0], whole[1]
    if isinstance(step, Come):
        if not spans:
            return None
        at = spans[number][0] if number < len(spans) else spans[-1][1]
        first = _items(text, statement)[0][0]
        indent = text[text.rfind("\n", 0, first) + 1 : first]
        return f"{text[:at]}{indent}{flat_text(step.value)},\n{text[at:]}"
    if number >= len(spans) or isinstance(step, Swapped) and number + 1 >= len(spans):
        return None
    if isinstance(step, Swapped):
        return _swapped(text, spans[number], spans[number + 1])
    return text[: spans[number][0]] + text[spans[number][1] :]


def item_set(text: str, statement: Statement, number: int, value: Any) -> str | None:
    """`text` with another value for an item that has its own lines; None where it has none."""
    if _lines(text, statement) is None:
        return None
    first, last = _items(text, statement)[number]
    return text[:first] + flat_text(value) + text[last:]


def count_of(text: str, statement: Statement) -> int:
    """How many items the list of a statement has."""
    return len(_items(text, statement))


def with_remarks(text: str, start: int) -> int:
    """Where the comments begin that stand right above the line at `start`."""
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _next(path: KeyPath) -> KeyPath:
    number = path[-1]
    return (*path[:-1], number + 1) if isinstance(number, int) else path


def _swapped(text: str, one: Span, other: Span) -> str:
    between = text[one[1] : other[0]]
    return text[: one[0]] + text[slice(*other)] + between + text[slice(*one)] + text[other[1] :]


def _table_span(text: str, path: KeyPath, found: Sequence[Statement]) -> Span | None:
    """Where a table stands with all that is in it, from the remarks above it to its last line."""
    own = [number for number, one in enumerate(found) if one.table[: len(path)] == path]
    if not own or own[-1] - own[0] != len(own) - 1 or found[own[0]].is_key:
        return None
    end = found[own[-1]].end
    if not text[:end].endswith("\n"):
        return None
    return with_remarks(text, found[own[0]].start), end


def _closed(text: str, statement: Statement) -> tuple[str, list[Span]] | None:
    """The text with a comma behind the last item, and the lines of each item; None: they share lines."""
    spans = _lines(text, statement)
    if spans is None:
        return None
    items = _items(text, statement)
    if items and not _rest(text, items[-1][1]).startswith(","):
        at = items[-1][1]
        text = f"{text[:at]},{text[at:]}"
        spans = [*spans[:-1], (spans[-1][0], spans[-1][1] + 1)]
    return text, spans


def _lines(text: str, statement: Statement) -> list[Span] | None:
    """The lines of each item, with what is remarked above it; None where items share lines."""
    first, last = statement.value
    if text[first] != "[":
        return None
    spans: list[Span] = []
    floor = text.find("\n", first, last) + 1
    if not floor:
        return None
    for start, end in _items(text, statement):
        line = text.rfind("\n", 0, start) + 1
        newline = text.find("\n", end)
        if line < floor or text[line:start].strip() or not first < newline < last:
            return None
        if _rest(text, end).removeprefix(",").split("\n")[0].strip()[:1] not in ("", "#"):
            return None
        spans.append((max(floor, with_remarks(text, line)), newline + 1))
        floor = newline + 1
    return spans


def _rest(text: str, end: int) -> str:
    """What follows an item on its line and below."""
    return text[end : text.find("\n", end) + 1].lstrip(" \t") if end < len(text) else ""


def _items(text: str, statement: Statement) -> list[Span]:
    """Where each item of a list begins and ends."""
    return list(_spans(text, *statement.value))


def _spans(text: str, first: int, last: int) -> Iterator[Span]:
    depth, begun, ended = 0, -1, -1
    for match in TOKEN.finditer(text, first, last):
        token = match.group()
        if token == "\n" or token.startswith("#"):
            continue
        is_end = token in ("]", "}")
        depth -= is_end
        if depth == 0 and is_end or depth == 1 and token == ",":
            if begun >= 0:
                yield begun, ended
            begun = -1
        elif depth >= 1 and begun < 0:
            begun = match.start()
        ended = match.end()
        depth += token in ("[", "{")
