"""Fields for whatever stands in a table: one for each value, in each language side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.workshop.chosen import chosen
from kit_app.services.workshop.forms import Field, FieldKind, Row
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import is_labelled, key_label


class _Counted(int):
    """The number of a key that the author chose, in its table."""

    name: str

    def __new__(cls, number: int, name: str) -> _Counted:
        made = super().__new__(cls, number)
        made.name = name
        return made


_LONG = 32
_SEPARATOR = " · "


def leaf_fields(
    draft: KitDraft,
    files: Sequence[str],
    start: KeyPath,
    t: Catalogue,
    *,
    without: Sequence[str] = (),
    named: Mapping[str, str] | None = None,
) -> tuple[Field, ...]:
    """A field for each value at or below `start` of `files`, which say the same in each language.

    `named`: words for keys that the author chose.
    """
    paths: dict[KeyPath, tuple[Any, KeyPath]] = {}
    for file in files:
        found = draft.value(Place(file=file, path=start))
        if found is not None:
            for path, spoken, value in _leaves(found, start, start):
                paths.setdefault(path, (value, spoken))
    kept = [path for path in paths if len(path) == len(start) or path[len(start)] not in without]
    words = named or {}
    found = []
    for path in kept:
        value, spoken = paths[path]
        field = Field(
            label=label_of(spoken[len(start) :] or spoken[-1:], t, words),
            kind=kind_of(value),
            places=tuple(Place(file=file, path=path) for file in files),
            rows=rows_of(files, path, len(start), [_part(key, t, words) for key in spoken]),
        )
        found.append(chosen(draft, field, value, t))
    return tuple(found)


def rows_of(files: Sequence[str], path: KeyPath, start: int, words: Sequence[str]) -> tuple[Row, ...]:
    """The rows that the value at `path` is in, of lists at or below the first `start` keys.

    `words`: what each key of the path is called.
    """
    return tuple(
        Row(
            lists=tuple(Place(file=file, path=path[:depth]) for file in files),
            number=key,
            title=_SEPARATOR.join(words[max(0, min(start, depth - 1)) : depth + 1]),
        )
        for depth, key in enumerate(path)
        if isinstance(key, int) and depth >= start
    )


def _leaves(value: Any, path: KeyPath, spoken: KeyPath) -> Iterator[tuple[KeyPath, KeyPath, Any]]:
    """Each value with its path, and with the path by which it is called: ids of the author are counted."""
    if isinstance(value, Mapping):
        for number, (key, inner) in enumerate(value.items()):
            yield from _leaves(
                inner, (*path, key), (*spoken, key if _is_shown(key) else _Counted(number, key))
            )
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number), (*spoken, number))
    elif _is_rows(value):
        for number, inner in enumerate(value):
            yield (*path, number), (*spoken, number), inner
    else:
        yield path, spoken, value


def _is_rows(value: Any) -> bool:
    """Whether a value is a list of lists of texts, such as the rows of a table."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, list) and all(isinstance(cell, str) for cell in item) for item in value)
    )


def kind_of(value: Any) -> FieldKind:
    """How a value is typed in."""
    if isinstance(value, bool):
        return "tick"
    if isinstance(value, int):
        return "number"
    if isinstance(value, float):
        return "decimal"
    if isinstance(value, list):
        return "grid" if value and not all(isinstance(item, str) for item in value) else "lines"
    return "text" if len(str(value)) > _LONG or "\n" in str(value) else "line"


def label_of(path: KeyPath, t: Catalogue, named: Mapping[str, str] | None = None) -> str:
    """The words for a key and those around it: “Questions · 1 · Asks”."""
    words = named or {}
    return _SEPARATOR.join(_part(key, t, words) for key in path)


def _part(key: str | int, t: Catalogue, named: Mapping[str, str]) -> str:
    if isinstance(key, _Counted):
        return named.get(key.name) or str(key + 1)
    return str(key + 1) if isinstance(key, int) else named.get(key) or key_label(key, t)


def _is_shown(key: str) -> bool:
    """Whether a key is called by its words, or by itself: players see the ids of cards, roles and letters."""
    return is_labelled(key) or not key[:1].islower()
