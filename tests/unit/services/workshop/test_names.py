"""Names in lists come and go with their words in both languages, and with what is kept under them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.content.layers import layer_of
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import Adding, Row
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.outline import SECTIONS, Outline
from kit_app.services.workshop.rows import add_row, move_row, next_ident, remove_row

FILES = {name: read_folder(resources_dir() / "kits" / name) for name in ("sant-escape", "bon-bracelet")}
LANGUAGES = ("fr", "en")
NO_FORM = {"training.toml", "ready.toml", "spots.toml"}
"""Files whose values have no form at all."""
WHOLE = {"languages", "sectors"}
"""Lists of kit.toml for each of whose rows a kit has folders."""


@pytest.fixture
def draft() -> KitDraft:
    return KitDraft("copy", FILES["sant-escape"])


def words(draft: KitDraft, stem: str, *path: str | int) -> list[Any]:
    return [draft.value(Place(file=f"words/{one}/{stem}.toml", path=path)) for one in LANGUAGES]


def at(file: str, *path: str | int) -> tuple[Place]:
    return (Place(file=file, path=path),)


def role(draft: KitDraft, ident: str) -> tuple[Place]:
    roles = draft.value(Place(file="kit.toml", path=("roles",)))
    return at("kit.toml", "roles", [one["id"] for one in roles].index(ident), "facts")


def test_a_fact_of_a_role_comes_with_its_words_and_goes_with_them(draft: KitDraft) -> None:
    before, facts = draft.whole, role(draft, "R1")
    add_row(draft, facts, 1)
    assert draft.value(facts[0]) == ["R1a", "R1b", "R1c"]
    for text in words(draft, "kit", "roles", "R1", "facts", "R1c"):
        assert text.startswith("[[")
    assert b"# The draws that make the game" in draft.files["kit.toml"]
    draft.undo()
    assert draft.whole == before
    remove_row(draft, facts, 0)
    assert draft.value(facts[0]) == ["R1b"]
    assert words(draft, "kit", "roles", "R1", "facts", "R1a") == [None, None]
    named = [one for name in draft.files if "puzzles/" in name for one in draft.tree(name).get("facts", ())]
    assert "R1a" not in named and "R1b" in named
    draft.undo()
    assert draft.whole == before
    assert not draft.can_undo


def test_a_role_that_knew_nothing_gets_its_first_fact(draft: KitDraft) -> None:
    facts = role(draft, "R6")
    add_row(draft, facts, -1, "R6a")
    assert draft.value(facts[0]) == ["R6a"]
    assert all(text.startswith("[[") for text in words(draft, "kit", "roles", "R6", "facts", "R6a"))
    remove_row(draft, facts, 0)
    assert draft.value(facts[0]) == []
    assert words(draft, "kit", "roles", "R6", "facts") == [None, None]


def test_a_card_to_be_ordered_goes_with_its_words_its_picture_and_its_rules(draft: KitDraft) -> None:
    before, steps = draft.whole, at("puzzles/P12.toml", "parameters", "steps")
    assert draft.value(steps[0])[0] == "S"
    remove_row(draft, steps, 0)
    parameters = draft.tree("puzzles/P12.toml")["parameters"]
    assert "S" not in parameters["steps"] and "S" not in parameters["pictures"]
    assert parameters["constraints"]
    assert not any("S" in (one.get("card"), one.get("other")) for one in parameters["constraints"])
    assert words(draft, "P12", "clues", "cards", "S") == [None, None]
    draft.undo()
    add_row(draft, steps, 5)
    new = draft.value(steps[0])[6]
    assert new not in [*draft.value(at("puzzles/P12.toml", "parameters", "decoys")[0]), *"SIGNAL"]
    assert draft.tree("puzzles/P12.toml")["parameters"]["pictures"][new] == "images/step-report.svg"
    assert all(text.startswith("[[") for text in words(draft, "P12", "clues", "cards", new))
    draft.undo()
    assert draft.whole == before


@pytest.mark.parametrize(
    ("file", "path", "said"),
    [
        ("kit.toml", ("draw", "month"), ("draw", "month")),
        ("puzzles/P6.toml", ("parameters", "questions", 1, "replies"), ("clues", "questions", 1, "replies")),
        ("puzzles/P5.toml", ("parameters", "posts"), ("clues", "posts")),
        ("puzzles/X2.toml", ("parameters", "phases", 0, "cards"), ("clues", "cards")),
    ],
)
def test_names_of_every_sort_come_go_and_move_in_one_step(draft: KitDraft, file, path, said) -> None:
    before, lists = draft.whole, at(file, *path)
    stem = file.removeprefix("puzzles/").removesuffix(".toml")
    names = list(draft.value(lists[0]))
    add_row(draft, lists, 0)
    new = draft.value(lists[0])[1]
    assert draft.value(lists[0]) == [names[0], new, *names[1:]]
    assert all(found is not None and "[[" in str(found) for found in words(draft, stem, *said, new))
    remove_row(draft, lists, 1)
    assert [draft.tree(name) for name in (file, f"words/fr/{stem}.toml")] == [
        KitDraft("copy", before).tree(name) for name in (file, f"words/fr/{stem}.toml")
    ]
    draft.undo()
    move_row(draft, lists, 1, is_up=True)
    assert draft.value(lists[0])[:2] == [new, names[0]]
    for _ in range(2):
        draft.undo()
    assert draft.whole == before
    assert not draft.can_undo


def test_a_sentence_of_the_script_comes_and_goes_in_both_languages(draft: KitDraft) -> None:
    before = draft.whole
    tables = tuple(Place(file=f"words/{one}/kit.toml", path=("script",)) for one in LANGUAGES)
    add_row(draft, tables, 0)
    assert all(text.startswith("[[") for text in words(draft, "kit", "script", "sentence-1"))
    add_row(draft, tables, 0)
    assert None not in words(draft, "kit", "script", "sentence-2")
    draft.undo()
    draft.undo()
    assert draft.whole == before
    number = list(draft.value(tables[0])).index("outside")
    remove_row(draft, tables, number)
    assert words(draft, "kit", "script", "outside") == [None, None]
    draft.undo()
    assert draft.whole == before


def test_letters_go_on_behind_figures() -> None:
    assert next_ident("R1a", {"R1a", "R1b"}) == "R1c"
    assert next_ident("R1a", set()) == "R1a"


@pytest.mark.parametrize("kit", FILES)
def test_rows_of_every_list_can_come_and_go(kit: str) -> None:
    draft = KitDraft("copy", FILES[kit])
    outline = Outline(draft, Catalogue("en"))
    offered: set[tuple[str, tuple[str | int, ...]]] = set()
    for section in SECTIONS:
        for thing in outline.things(section):
            rows: list[Row | Adding] = [thing.row] if thing.row else []
            for group in outline.groups(section, thing.ident):
                rows += [*group.adds, *(row for field in group.fields for row in field.rows)]
                for field in group.fields:
                    if field.kind in ("lines", "ticks", "pairs", "grid"):
                        offered |= {(one.file, one.path) for one in field.places}
            offered |= {(one.file, one.path) for row in rows for one in row.lists}
    lacking = {
        (name, path)
        for name in draft.files
        if name.endswith(".toml") and name.rpartition("/")[2] not in NO_FORM and not layer_of(name)[0]
        for path in lists_in(draft.tree(name), ())
        if (name, path) not in offered
        and path[0] not in WHOLE
        and path != ("hints",)  # always three
        and not re.search(r"windows", str(path))  # a grid, line by line
    }
    assert lacking == set()


def lists_in(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, list):
        yield path
        for number, one in enumerate(data):
            yield from lists_in(one, (*path, number))
    elif isinstance(data, dict):
        for key, one in data.items():
            yield from lists_in(one, (*path, key))
