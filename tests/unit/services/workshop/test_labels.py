"""Authors read words, not keys: every key of the format and of the mechanisms has a label."""

import re
from functools import cache

import pytest

from kit_app.assets import resources_dir
from kit_app.content.draft import Head
from kit_app.content.files import read_folder
from kit_app.content.papers import BLOCKS
from kit_app.domain.kit import KitWords, Puzzle, PuzzleWords
from kit_app.domain.papers import WORDS_OF, PaperSpec
from kit_app.i18n import Catalogue, load
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.workshop.forms import fields_of
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import is_labelled
from kit_app.services.workshop.outline import Outline
from tests.unit.content.test_kit_format_document import keys

MODELS = (Head, Puzzle, KitWords, PuzzleWords, PaperSpec, *WORDS_OF.values(), *BLOCKS.values())


@cache
def spoken(language: str) -> Catalogue:
    return load(resources_dir() / "i18n", language)


def test_every_key_has_words() -> None:
    of_mechanisms = [model for one in MECHANISMS.values() for model in (one.parameters, one.words)]
    wanted = {key for model in (*MODELS, *of_mechanisms) for key in keys(model)}
    assert sorted(key for key in wanted if not is_labelled(key)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_form_of_a_puzzle_shows_an_identifier(language: str) -> None:
    draft = KitDraft("copy", read_folder(resources_dir() / "kits" / "bon-bracelet"))
    outline = Outline(draft, spoken(language))
    shown = {
        part
        for section in ("about", "puzzles", "cards", "hints", "graph", "texts")
        for thing in outline.things(section)
        if thing.ident != "names"
        for field in fields_of(outline.groups(section, thing.ident))
        for part in (
            *field.label.split(" · "),
            *(word for row in field.rows for word in row.title.split(" · ")),
        )
    }
    assert sorted(part for part in shown if re.fullmatch(r"[a-z]+([_-][a-z0-9]+)*", part)) == []
