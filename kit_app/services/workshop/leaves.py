"""Fields for whatever stands in a table: one for each value, in each language side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Field, FieldKind
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import key_label

_LONG = 32
_SEPARATOR = " · "


def leaf_fields(
    draft: KitDraft, files: Sequence[str], start: KeyPath, t: Catalogue, *, without: Sequence[str] = ()
) -> tuple[Field, ...]:
    """A field for each value at or below `start` of `files`, which say the same in each language."""
    paths: dict[KeyPath, Any] = {}
    for file in files:
        found = draft.value(Place(file=file, path=start))
        if found is not None:
            for path, value in _leaves(found, start):
                paths.setdefault(path, value)
    kept = [path for path in paths if len(path) == len(start) or path[len(start)] not in without]
    return tuple(
        Field(
            label=label_of(path[len(start) :] or path[-1:], t),
            kind=kind_of(paths[path]),
            places=tuple(Place(file=file, path=path) for file in files),
        )
        for path in kept
    )


def _leaves(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    elif _is_rows(value):
        for number, inner in enumerate(value):
            yield (*path, number), inner
    else:
        yield path, value


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


def label_of(path: KeyPath, t: Catalogue) -> str:
    """The words for a key and those around it: “Questions · 1 · Asks”."""
    return _SEPARATOR.join(str(key + 1) if isinstance(key, int) else key_label(key, t) for key in path)
