"""What else in a kit names a puzzle: the places, and what they hold once it is no longer there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.layers import layer_of
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.workshop.kit_draft import ASIDE, GONE, KitDraft
from kit_app.services.workshop.labels import file_label, mention_label
from kit_app.services.workshop.rows import words_gone
from kit_app.services.workshop.twins import ident_of

_LISTS = frozenset({"needs", "after", "puzzles", "unless_solved", "unless_open"})
_SINGLE = frozenset({"puzzle", "give", "finale"})
_HEIRS = frozenset({"needs", "after"})
"""What waited for a puzzle waits for what that waited for, as where a session leaves it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that names a puzzle. `is_text`: a sentence with one of its values, for a person to rewrite."""

    place: Place
    is_text: bool = False


def is_own(name: str, puzzle: str) -> bool:
    """Whether a file is one of a puzzle’s own: its structure, its words, what versions say instead."""
    inner = layer_of(name)[1]
    return bool(re.fullmatch(rf"(puzzles|words/[^/]+)/{re.escape(puzzle)}\.toml", inner))


def mentions(draft: KitDraft, puzzle: str) -> tuple[Mention, ...]:
    """Every place of other files that names a puzzle."""
    found = []
    for name in sorted(draft.files):
        if name.endswith(".toml") and not is_own(name, puzzle):
            found += [
                Mention(place=Place(file=name, path=path), is_text=is_text)
                for path, is_text in _named(draft.tree(name), (), puzzle)
            ]
    return tuple(found)


def mention_sentence(draft: KitDraft, mention: Mention, t: Catalogue) -> str:
    """Where a puzzle is named, in words: “P3 · Opens after”."""
    folder, inner = layer_of(mention.place.file)
    name = file_label(PurePosixPath(inner).stem, t)
    owners = [
        str(item.get("id") or item.get("letter") or "")
        for depth, key in enumerate(mention.place.path)
        if isinstance(key, int)
        for item in [draft.value(Place(file=mention.place.file, path=mention.place.path[: depth + 1]), {})]
        if isinstance(item, Mapping)
    ]
    keys = [key for key in mention.place.path if isinstance(key, str)]
    words = [mention_label(key, t) for key in keys[:1] + keys[1:][-1:]]
    return " · ".join(filter(None, (name, folder.rpartition("/")[2], *owners, *words)))


def without(draft: KitDraft, puzzle: str) -> list[tuple[Place, Any]]:
    """The values to write so that no list, need or variant names a puzzle any more."""
    heirs = tuple(draft.value(Place(file=f"puzzles/{puzzle}.toml", path=("needs",)), ()))
    values: list[tuple[Place, Any]] = []
    for name in sorted(draft.files):
        if not name.endswith(".toml") or is_own(name, puzzle) or name.startswith(ASIDE):
            continue
        tree = draft.tree(name)
        for key, value in tree.items():
            new = _cleaned(value, (key,), puzzle, heirs)
            if new is GONE or new != value:
                values.append((Place(file=name, path=(key,)), new))
                values += _words_gone(draft, Place(file=name, path=(key,)), value, new)
    return values


def _words_gone(draft: KitDraft, place: Place, before: Any, after: Any) -> list[tuple[Place, Any]]:
    """What takes the words of rows away that said nothing without the puzzle."""
    if not isinstance(before, list) or not isinstance(after, list):
        return []
    left = {ident_of(one) for one in after}
    return words_gone(draft, place, [ident_of(one) for one in before if ident_of(one) not in left])


def _named(data: Any, path: KeyPath, puzzle: str) -> Iterator[tuple[KeyPath, bool]]:
    key = path[-1] if path else ""
    if isinstance(data, Mapping):
        for name, value in data.items():
            if str(name).startswith(f"{puzzle}/"):
                yield (*path, name), False
            yield from _named(value, (*path, name), puzzle)
    elif isinstance(data, list):
        if key in _LISTS and puzzle in data:
            yield path, False
            return
        for number, value in enumerate(data):
            yield from _named(value, (*path, number), puzzle)
    elif isinstance(data, str):
        if key in _SINGLE and data == puzzle:
            yield path, False
        elif re.search(rf"\{{{re.escape(puzzle)}\.", data):
            yield path, True


def _cleaned(data: Any, path: KeyPath, puzzle: str, heirs: Sequence[str]) -> Any:
    """`data` without a puzzle; `GONE` for what says nothing without it."""
    key = path[-1]
    if isinstance(data, Mapping):
        return _cleaned_table(data, path, puzzle, heirs)
    if not isinstance(data, list):
        return data
    if key in _LISTS:
        if puzzle not in data:
            return data
        kept = [one for one in data if one != puzzle]
        return kept + [one for one in heirs if key in _HEIRS and one not in kept]
    items = [(item, _cleaned(item, (*path, number), puzzle, heirs)) for number, item in enumerate(data)]
    return [new for _old, new in items if new is not GONE]


def _cleaned_table(data: Mapping[str, Any], path: KeyPath, puzzle: str, heirs: Sequence[str]) -> Any:
    if puzzle in (data.get("puzzle"), data.get("give")):
        return GONE
    if data.get("puzzles") == [puzzle] and "finale" not in data:
        return GONE
    result = {
        key: _cleaned(value, (*path, key), puzzle, heirs)
        for key, value in data.items()
        if not key.startswith(f"{puzzle}/")
    }
    result = {key: value for key, value in result.items() if value is not GONE}
    if data.get("finale") == puzzle and result.get("puzzles"):
        result["finale"] = result["puzzles"][-1]
    return result
