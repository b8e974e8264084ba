"""Values that are one of a few are chosen from a list with words, never typed."""

from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest

from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.domain import bulletin, kit, papers, references
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue, load
from kit_app.mechanisms import classify, identity, ordering, register, two_logs
from kit_app.services.workshop.chosen import WORDS
from kit_app.services.workshop.forms import Field, fields_of
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.outline import Outline

EN = Catalogue("en")
KITS = ("sant-escape", "bon-bracelet")


def drafted(name: str) -> KitDraft:
    return KitDraft("copy", read_folder(resources_dir() / "kits" / name))


def fields(draft: KitDraft, t: Catalogue = EN) -> Iterator[Field]:
    outline = Outline(draft, t)
    for section in outline.sections():
        for thing in outline.things(section):
            yield from fields_of(outline.groups(section, thing.ident))


def field_at(draft: KitDraft, file: str, *path: str | int) -> Field:
    return next(one for one in fields(draft) if Place(file=file, path=path) in one.places)


@pytest.mark.parametrize(
    ("where", "values"),
    [
        (("bulletins", "tlp"), get_args(bulletin.Tlp)),
        (("bulletins", "urgency"), get_args(bulletin.Urgency)),
        (("facts", "status"), get_args(get_type_hints(references.Fact)["status"])),
        (("contacts", "group"), get_args(get_type_hints(references.ContactSpec)["group"])),
        (("roles", "shape"), get_args(kit.RoleShape)),
        (("paths", "shape"), get_args(get_type_hints(kit.Path)["shape"])),
        (("scenes", "moment"), get_args(kit.Moment)),
        (("papers", "per"), get_args(papers.Per)),
        (("papers", "shelf"), get_args(papers.Shelf)),
        (("passages", "way"), get_args(two_logs.Way)),
        (("events", "kind"), get_args(two_logs.Kind)),
        (("signs", "kind"), get_args(classify.Kind)),
        (("records", "change"), get_args(identity.Change)),
        (("constraints", "kind"), get_args(ordering.Kind)),
        (("visits", "title"), get_args(get_type_hints(register.Visit)["title"])),
    ],
)
def test_the_words_are_those_of_the_rules(where, values) -> None:
    assert tuple(WORDS[where]) == values


@pytest.mark.parametrize("name", KITS)
def test_what_stands_in_a_kit_is_among_what_is_offered(name) -> None:
    draft = drafted(name)
    offered = [one for one in fields(draft) if one.options]
    assert len(offered) > 40
    for field in offered:
        value = draft.value(field.places[0])
        listed = value if isinstance(value, list) else [value]
        known = {ident for ident, _words in field.options}
        assert {one for one in listed if one is not None} <= known, field.places


@pytest.mark.parametrize("name", KITS)
def test_pictures_puzzles_and_words_of_the_rules_are_never_typed(name) -> None:
    draft = drafted(name)
    for field in fields(draft):
        value, (place, *_others) = draft.value(field.places[0]), field.places
        if place.file.startswith("words/") or not isinstance(value, str) or field.options:
            continue
        assert not value.startswith("images/"), place
        assert place.path[-1] not in ("puzzle", "give"), place


def test_a_person_of_a_log_is_chosen_by_name() -> None:
    field = field_at(drafted("sant-escape"), "puzzles/P8.toml", "parameters", "events", 0, "person")
    assert field.kind == "choice"
    assert dict(field.options)["roussel"] == "A. Roussel"


def test_puzzles_that_silence_an_alarm_are_ticked() -> None:
    field = field_at(drafted("sant-escape"), "kit.toml", "alarms", 0, "unless_solved")
    assert field.kind == "ticks"
    assert dict(field.options)["P2"].startswith("P2 · ")


def test_a_value_that_the_rules_do_not_know_stays_a_line_that_can_be_mended() -> None:
    draft = drafted("sant-escape")
    at = Place(file="contacts.toml", path=("contacts", 0, "group"))
    draft.set(at, "somewhere")
    assert field_at(draft, "contacts.toml", "contacts", 0, "group").kind == "line"


def test_the_words_are_french_in_french() -> None:
    draft, t = drafted("sant-escape"), load(resources_dir() / "i18n", "fr")
    field = next(
        one
        for one in fields(draft, t)
        if Place(file="contacts.toml", path=("contacts", 0, "group")) in one.places
    )
    assert dict(field.options)["inside"] == "dans l’établissement"
