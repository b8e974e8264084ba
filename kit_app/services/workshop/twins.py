"""Where the words of a row stand: structure and words name the same things by their ids, or in one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.layers import layer_of
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import languages

_IDS = ("id", "key", "letter", "subject")
_SAID_UNDER: Mapping[str, str] = {"alarms": "script"}
"""Words that stand under another name than the list of what they are said of."""


_NAMES: Mapping[str, str] = {
    "roles.#.facts": "",
    "draw.*": "",
    "parameters.questions.#.replies": "",
    "parameters.posts": "",
    "parameters.steps": "clues.cards",
    "parameters.decoys": "clues.cards",
    "parameters.phases.#.cards": "clues.cards",
}
"""Lists of names, with the table that has words under each name; "": where the list is spoken of itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Of a list: the lists of words in its order, and the tables of words by the ids of its rows."""

    lists: tuple[Place, ...] = ()
    tables: tuple[Place, ...] = ()


def ident_of(item: Any) -> str:
    """The id of a row, or an empty text where it has none."""
    if not isinstance(item, Mapping):
        return ""
    return next((str(item[key]) for key in _IDS if isinstance(item.get(key), str)), "")


def ident_key(item: Mapping[str, Any]) -> str:
    """The key that the id of a row stands under."""
    return next((key for key in _IDS if isinstance(item.get(key), str)), "")


def words_of_names(draft: KitDraft, place: Place) -> KeyPath:
    """Where the words of the names in the list at a place stand; nowhere where it is no list of names."""
    if layer_of(place.file)[1].startswith("words/"):
        return ()
    keys = ["#" if isinstance(key, int) else key for key in place.path]
    pattern = ".".join(keys[:1] + ["*"] if keys[0] == "draw" and len(keys) == 2 else keys)
    if pattern not in _NAMES:
        return ()
    return tuple(_NAMES[pattern].split(".")) if _NAMES[pattern] else _spoken(draft, place)


def name_of(draft: KitDraft, place: Place, item: Any) -> str:
    """The id of a row of the list at a place: a name is its own."""
    return item if isinstance(item, str) and words_of_names(draft, place) else ident_of(item)


def words_beside(draft: KitDraft, file: str) -> tuple[str, ...]:
    """The files of words of a file of structure, of the same version of the kit, as far as they are there."""
    folder, inner = layer_of(file)
    if inner.startswith("words/"):
        return ()
    stem = inner.removesuffix(".toml").removeprefix("puzzles/")
    prefix = f"{folder}/" if folder else ""
    names = (f"{prefix}words/{one}/{stem}.toml" for one in languages(draft))
    return tuple(name for name in names if name in draft.whole)


def structure_beside(draft: KitDraft, file: str) -> str:
    """The file of structure that a file of words belongs to, or an empty text."""
    folder, inner = layer_of(file)
    parts = PurePosixPath(inner).parts
    if parts[:1] != ("words",) or len(parts) != 3:
        return ""
    prefix = f"{folder}/" if folder else ""
    names = (f"{prefix}puzzles/{parts[2]}", f"{prefix}{parts[2]}")
    return next((name for name in names if name in draft.whole), "")


def twins_of(draft: KitDraft, place: Place) -> Twins:
    """What belongs to the list at a place of a file of structure."""
    names = words_of_names(draft, place)
    if names:
        beside = (Place(file=file, path=names) for file in words_beside(draft, place.file))
        return Twins(tables=tuple(one for one in beside if isinstance(draft.value(one), Mapping)))
    rows = draft.value(place, [])
    ids = [ident_of(one) for one in rows]
    spoken = _spoken(draft, place)
    lists: list[Place] = []
    tables: list[Place] = []
    for file in words_beside(draft, place.file):
        if all(ids):
            tables += [Place(file=file, path=path) for path in _keyed(draft.tree(file), spoken, ids)]
        elif place.path[0] != "parameters":
            continue
        elif isinstance(value := draft.value(Place(file=file, path=spoken)), list) and len(value) == len(
            rows
        ):
            lists.append(Place(file=file, path=spoken))
    return Twins(lists=tuple(lists), tables=tuple(tables))


def owner_of(draft: KitDraft, place: Place) -> Place | None:
    """The list of structure whose words stand in the list at a place, in the same order."""
    file = structure_beside(draft, place.file)
    if not file or place.path[:1] != ("clues",):
        return None
    owner = Place(file=file, path=("parameters", *place.path[1:]))
    return owner if place in twins_of(draft, owner).lists else None


def _spoken(draft: KitDraft, place: Place) -> KeyPath:
    """Where words of a list stand: ids instead of numbers, clues instead of parameters."""
    path: list[str | int] = []
    for depth, key in enumerate(place.path):
        item = draft.value(Place(file=place.file, path=place.path[: depth + 1]), None)
        path.append(ident_of(item) or key if isinstance(key, int) else key)
    if path[0] == "parameters":
        return ("clues", *path[1:])
    return (_SAID_UNDER.get(str(path[0]), path[0]), *path[1:])


def _keyed(data: Mapping[str, Any], spoken: KeyPath, ids: Sequence[str]) -> Iterator[KeyPath]:
    """The tables whose keys are ids of rows: the one under the list’s name, and those of its clues."""
    every = frozenset(ids)
    for path, table in _tables(data, ()):
        has_any = bool(every & table.keys())
        if has_any and (path == spoken or path[0] in ("clues", "fields") and table.keys() <= every):
            yield path


def _tables(data: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield (*path, key), value
            yield from _tables(value, (*path, key))
