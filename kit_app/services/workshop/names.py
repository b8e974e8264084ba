"""What stands beside a list of names in the structure of a kit, and comes and goes with one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit_app.content.layers import layer_of
from kit_app.domain.kit_document import Place
from kit_app.services.workshop.kit_draft import GONE, KitDraft
from kit_app.services.workshop.twins import words_of_names

Values = list[tuple[Place, Any]]


def names_come(draft: KitDraft, place: Place, before: Any, ident: str) -> Values:
    """What a new name has beside its list: what the name before it has, such as a picture."""
    if not words_of_names(draft, place) or not isinstance(before, str):
        return []
    return [
        (Place(file=place.file, path=("parameters", key, ident)), table[before])
        for key, table in draft.value(Place(file=place.file, path=("parameters",)), {}).items()
        if isinstance(table, Mapping) and before in table
    ]


def names_go(draft: KitDraft, place: Place, ident: str) -> Values:
    """What goes with a name: what is kept under it, rows of rules about it, and where puzzles name a fact."""
    if not words_of_names(draft, place):
        return []
    values: Values = []
    for key, value in draft.value(Place(file=place.file, path=("parameters",)), {}).items():
        at = Place(file=place.file, path=("parameters", key))
        if isinstance(value, Mapping) and ident in value:
            values.append((Place(file=at.file, path=(*at.path, ident)), GONE))
        elif isinstance(value, list) and any(_is_about(one, ident) for one in value):
            values.append((at, [one for one in value if not _is_about(one, ident)]))
    return values + _facts_go(draft, place, ident)


def _is_about(row: Any, ident: str) -> bool:
    return isinstance(row, Mapping) and ident in (row.get("card"), row.get("other"))


def _facts_go(draft: KitDraft, place: Place, ident: str) -> Values:
    if place.path[-1] != "facts":
        return []
    values: Values = []
    for name in draft.files:
        facts = draft.tree(name).get("facts") if layer_of(name)[1].startswith("puzzles/") else None
        if isinstance(facts, list) and ident in facts:
            values.append((Place(file=name, path=("facts",)), [one for one in facts if one != ident]))
    return values
