"""What a key of a draft’s files may hold, as the format says it: the annotation that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import PurePosixPath
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kit_app.content.draft import HEAD, Head
from kit_app.content.layers import layer_of
from kit_app.content.papers import BLOCKS
from kit_app.content.quoted import REFERENCES
from kit_app.domain.kit import KitWords, Puzzle, PuzzleWords
from kit_app.domain.kit_document import Place
from kit_app.domain.papers import WORDS_OF, PaperSpec
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.workshop.kit_draft import KitDraft


def named_values(draft: KitDraft, place: Place) -> tuple[str, tuple[str | int, ...]]:
    """The key of the format that stands at a place, and the values that it may have and no others.

    No values: it may be anything of its type, or the format does not know it.
    """
    name, model = _reader(draft, place)
    return name, get_args(model) if get_origin(model) is Literal else ()


def spare_keys(draft: KitDraft, place: Place) -> Mapping[str, Any]:
    """The keys that a table at a place may do without, with what they then are; none that are then on."""
    model = _reader(draft, place)[1]
    if not isinstance(model, type) or not is_dataclass(model):
        return {}
    usual = {one.name: one.default for one in fields(model)}
    return {key: value for key, value in usual.items() if isinstance(value, _PLAIN) and value is not True}


def _reader(draft: KitDraft, place: Place) -> tuple[str, Any]:
    """The last key of the format on the way to a place, and what reads what stands there."""
    inner = layer_of(place.file)[1]
    model: Any = _model(draft, inner)
    name = ""
    for depth, key in enumerate(place.path):
        model = _bare(model)
        if isinstance(key, int):
            model = next(iter(get_args(model)), None)
        elif get_origin(model) in _TABLES:
            model = get_args(model)[1]
        elif model is Puzzle and key == "parameters" or model is PuzzleWords and key == "clues":
            name, model = key, _of_mechanism(draft, inner, key)
        else:
            around = Place(file=place.file, path=place.path[:depth])
            name, model = key, _hints(_block(draft, model, around)).get(key)
    return name, _bare(model)


_TABLES = (Mapping, dict)
_PLAIN = (bool, int, float, str, tuple)


def _tables_in(model: Any) -> Iterator[str]:
    """The keys of a model, and of those in it, whose own keys the author chooses."""
    if is_dataclass(model):
        for key, kind in get_type_hints(model).items():
            bare = _bare(kind)
            if get_origin(bare) in _TABLES:
                yield key
            yield from _tables_in(bare)
    for argument in get_args(model):
        yield from _tables_in(argument)


def _model(draft: KitDraft, inner: str) -> Any:
    """The dataclass that reads a file."""
    stem, parts = PurePosixPath(inner).stem, PurePosixPath(inner).parts
    if inner == HEAD:
        return Head
    if parts[0] == "puzzles":
        return Puzzle
    if parts[0] == "papers":
        return PaperSpec
    if parts[0] != "words":
        return REFERENCES.get(stem, (None, None))[0]
    if "papers" in parts:
        return WORDS_OF.get(draft.value(Place(file=f"papers/{stem}.toml", path=("kind",)), ""))
    if stem == "kit":
        return KitWords
    return REFERENCES[stem][1] if stem in REFERENCES else PuzzleWords


def _of_mechanism(draft: KitDraft, inner: str, key: str) -> Any:
    """The dataclass of a mechanism that reads the parameters or the clues of a puzzle."""
    file = f"puzzles/{PurePosixPath(inner).stem}.toml"
    mechanism = MECHANISMS.get(str(draft.value(Place(file=file, path=("mechanism",)), "")))
    if mechanism is None:
        return None
    return mechanism.parameters if key == "parameters" else mechanism.words


def _block(draft: KitDraft, model: Any, place: Place) -> Any:
    """The dataclass of a block of a paper, which its `kind` tells; every other one is itself."""
    if get_origin(model) not in (Union, UnionType):
        return model
    return BLOCKS.get(str(draft.value(Place(file=place.file, path=(*place.path, "kind")), "")))


def _bare(model: Any) -> Any:
    """A type without “or nothing”."""
    if get_origin(model) in (Union, UnionType) and NoneType in get_args(model):
        return next(one for one in get_args(model) if one is not NoneType)
    return model


@cache
def _hints(model: Any) -> Mapping[str, Any]:
    return get_type_hints(model) if isinstance(model, type) else {}


OF_AUTHORS = frozenset(
    key for one in MECHANISMS.values() for model in (one.parameters, one.words) for key in _tables_in(model)
)
"""Keys of mechanisms whose own keys the author chooses."""
