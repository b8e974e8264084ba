"""Lay partial TOML files of a variant or a sector over a kit's own, keeping where each key came from."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kit_app.content.source import Source
from kit_app.content.toml_lines import KeyPath

_LAYER = re.compile(r"(variants/[^/]+|sectors/[^/]+(?:/variants/[^/]+)?)/(.+)")


def layer_of(name: str) -> tuple[str, str]:
    """The overlay's folder that the file `name` belongs to (empty: none), and its path in there."""
    match = _LAYER.fullmatch(name)
    return (match.group(1), match.group(2)) if match else ("", name)


def folders_of(variant: str, sector: str) -> tuple[str, ...]:
    """The overlay's folders of a choice, the one that is laid on top last."""
    of_variant = f"variants/{variant}"
    if not sector:
        return (of_variant,)
    return of_variant, f"sectors/{sector}", f"sectors/{sector}/{of_variant}"


def laid_over(base: Source, over: Source) -> Source:
    """`base` with what `over` says instead: tables key by key, lists of tables by `id`, all else whole."""
    if not over.is_read:
        return base
    if not base.is_read:
        return over
    merging = _Merging(base, over)
    data = merging.table(base.data, over.data, (), ())
    return replace(base, data=data, lines=merging.lines, files=merging.files)


class _Merging:
    """One overlay as it is laid; knows from which file and line each key of the result came."""

    def __init__(self, base: Source, over: Source) -> None:
        self.lines = dict(base.lines)
        self.files = dict(base.files)
        self._over = over

    def table(self, base: Mapping[str, Any], over: Mapping[str, Any], at: KeyPath, of: KeyPath) -> Any:
        """`over`, which stands at `of` of the overlay, laid over the table `base`, which stands at `at`."""
        result = dict(base)
        for key, value in over.items():
            there = (*at, key)
            result[key] = self._value(base.get(key), value, there, (*of, key))
        return result

    def _value(self, base: Any, over: Any, at: KeyPath, of: KeyPath) -> Any:
        if isinstance(base, Mapping) and isinstance(over, Mapping):
            return self.table(base, over, at, of)
        if _is_table_list(base) and _has_ids(over) and any(_has_id(item) for item in base):
            return self._by_id(base, over, at, of)
        self._take(at, of)
        return over

    def _by_id(self, base: list[Any], over: list[Any], at: KeyPath, of: KeyPath) -> list[Any]:
        result = list(base)
        places = {item["id"]: number for number, item in enumerate(base) if _has_id(item)}
        for number, item in enumerate(over):
            place = places.get(item["id"])
            if place is None:
                self._take((*at, len(result)), (*of, number))
                result.append(item)
            else:
                result[place] = self.table(result[place], item, (*at, place), (*of, number))
        return result

    def _take(self, at: KeyPath, of: KeyPath) -> None:
        """From here on `at` and all below it come from `of` of the overlay."""
        for path in [path for path in self.lines if path[: len(at)] == at]:
            del self.lines[path]
            self.files.pop(path, None)
        for path, line in self._over.lines.items():
            if path[: len(of)] == of:
                here = (*at, *path[len(of) :])
                self.lines[here] = line
                self.files[here] = self._over.file


def _has_ids(value: Any) -> bool:
    return _is_table_list(value) and all(_has_id(item) for item in value)


def _is_table_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _has_id(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("id"), str)
