"""Values of which only some are possible are chosen by readable names, in every kit of ours."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from kit_app.assets import resources_dir
from kit_app.content.check import checked_kit
from kit_app.content.files import read_folder
from kit_app.content.quoted import REFERENCES
from kit_app.domain.kit_document import Place
from kit_app.domain.papers import PaperSpec
from kit_app.i18n import Catalogue, load
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.workshop.card_parts import card_parts
from kit_app.services.workshop.forms import Field, fields_of
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.kit_fields import DATA_FILES
from kit_app.services.workshop.outline import SECTIONS, Outline
from kit_app.services.workshop.shape import puzzle_ids
from kit_app.services.workshop.value_words import is_worded, value_label
from tests.unit.services.workshop.test_labels import MODELS

FOLDERS = {
    "sant-escape": resources_dir() / "kits" / "sant-escape",
    "bon-bracelet": resources_dir() / "kits" / "bon-bracelet",
    "skeleton": resources_dir() / "skeleton",
}
CHOSEN = ("choice", "figure", "ticks", "suggest", "fixed")
FREE = {
    *("version", "licence", "set_id", "unit", "notch", "prefix", "place", "stem", "initial", "badge", "room"),
    *("shaded", "posts", "replies", "steps", "decoys", "parts", "month", "letter", "options"),
}
"""Keys of texts that look like ids and may be anything."""


@cache
def draft_of(kit: str) -> KitDraft:
    return KitDraft("copy", read_folder(FOLDERS[kit]))


@cache
def every_field(kit: str) -> tuple[Field, ...]:
    outline = Outline(draft_of(kit), Catalogue("en"))
    return tuple(
        field
        for section in SECTIONS
        for thing in outline.things(section)
        for field in fields_of(outline.groups(section, thing.ident))
    )


def field_at(kit: str, file: str, *path: str | int) -> Field:
    place = Place(file=file, path=path)
    return next(one for one in every_field(kit) if place in one.places)


def named(model: Any, name: str = "") -> Iterator[tuple[str, str | int]]:
    """Each value that the format names, with its key."""
    if get_origin(model) is Literal:
        yield from ((name, one) for one in get_args(model))
    elif is_dataclass(model):
        for key, kind in get_type_hints(model).items():
            if key in {one.name for one in fields(model)}:
                yield from named(kind, key)
    else:
        for inner in get_args(model):
            yield from named(inner, name)


def test_every_value_that_the_format_names_has_words_in_french() -> None:
    french = load(resources_dir() / "i18n", "fr")
    of_mechanisms = [model for one in MECHANISMS.values() for model in (one.parameters, one.words)]
    of_data = [model for stem in DATA_FILES for model in REFERENCES[stem]]
    of_papers = set(get_args(get_type_hints(PaperSpec)["kind"]))  # which is never another one
    every = {one for model in (*MODELS, *of_mechanisms, *of_data) for one in named(model)}
    found = {one for one in every if not (one[0] == "kind" and one[1] in of_papers)}
    assert len(found) > 100
    assert sorted(one for one in found if not is_worded(*one)) == []
    raw = {one for one in found if re.fullmatch(r"[a-z]+(-[a-z]+)*", value_label(*one, french))}
    assert raw == set()


@pytest.mark.parametrize("kit", FOLDERS)
def test_what_names_another_thing_of_the_kit_is_not_typed(kit: str) -> None:
    draft = draft_of(kit)
    ids = (
        {str(value) for name in draft.files if name.endswith(".toml") for value in ids_in(draft.tree(name))}
        | {name.removeprefix("images/") for name in draft.files}
        | set(draft.files)
    )
    typed = {
        (".".join("#" if isinstance(key, int) else key for key in place.path), str(one))
        for field in every_field(kit)
        if field.kind not in CHOSEN
        for place in field.places[:1]
        if "words/" not in place.file and place.path[0] != "example"
        for value in [draft.value(place)]
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, str) and one in ids and place.path[-1] not in FREE
    }
    assert sorted(typed) == []


def ids_in(data: Any) -> Iterator[Any]:
    """What stands under keys that name a row."""
    if isinstance(data, dict):
        yield from (data[key] for key in ("id", "key", "letter", "subject") if key in data)
        for value in data.values():
            yield from ids_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from ids_in(value)


@pytest.mark.parametrize("kit", FOLDERS)
def test_what_stands_in_a_kit_can_be_chosen_in_it(kit: str) -> None:
    draft = draft_of(kit)
    lost = [
        (place, value)
        for field in every_field(kit)
        if field.kind in ("choice", "figure", "ticks", "fixed")
        for place in field.places
        for value in [draft.value(place)]
        for one in (value if isinstance(value, list) else [value] if value is not None else [])
        if str(one) not in dict(field.options)
    ]
    assert lost == []
    gone = [one for one in every_field(kit) if "no longer there" in str(one.options)]
    assert gone == []


@pytest.mark.parametrize("kit", ["sant-escape", "bon-bracelet"])
def test_the_parts_of_a_card_are_those_that_its_mechanism_makes(kit: str) -> None:
    draft = draft_of(kit)
    whole = checked_kit(draft.files)[1]
    assert whole is not None
    for puzzle in whole.puzzles:
        known = {
            one for one, _words in card_parts(draft, puzzle.id, f"words/en/{puzzle.id}.toml", Catalogue("en"))
        }
        assert {card.part for card in puzzle.cards} <= known, puzzle.id
    assert set(puzzle_ids(draft)) == {one.id for one in whole.puzzles}


def test_names_are_readable() -> None:
    sender = field_at("sant-escape", "puzzles/P7.toml", "parameters", "messages", 0, "sender")
    assert sender.kind == "suggest"
    assert "facturation@{supplier_domain}" in dict(sender.options)
    sign = field_at("sant-escape", "puzzles/P7.toml", "parameters", "messages", 0, "sign")
    assert dict(sign.options)["lookalike"] == "look-alike address"
    person = field_at("sant-escape", "puzzles/P8.toml", "parameters", "passages", 0, "person")
    assert dict(person.options)["roussel"] == "A. Roussel"
    part = field_at("sant-escape", "puzzles/P8.toml", "cards", 1, "part")
    assert dict(part.options)["doors"] == "The door log"
    look = field_at("sant-escape", "puzzles/P4.toml", "parameters", "looks", "menu")
    assert look.label.endswith("Canteen menu")


def test_what_is_no_longer_there_is_told_and_stays_until_another_is_chosen() -> None:
    draft = KitDraft("copy", draft_of("sant-escape").files)
    place = Place(file="puzzles/P1.toml", path=("parameters", "visits", 0, "reason"))
    draft.set(place, "parade")
    groups = Outline(draft, Catalogue("en")).groups("puzzles", "P1")
    field = next(one for one in fields_of(groups) if place in one.places)
    assert field.options[-1] == ("parade", "parade (no longer there)")


def test_puzzles_that_silence_an_alarm_are_ticked() -> None:
    field = field_at("sant-escape", "kit.toml", "alarms", 0, "unless_solved")
    assert field.kind == "ticks"
    assert dict(field.options)["P2"].startswith("P2 · ")


def test_the_words_are_french_in_french() -> None:
    outline = Outline(draft_of("sant-escape"), load(resources_dir() / "i18n", "fr"))
    place = Place(file="contacts.toml", path=("contacts", 0, "group"))
    field = next(one for one in fields_of(outline.groups("texts", "data/contacts")) if place in one.places)
    assert dict(field.options)["inside"] == "Dans l’établissement"
