"""Rows of lists come, go and move with their words in every language, each in one step."""

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.domain.kit_document import Place
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.preview import first_problems
from kit_app.services.workshop.rows import add_row, move_row, next_ident, remove_row

SKELETON = read_folder(resources_dir() / "skeleton")
ITEMS = (Place(file="puzzles/P1.toml", path=("parameters", "items")),)
CARDS = (Place(file="puzzles/P2.toml", path=("cards",)),)
ASKED = tuple(Place(file=f"words/{one}/P2.toml", path=("clues", "questions")) for one in ("fr", "en"))


@pytest.fixture
def draft() -> KitDraft:
    return KitDraft("own-kit", SKELETON)


def test_a_row_comes_with_its_words_in_every_language(draft: KitDraft) -> None:
    add_row(draft, ITEMS, 2)
    assert [one["key"] for one in draft.value(ITEMS[0])][2:5] == ["list", "list-2", "badge"]
    for language in ("fr", "en"):
        items = draft.value(Place(file=f"words/{language}/P1.toml", path=("clues", "items")))
        assert items["list-2"].startswith("[[")
    assert draft.files["puzzles/P1.toml"].startswith(b"# Numbered things")
    wanted = [one for one in first_problems(draft.files) if one.message == "To write: {wanted}."]
    assert {one.file for one in wanted} == {"words/fr/P1.toml", "words/en/P1.toml"}
    draft.undo()
    assert draft.whole == SKELETON
    assert not draft.can_undo


def test_a_row_goes_with_its_words(draft: KitDraft) -> None:
    remove_row(draft, ITEMS, 1)
    assert "cupboard" not in [one["key"] for one in draft.value(ITEMS[0])]
    for language in ("fr", "en"):
        assert "cupboard" not in draft.value(Place(file=f"words/{language}/P1.toml", path=("clues", "items")))
    draft.undo()
    assert draft.whole == SKELETON


def test_a_card_has_an_id_of_the_whole_kit_and_words(draft: KitDraft) -> None:
    add_row(draft, CARDS, 4)
    new = draft.value(CARDS[0])[5]
    assert new == {"id": "P02-C6", "part": "result-2", "size": "A6", "place": "A1"}
    for language in ("fr", "en"):
        words = draft.value(Place(file=f"words/{language}/P2.toml", path=("cards", "P02-C6")))
        assert all(text.startswith("[[") for text in words.values())
    remove_row(draft, CARDS, 5)
    assert draft.value(Place(file="words/en/P2.toml", path=("cards", "P02-C6"))) is None
    assert draft.whole == SKELETON


def test_rows_in_the_order_of_the_structure_stay_in_step(draft: KitDraft) -> None:
    parameters = Place(file="puzzles/P2.toml", path=("parameters", "questions"))
    before = [draft.value(one) for one in (parameters, *ASKED)]
    move_row(draft, ASKED, 0, is_up=False)
    for place, rows in zip((parameters, *ASKED), before, strict=True):
        assert draft.value(place) == [rows[1], rows[0], *rows[2:]]
    add_row(draft, ASKED, 3)
    assert [len(draft.value(one)) for one in (parameters, *ASKED)] == [5, 5, 5]
    remove_row(draft, (parameters,), 4)
    move_row(draft, (parameters,), 1, is_up=True)
    assert [draft.value(one) for one in (parameters, *ASKED)] == before


def test_a_role_goes_from_every_team_and_its_words_with_it(draft: KitDraft) -> None:
    remove_row(draft, (Place(file="kit.toml", path=("roles",)),), 1)
    assert "R2" not in str(draft.value(Place(file="kit.toml", path=("distributions",))))
    assert "R2" not in draft.value(Place(file="words/fr/kit.toml", path=("roles",)))
    assert draft.files["kit.toml"].startswith(b"# A kit to begin with")


def test_the_first_row_of_a_list_begins_from_its_template(draft: KitDraft) -> None:
    place = Place(file="puzzles/P1.toml", path=("searches",))
    add_row(draft, (place,), -1, {"id": "search-1", "cards": []})
    assert draft.value(place) == [{"id": "search-1", "cards": []}]
    said = draft.value(Place(file="words/fr/P1.toml", path=("searches", "search-1")))
    assert list(said) == ["say", "name", "where"]
    remove_row(draft, (place,), 0)
    assert draft.value(Place(file="words/fr/P1.toml", path=("searches",))) is None


def test_a_length_goes_with_what_it_says_instead() -> None:
    files = read_folder(resources_dir() / "kits" / "sant-escape")
    draft = KitDraft("copy", files)
    place = Place(file="kit.toml", path=("variants",))
    number = [one["id"] for one in draft.value(place)].index("30")
    remove_row(draft, (place,), number)
    assert not any("variants/30/" in name for name in draft.files)
    assert "30" not in draft.value(Place(file="words/fr/kit.toml", path=("variants",)))
    draft.undo()
    assert draft.whole == files


@pytest.mark.parametrize(
    ("ident", "taken", "new"),
    [
        ("P01-C9", {"P01-C9"}, "P01-C10"),
        ("A1", {"A1", "A2"}, "A3"),
        ("A", {"A", "B"}, "C"),
        ("door", {"door"}, "door-2"),
        ("search-1", set(), "search-1"),
    ],
)
def test_ids_go_on(ident: str, taken: set[str], new: str) -> None:
    assert next_ident(ident, taken) == new


HEADED = "".join(f'# Remark {n}.\n[[rows]]\nid = "r{n}" # end {n}\n\n' for n in range(4))
LINED = (
    "rows = [\n" + "".join(f'    # Remark {n}.\n    {{ id = "r{n}" }}, # end {n}\n' for n in range(4)) + "]\n"
)
acts = st.lists(st.tuples(st.sampled_from(["add", "remove", "up", "down"]), st.integers(0, 9)), max_size=6)


@settings(max_examples=40)
@given(acts, st.sampled_from([HEADED, LINED]))
def test_whatever_is_done_to_rows_their_remarks_go_with_them_and_undo_brings_back(
    steps: list[tuple[str, int]], text: str
) -> None:
    files = {"kit.toml": f"# Head.\n\n{text}\n[last]\nx = 1 # Foot.\n".encode()}
    draft = KitDraft("k", files)
    lists = (Place(file="kit.toml", path=("rows",)),)
    seen = [files]
    for act, wanted in steps:
        rows: list[Mapping[str, Any]] = draft.value(lists[0], [])
        if not rows:
            break
        number = wanted % len(rows)
        before = draft.whole
        if act == "add":
            add_row(draft, lists, number)
        elif act == "remove":
            remove_row(draft, lists, number)
        elif (act == "up" and number > 0) or (act == "down" and number < len(rows) - 1):
            move_row(draft, lists, number, is_up=act == "up")
        if draft.whole != before:
            seen.append(draft.whole)
        content = draft.files["kit.toml"].decode()
        assert content.startswith("# Head.\n")
        assert "# Foot." in content
        for row in tomllib.loads(content).get("rows", ()):
            number = int(row["id"][1:])
            if number < 4 and f"# Remark {number}." in content:
                own = content[content.index(f"# Remark {number}.") :]
                assert own.index(f'"r{number}"') < len("# Remark 0.\n[[rows]]\nid = ") + 9
    while draft.can_undo:
        assert draft.whole == seen.pop()
        draft.undo()
    assert draft.whole == files
