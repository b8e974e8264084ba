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
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.labels import is_labelled
from kit_app.services.workshop.outline import SECTIONS, Outline
from tests.unit.content.test_kit_format_document import keys

MODELS = (Head, Puzzle, KitWords, PuzzleWords, PaperSpec, *WORDS_OF.values(), *BLOCKS.values())


KEY = re.compile(r"\{?[a-z]+([_-][a-z0-9]+)+\}?|[a-z]+[A-Z][a-z]+")
"""What no person calls a thing: words with lines between them."""


@cache
def spoken(language: str) -> Catalogue:
    return load(resources_dir() / "i18n", language)


def test_every_key_has_words() -> None:
    of_mechanisms = [model for one in MECHANISMS.values() for model in (one.parameters, one.words)]
    wanted = {key for model in (*MODELS, *of_mechanisms) for key in keys(model)}
    assert sorted(key for key in wanted if not is_labelled(key)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kit", ["sant-escape", "bon-bracelet"])
def test_no_form_shows_a_key_as_its_label(kit: str, language: str) -> None:
    draft = KitDraft("copy", read_folder(resources_dir() / "kits" / kit))
    outline = Outline(draft, spoken(language))
    shown = {
        (part, section, thing.ident)
        for section in SECTIONS
        for thing in outline.things(section)
        if thing.ident != "names"  # whose keys are what one writes in a text
        for group in outline.groups(section, thing.ident)
        for words in (
            group.title,
            *(adding.label for adding in group.adds),
            *(field.label for field in group.fields),
            *(field.help for field in group.fields),
            *(row.title for field in group.fields for row in field.rows),
            *(words for field in group.fields if field.kind == "choice" for _ident, words in field.options),
        )
        for part in words.split(" · ")
    }
    assert len(shown) > 500
    raw = {one for one in shown if KEY.fullmatch(one[0])}
    assert sorted(raw) == []
