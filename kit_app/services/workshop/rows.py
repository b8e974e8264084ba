"""Rows of a kit’s lists: one is put in, taken out or moved, with its words in every language, in one step."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kit_app.assets import resources_dir
from kit_app.content.layers import layer_of
from kit_app.domain.kit_document import Place
from kit_app.domain.unwritten import unwritten
from kit_app.i18n import LANGUAGES, Catalogue, load
from kit_app.services.workshop.kit_draft import GONE, KitDraft
from kit_app.services.workshop.labels import key_label
from kit_app.services.workshop.names import names_come, names_go
from kit_app.services.workshop.twins import (
    Twins,
    ident_key,
    ident_of,
    name_of,
    owner_of,
    twins_of,
    words_beside,
    words_of_names,
)

Values = list[tuple[Place, Any]]
_AS_THEY_ARE = frozenset(
    {"kind", "look", "align", "file", "picture", "of", "start", "purpose", "puzzle", "slide", "id", "tells"}
)
"""Texts of words that are no words: a new row has those of the row before it."""


def count(draft: KitDraft, rows: Sequence[Place]) -> int:
    """How many rows the lists at these places have; those of other languages follow the first."""
    found = draft.value(rows[0], ())
    return len(found) if isinstance(found, list | Mapping) else 0


def add_row(draft: KitDraft, lists: Sequence[Place], number: int, template: Any = None) -> None:
    """Put a row behind row `number` of lists that say the same in each language.

    It is made like that row, or of `template`; its words say what is to be written.
    """
    if isinstance(draft.value(lists[0]), Mapping):
        _add_key(draft, lists, number)
        return
    lists = _owned(draft, lists)
    at = Place(file=lists[0].file, path=(*lists[0].path, number + 1))
    values: Values = []
    for place in lists:
        rows = list(draft.value(place, []))
        model = template if template is not None else rows[number]
        ident, row = _like(draft, place, model, rows)
        rows.insert(number + 1, row)
        values.append((place, rows))
        if not _language(place.file):
            values += _words_come(draft, place, number, ident)
            values += names_come(draft, place, rows[number] if number >= 0 else "", ident)
    draft.set_all(at, values)


def _add_key(draft: KitDraft, tables: Sequence[Place], number: int) -> None:
    """Put words under a key of their own behind those of tables that say the same in each language."""
    keys = list(draft.value(tables[0]))
    name = str(tables[0].path[-1])
    first = NEW_KEYS.get(name, f"{name}-1")
    ident = next_ident(first, keys)
    words = [(one, unwritten(key_label(name, spoken(_language(one.file))))) for one in tables]
    values: Values = [(Place(file=one.file, path=(*one.path, ident)), text) for one, text in words]
    draft.set_all(values[0][0], values)


NEW_KEYS: Mapping[str, str] = {"names": "name_1", "script": "sentence-1"}
"""What new keys of tables of words are called."""


def remove_row(draft: KitDraft, lists: Sequence[Place], number: int) -> None:
    """Take row `number` out, with its words, and with what other versions of the kit say of it."""
    if isinstance(draft.value(lists[0]), Mapping):
        ident = list(draft.value(lists[0]))[number]
        draft.set_all(lists[0], _words_go(draft, lists, ident))
        return
    lists = _owned(draft, lists)
    at = Place(file=lists[0].file, path=lists[0].path)
    values: Values = []
    files: dict[str, None] = {}
    for place in lists:
        rows = list(draft.value(place, []))
        if number >= len(rows):
            continue
        ident = name_of(draft, place, rows[number])
        twins = twins_of(draft, place)
        values += names_go(draft, place, ident)
        del rows[number]
        values += [(one, _without(draft.value(one), number)) for one in twins.lists]
        values += _words_go(draft, twins.tables, ident)
        values += _values_without(draft, place, rows, ident)
        if ident and not layer_of(place.file)[0]:
            values += _overlays_without(draft, place, ident)
            files |= dict.fromkeys(_files_of(draft, place, ident))
    draft.set_all(at, [one for one in values if one[0].file not in files], files)


def move_row(draft: KitDraft, lists: Sequence[Place], number: int, *, is_up: bool) -> None:
    """Let row `number` change places with the one before or behind it."""
    lists = _owned(draft, lists)
    other = number - 1 if is_up else number + 1
    every = [*lists, *(one for place in lists for one in twins_of(draft, place).lists)]
    values: Values = []
    for place in every:
        rows = list(draft.value(place, []))
        if max(number, other) < len(rows):
            rows[number], rows[other] = rows[other], rows[number]
            values.append((place, rows))
    draft.set_all(Place(file=lists[0].file, path=(*lists[0].path, other)), values)


def words_gone(draft: KitDraft, place: Place, idents: Collection[str]) -> Values:
    """What takes the words of these rows of the list at a place away."""
    return [one for ident in idents for one in _words_go(draft, twins_of(draft, place).tables, ident)]


def next_ident(ident: str, taken: Collection[str]) -> str:
    """An id like this one that is not taken: P01-C2 after P01-C1."""
    if re.fullmatch("[A-Z]", ident):
        letters = [chr(code) for code in range(ord(ident), ord("Z") + 1)]
        return next((one for one in letters if one not in taken), f"{ident}2")
    if re.fullmatch(r".*\d[a-y]", ident) and ident in taken:
        return next_ident(ident[:-1] + chr(ord(ident[-1]) + 1), taken)
    match = re.fullmatch(r"(.*?)(\d+)", ident, re.DOTALL)
    stem, digits = (match.group(1), match.group(2)) if match else (f"{ident}-", "1")
    number = int(digits)
    while ident in taken:
        number += 1
        ident = f"{stem}{number:0{len(digits)}}"
    return ident


@lru_cache
def spoken(language: str) -> Catalogue:
    """The words of the program in a language of a kit, English where it does not speak it."""
    return load(resources_dir() / "i18n", language if language in LANGUAGES else "en")


def _owned(draft: KitDraft, lists: Sequence[Place]) -> tuple[Place, ...]:
    """The list of structure that these lists of words follow, or they themselves where they stand alone."""
    owner = owner_of(draft, lists[0])
    there = tuple(one for one in lists if isinstance(draft.value(one), list))
    return (owner,) if owner is not None else there or tuple(lists[:1])


def _language(file: str) -> str:
    parts = layer_of(file)[1].split("/")
    return parts[1] if parts[0] == "words" else ""


def _like(draft: KitDraft, place: Place, model: Any, rows: Sequence[Any]) -> tuple[str, Any]:
    """A row like another one, and its id."""
    language = _language(place.file)
    if language:
        return "", _to_write(
            model, str(next(key for key in reversed(place.path) if isinstance(key, str))), language
        )
    if not isinstance(model, Mapping):
        ident = name_of(draft, place, model)
        new = next_ident(ident, _taken(draft, place, rows)) if ident else ""
        return new, new or model
    row = dict(model)
    key, ident = ident_key(row), ident_of(row)
    if key:
        row[key] = ident = next_ident(ident, _taken(draft, place, rows))
    if isinstance(row.get("part"), str):
        row["part"] = next_ident(row["part"], [str(one.get("part", "")) for one in rows])
    if isinstance(row.get("facts"), list):
        row["facts"] = []
    if isinstance(row.get("size"), int) and isinstance(row.get("players"), list):
        row["size"] = max(one["size"] for one in rows) + 1
        row["players"] = [*row["players"], *([[]] * (row["size"] - len(row["players"])))]
    return ident, row


def _taken(draft: KitDraft, place: Place, rows: Sequence[Any]) -> frozenset[str]:
    """Ids that a new row may not have; those of cards are the kit’s."""
    found = {name_of(draft, place, one) for one in rows}
    if words_of_names(draft, place):
        found |= {key for table in twins_of(draft, place).tables for key in draft.value(table, {})}
    if place.path == ("cards",):
        for name in draft.files:
            if layer_of(name)[1].startswith("puzzles/"):
                found |= {ident_of(one) for one in draft.tree(name).get("cards", ())}
    return frozenset(found)


def _to_write(model: Any, key: str, language: str) -> Any:
    """Words like these in which each text says what is to be written."""
    if isinstance(model, Mapping):
        return {
            name: value if name in _AS_THEY_ARE else _to_write(value, name, language)
            for name, value in model.items()
        }
    if isinstance(model, list):
        if model and all(isinstance(one, str) for one in model) and key != "rows":
            return [_to_write(model[0], key, language)]
        return [_to_write(one, key, language) for one in model]
    if isinstance(model, str):
        return unwritten(key_label(key, spoken(language)))
    return model


def _words_come(draft: KitDraft, place: Place, number: int, ident: str) -> Values:
    """The words of a new row: like those of the row before it, or of the first that has any."""
    twins, rows = twins_of(draft, place), draft.value(place, [])
    values: Values = []
    for one in twins.lists:
        words = list(draft.value(one))
        words.insert(number + 1, _to_write(words[number], str(one.path[-1]), _language(one.file)))
        values.append((one, words))
    before = name_of(draft, place, rows[number]) if number >= 0 else ""
    for one in twins.tables if ident else ():
        table = draft.value(one)
        model = table.get(before, next(iter(table.values()), ""))
        key = str(one.path[-1])
        words = _to_write(model, key, _language(one.file))
        if isinstance(words, dict) and isinstance(words.get("facts"), dict):
            words["facts"] = {}
        values.append((Place(file=one.file, path=(*one.path, ident)), words))
    names = words_of_names(draft, place)
    if ident and names:
        there = {one.file for one in twins.tables}
        lacking = [file for file in words_beside(draft, place.file) if file not in there]
        values += [
            (Place(file=file, path=(*names, ident)), _to_write("", str(names[-1]), _language(file)))
            for file in lacking
        ]
    elif ident and not twins.tables and place.path in FIRST_WORDS:
        path, words = FIRST_WORDS[place.path]
        for file in words_beside(draft, place.file):
            made = _to_write(words, path, _language(file))
            values.append((Place(file=file, path=(path, ident)), made))
    return values


FIRST_WORDS: Mapping[tuple[str | int, ...], tuple[str, Any]] = {
    ("cards",): ("cards", {"title": ""}),
    ("searches",): ("searches", {"say": "", "name": "", "where": ""}),
    ("given",): ("given", [""]),
    ("alarms",): ("script", ""),
}
"""Lists of structure whose rows need words, with the table that these stand in and what they are."""


def _words_go(draft: KitDraft, tables: Sequence[Place], ident: str) -> Values:
    values: Values = []
    for one in tables:
        table = draft.value(one, {})
        if ident in table:
            is_last = len(table) == 1
            values.append((one if is_last else Place(file=one.file, path=(*one.path, ident)), GONE))
    return values


def _without(rows: Any, number: int) -> list[Any]:
    return [one for place, one in enumerate(rows) if place != number]


def _values_without(draft: KitDraft, place: Place, rows: list[Any], ident: str) -> Values:
    """The list without its row, and other lists of the same file that named it."""
    values: Values = [(place, rows)]
    if not ident:
        return values
    inside = place.path[0]
    for key, value in draft.tree(place.file).items():
        if key != inside:
            new = _unnamed(value, ident)
            if new != value:
                values.append((Place(file=place.file, path=(key,)), new))
        elif len(place.path) > 1 and isinstance(value, Mapping):
            for name, inner in value.items():
                new = _unnamed(inner, ident)
                if name != place.path[1] and new != inner:
                    values.append((Place(file=place.file, path=(key, name)), new))
    return values


def _unnamed(data: Any, ident: str) -> Any:
    """`data` whose lists of ids do not name one any more."""
    if isinstance(data, Mapping):
        return {key: _unnamed(value, ident) for key, value in data.items()}
    if isinstance(data, list):
        return [_unnamed(one, ident) for one in data if one != ident]
    return data


def _overlays_without(draft: KitDraft, place: Place, ident: str) -> Values:
    """What other versions of the kit say of a row that goes."""
    values: Values = []
    for name in draft.files:
        folder, inner = layer_of(name)
        if not folder or inner != place.file:
            continue
        there = Place(file=name, path=place.path)
        rows = draft.value(there)
        if isinstance(rows, list) and ident in map(ident_of, rows):
            kept = [one for one in rows if ident_of(one) != ident]
            values.append((there, kept or GONE))
    for file in words_beside(draft, place.file):
        for name in draft.files:
            folder, inner = layer_of(name)
            if folder and inner == file:
                tables = [Place(file=name, path=one.path) for one in _tables_like(draft, place, file)]
                values += _words_go(draft, tables, ident)
    return values


def _tables_like(draft: KitDraft, place: Place, file: str) -> tuple[Place, ...]:
    twins: Twins = twins_of(draft, place)
    return tuple(one for one in twins.tables if one.file == file)


def _files_of(draft: KitDraft, place: Place, ident: str) -> tuple[str, ...]:
    """The overlays of a length or a sector that goes."""
    folder = f"{place.path[0]}/{ident}/"
    if place.file != "kit.toml" or place.path not in (("variants",), ("sectors",)):
        return ()
    return tuple(name for name in draft.files if name.startswith(folder) or f"/{folder}" in name)
