"""Puzzles come and go: each mechanism begins with an example that works, and nothing names what has gone."""

import re

import pytest

from kit_app.assets import resources_dir
from kit_app.content.check import check_kit
from kit_app.content.files import read_folder
from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.mechanism_words import mechanism_choices
from kit_app.services.workshop.mentions import mention_sentence, mentions
from kit_app.services.workshop.preview import first_problems
from kit_app.services.workshop.puzzle_acts import add_puzzle, duplicate_puzzle, remove_puzzle
from kit_app.services.workshop.shape import puzzle_ids
from kit_app.services.workshop.steps import steps_of

EN = Catalogue("en")
SKELETON = read_folder(resources_dir() / "skeleton")


def written(draft: KitDraft) -> dict[str, bytes]:
    """The kit once somebody wrote all that is to be written."""
    files = {
        name: re.sub(rb"\[\[([^]\n]+)\]\](?=\")", rb"\1", content) for name, content in draft.files.items()
    }
    for name, content in files.items():
        if name.startswith("words/"):
            text = content.decode()
            stem = re.sub(r"\W", " ", name)
            text = re.sub(r'^(\w+) = ""$', rf'\1 = "{stem} \1"', text, flags=re.MULTILINE)
            files[name] = text.encode()
    return files


@pytest.mark.parametrize("mechanism", sorted(MECHANISMS))
def test_a_new_puzzle_says_what_to_write_and_works_once_that_is_written(mechanism: str) -> None:
    draft = KitDraft("own-kit", SKELETON)
    before = {(one.file, one.key) for one in first_problems(draft.files)}
    assert add_puzzle(draft, mechanism) == "P4"
    assert puzzle_ids(draft) == ("P1", "P2", "P4", "P3")
    new = [one for one in first_problems(draft.files) if (one.file, one.key) not in before]
    assert {one.message for one in new} == {"To write: {wanted}."}
    assert {one.file for one in new} == {"words/fr/P4.toml", "words/en/P4.toml"}
    assert steps_of(draft, EN)[3].missing
    left = [one for one in check_kit(written(draft)) if "P4" in one.file]
    assert left == []
    draft.undo()
    assert draft.whole == SKELETON


def test_every_mechanism_is_offered() -> None:
    assert {name for name, _title, _words in mechanism_choices(EN)} == set(MECHANISMS)


def test_a_copy_has_its_own_ids_and_gets_what_the_other_gets() -> None:
    files = read_folder(resources_dir() / "kits" / "sant-escape")
    draft = KitDraft("copy", files)
    assert duplicate_puzzle(draft, "P2") == "P13"
    assert draft.value(Place(file="puzzles/P13.toml", path=("cards", 0, "id"))) == "P13-C1"
    assert draft.value(Place(file="words/en/P13.toml", path=("title",))).endswith("(copy)")
    assert "{P2." not in draft.files["words/fr/P13.toml"].decode()
    assert b"# Where to search" in draft.files["puzzles/P13.toml"]
    assert any(name.startswith("sectors/telework/") and name.endswith("/P13.toml") for name in draft.files)
    changed = {name for name in files if draft.files[name] != files[name]}
    assert changed == {"kit.toml", "puzzles/P1.toml"}
    problems = [one for one in first_problems(draft.files) if "P13" not in one.file]
    assert problems == []
    draft.undo()
    assert draft.whole == files


def test_what_names_a_puzzle_is_told_and_goes_with_it() -> None:
    draft = KitDraft("own-kit", SKELETON)
    found = mentions(draft, "P2")
    assert [mention_sentence(draft, one, EN) for one in found] == [
        "The kit · 20 · Length · Puzzles",
        "The kit · A2 · Envelope · Opens after",
        "P3 · Opens after",
    ]
    remove_puzzle(draft, "P2", with_mentions=True)
    assert mentions(draft, "P2") == ()
    assert draft.value(Place(file="puzzles/P3.toml", path=("needs",))) == ["P1"]
    assert puzzle_ids(draft) == ("P1", "P3")
    assert not any("P2" in str(one) for one in first_problems(draft.files))
    draft.undo()
    assert draft.whole == SKELETON


def test_the_finale_and_everything_around_it_can_go() -> None:
    files = read_folder(resources_dir() / "kits" / "sant-escape")
    draft = KitDraft("copy", files)
    for puzzle in ("P10", "P12"):
        remove_puzzle(draft, puzzle, with_mentions=True)
        assert [one for one in mentions(draft, puzzle) if not one.is_text] == []
    assert draft.value(Place(file="kit.toml", path=("variants", 0, "finale"))) != "P12"
    unknown = [one for one in first_problems(draft.files) if one.values.get("name") in ("P10", "P12")]
    assert unknown == []
    assert draft.files["kit.toml"].decode().splitlines()[0] == files["kit.toml"].decode().splitlines()[0]


def test_a_puzzle_alone_leaves_its_mentions_to_be_found() -> None:
    draft = KitDraft("own-kit", SKELETON)
    remove_puzzle(draft, "P2", with_mentions=False)
    assert len(mentions(draft, "P2")) >= 3
    assert any(one.values.get("name") == "P2" for one in first_problems(draft.files))
