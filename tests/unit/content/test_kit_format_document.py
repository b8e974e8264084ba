"""The document of the kit format names every key that a kit may have."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from kit_app.content.draft import Head
from kit_app.content.papers import BLOCKS
from kit_app.domain.kit import KIT_FORMAT, KitWords, Puzzle, PuzzleWords
from kit_app.domain.papers import WORDS_OF, PaperSpec
from kit_app.domain.references import ContactSpec, Fact, FactWords, RoomCheck, RoomCheckWords, Topic
from kit_app.domain.spots import Spot, SpotWords
from kit_app.domain.training import Lesson, LessonWords, ReadyCheck
from kit_app.mechanisms.table import MECHANISMS

DOCUMENT = (Path(__file__).parents[3] / "docs" / "kit-format.md").read_text(encoding="utf-8")
PROSE = re.sub(r"^```.*?^```", "", DOCUMENT, flags=re.DOTALL | re.MULTILINE)


def keys(model: Any) -> Iterator[str]:
    for one in fields(model):
        yield one.name
        yield from keys_within(get_type_hints(model)[one.name])


def keys_within(kind: Any) -> Iterator[str]:
    if is_dataclass(kind):
        yield from keys(kind)
    for argument in get_args(kind):
        yield from keys_within(argument)


def test_every_key_is_in_the_document() -> None:
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`", PROSE))))
    wanted = {key for model in (Head, Puzzle, KitWords, PuzzleWords) for key in keys(model)}
    assert sorted(wanted - named) == []


def test_every_key_of_papers_and_of_what_they_quote_is_in_the_document() -> None:
    part = PROSE[PROSE.index("## Papers") : PROSE.index("## Places in texts")]
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`", part))))
    quoted = (ContactSpec, Fact, FactWords, RoomCheck, RoomCheckWords, Topic, Spot, SpotWords)
    taught = (Lesson, LessonWords, ReadyCheck)
    models = (PaperSpec, *WORDS_OF.values(), *BLOCKS.values(), *quoted, *taught)
    wanted = {key for model in models for key in keys(model)} - {"start", "end"} | {"from", "to"}
    assert sorted(wanted - named) == []


def test_every_mechanism_and_its_keys_are_in_the_document() -> None:
    parts = dict(re.findall(r"^### `([a-z-]+)`: (.*?)(?=^### |\Z)", PROSE, re.DOTALL | re.MULTILINE))
    assert sorted(parts) == sorted(MECHANISMS)
    lacking = {}
    for name, mechanism in MECHANISMS.items():
        named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`", parts[name]))))
        wanted = {*keys(mechanism.parameters), *keys(mechanism.words)}
        if wanted - named:
            lacking[name] = sorted(wanted - named)
    assert lacking == {}


def test_the_document_is_of_this_format() -> None:
    assert DOCUMENT.startswith(f"# The format of a kit, version {KIT_FORMAT}\n")
