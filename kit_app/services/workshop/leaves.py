"""Fields for whatever stands in a table: one for each value, in each language side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.chosen import chosen, is_in_order
from kit_app.services.workshop.forms import Adding, Field, FieldKind, Row
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import is_labelled, key_label
from kit_app.services.workshop.models import OF_AUTHORS, spare_keys


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
    spare: dict[KeyPath, Any] = {}
    for file in files:
        found = draft.value(Place(file=file, path=start))
        if found is not None:
            for path, spoken, value in _leaves(found, start, start):
                for part, called, one in _split(draft, file, path, spoken, value):
                    paths.setdefault(part, (one, called))
    if files and start[:1] and start[0] in _WITH_SPARE:
        paths, spare = _with_spare(draft, files[0], start, paths)
    kept = [path for path in paths if len(path) == len(start) or path[len(start)] not in without]
    words = named or {}
    found_fields = (
        Field(
            label=label_of(spoken[len(start) :] or spoken[-1:], t, words),
            kind=kind_of(value),
            places=tuple(Place(file=file, path=path) for file in files),
            rows=rows_of(files, path, len(start), [_part(key, t, words) for key in spoken])
            or _row_of_key(draft, files, path, label_of(spoken[len(start) :] or spoken[-1:], t, words)),
            is_optional=path in spare,
            help=t(N_("Left empty: {value}"), value=spare[path]) if spare.get(path) else "",
        )
        for path, (value, spoken) in ((path, paths[path]) for path in kept)
    )
    return tuple(chosen(draft, field, t) for field in found_fields)


_KEYED = (
    *(("script",), ("names",)),
    *(("clues", one) for one in ("reasons", "places", "payees", "glossary")),
)
"""Tables of words whose keys come and go: nothing but texts and choices names them."""


def _row_of_key(draft: KitDraft, files: Sequence[str], path: KeyPath, title: str) -> tuple[Row, ...]:
    """The row of a text that stands under a key of its own, in a table of words."""
    if path[:-1] not in _KEYED:
        return ()
    tables = tuple(Place(file=file, path=path[:-1]) for file in files)
    known = list(draft.value(tables[0], {}))
    return (
        (Row(lists=tables, number=known.index(path[-1]), title=title, is_key=True),)
        if path[-1] in known
        else ()
    )


def _split(
    draft: KitDraft, file: str, path: KeyPath, spoken: KeyPath, value: Any
) -> Iterator[tuple[KeyPath, KeyPath, Any]]:
    """A list of names one by one, any other value as it is."""
    if isinstance(value, list) and value and is_in_order(draft, Place(file=file, path=path)):
        for number, one in enumerate(value):
            yield (*path, number), (*spoken, number), one
    else:
        yield path, spoken, value


def empty_lists(
    draft: KitDraft, file: str, start: KeyPath, t: Catalogue, named: Mapping[str, str]
) -> tuple[Adding, ...]:
    """What puts the first name into lists of names that are empty."""
    return tuple(
        Adding(
            label=label_of(spoken[len(start) :], t, named),
            lists=(Place(file=file, path=path),),
            template=_FIRST,
        )
        for path, spoken, value in _leaves(draft.value(Place(file=file, path=start), {}), start, start)
        if value == [] and is_in_order(draft, Place(file=file, path=path))
    )


_FIRST = "name-1"
_WITH_SPARE = ("parameters", "alarms", "hints", "searches", "room")
"""Tables of structure whose rows also show what they may do without."""

Paths = dict[KeyPath, tuple[Any, KeyPath]]


def _with_spare(draft: KitDraft, file: str, start: KeyPath, paths: Paths) -> tuple[Paths, dict[KeyPath, Any]]:
    """The values, behind those of each row what it may also have; and what is usual of all such."""
    rows: dict[KeyPath, KeyPath] = {}
    for path, (_value, spoken) in paths.items():
        for depth in range(len(path) - 1, 0, -1):
            if isinstance(path[depth - 1], int):
                rows.setdefault(path[:depth], spoken[:depth])
                break
    result: Paths = dict(paths)
    spare: dict[KeyPath, Any] = {}
    for row, spoken in rows.items():
        for key, usual in spare_keys(draft, Place(file=file, path=row)).items():
            spare[(*row, key)] = usual
            result.setdefault((*row, key), (usual, (*spoken, key)))
    order = {row: number for number, row in enumerate(rows)}
    numbered = {path: order.get(_row(path, rows), -1) for path in result}
    return {path: result[path] for path in sorted(result, key=lambda one: numbered[one])}, spare


def _row(path: KeyPath, rows: Mapping[KeyPath, KeyPath]) -> KeyPath:
    return next((path[:depth] for depth in range(len(path) - 1, 0, -1) if path[:depth] in rows), ())


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
                inner, (*path, key), (*spoken, key if _is_shown(key, path) else _Counted(number, key))
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


def _is_shown(key: str, around: KeyPath) -> bool:
    """Whether a key is called by its words, or by itself: players see the ids of cards, roles and letters."""
    if not key[:1].islower():
        return True
    if around[:1] in (("searches",), ("given",)):
        is_of_author = len(around) == 1
    else:
        is_of_author = len(around) > 1 and around[0] in ("parameters", "clues") and around[-1] in OF_AUTHORS
    return is_labelled(key) and not is_of_author
