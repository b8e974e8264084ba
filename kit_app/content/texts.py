"""Check every text of a kit: no unfilled place, no lacking character."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kit_app.content.draft import Draft
from kit_app.content.paper_check import is_paper_file, paper_places
from kit_app.content.solving import Deal
from kit_app.content.source import Source, likely
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.problems import KitProblem
from kit_app.domain.room import ROOM_PLACES
from kit_app.domain.spelling import places
from kit_app.domain.unwritten import unwritten_part
from kit_app.i18n import N_

Text = tuple[Source, KeyPath, str]

PLACES_OF_SHOWERS = {
    ("player", "envelope"): {"envelope"},
    ("player", "envelopes"): {"envelopes"},
    ("player", "seal"): {"envelope"},
    ("player", "flap"): {"envelope"},
    ("player", "hint_heading"): {"level", "title"},
    ("player", "search_heading"): {"title"},
    ("cards", "set_line"): {"set", "n", "total"},
    ("cards", "path_line"): {"letter", "name"},
}
"""Sentences of words/<language>/kit.toml with places of their own, filled when they are shown."""


def all_texts(draft: Draft) -> Iterator[Text]:
    """Every text of the kit's TOML files with where it stands, overlays too.

    Structure files give their parameters only.
    """
    for sources in (draft.sources, *draft.layers.values()):
        for name, source in sources.items():
            yield from _texts_of(name, source)


def _texts_of(name: str, source: Source) -> Iterator[Text]:
    if name.startswith("words/"):
        yield from _texts(source, (), source.data)
    elif name.startswith("puzzles/"):
        yield from _texts(source, ("parameters",), source.data.get("parameters", {}))


def glyph_problems(draft: Draft, lacking: Callable[[str], str]) -> Iterator[KitProblem]:
    """Characters that the fonts of print and screen cannot draw; `lacking` gives those of a text."""
    for source, path, text in all_texts(draft):
        for letter in dict.fromkeys(lacking(text)):
            message = N_("The fonts have no character “{letter}” ({code}). Write it another way.")
            yield source.problem(path, message, letter=letter, code=f"U+{ord(letter):04X}")


def unwritten_problems(draft: Draft) -> Iterator[KitProblem]:
    """Texts that only say what is to be written in their place."""
    for source, path, text in all_texts(draft):
        wanted = unwritten_part(text)
        if wanted:
            yield source.problem(path, N_("To write: {wanted}."), wanted=wanted)


def brace_problems(draft: Draft) -> Iterator[KitProblem]:
    """Braces that hold no place."""
    for source, path, text in all_texts(draft):
        is_mechanism = path[0] in ("clues", "parameters")
        if not is_mechanism and re.search(r"[{}]", re.sub(r"\{[A-Za-z][\w.]*\}", "", text)):
            yield source.problem(
                path, N_("A brace stands here alone. Write a place like this: {model}."), model="{name}"
            )


def place_problems(draft: Draft, values: Mapping[Deal, Mapping[str, str]]) -> Iterator[KitProblem]:
    """Places `{…}` that nothing fills; `values` holds what fills them in a deal of each choice."""
    for (variant, sector, language), known in values.items():
        own = draft.in_choice(variant, sector)
        for source, path, text in _texts_in_play(own, language, _played(own, variant)):
            is_mechanism = path[0] in ("clues", "parameters")
            for place in places(text):
                if place not in PLACES_OF_SHOWERS.get(_pair(path), set()):
                    yield from _unfilled(source, path, place, (known, own, variant, is_mechanism))


def paper_place_problems(draft: Draft, values: Mapping[Deal, Mapping[str, str]]) -> Iterator[KitProblem]:
    """Places of papers that nothing fills in any deal of their language; nothing is judged without deals."""
    for sources in (draft.sources, *draft.layers.values()):
        for name, source in sources.items():
            if not name.startswith("words/") or not is_paper_file(name):
                continue
            language = name.split("/")[1]
            known = {one for deal, filled in values.items() if deal[2] == language for one in filled}
            fitting = known | (ROOM_PLACES if name.endswith("/room.toml") else paper_places(draft))
            for _, path, text in _texts(source, (), source.data) if known else ():
                for place in places(text):
                    if place not in fitting:
                        yield _nothing_fills(source, path, place, fitting)


def _played(draft: Draft, variant: str) -> tuple[str, ...]:
    """The puzzles of a variant."""
    return next(one.puzzles for one in draft.head.variants if one.id == variant) if draft.head else ()


def _texts_in_play(draft: Draft, language: str, played: tuple[str, ...]) -> Iterator[Text]:
    """The texts that a variant uses: those of its puzzles, and what the kit says in it."""
    for puzzle in played:
        for name in (f"puzzles/{puzzle}.toml", f"words/{language}/{puzzle}.toml"):
            yield from _texts_of(name, draft.source(name))
    name = f"words/{language}/kit.toml"
    scenes = {one.id for one in draft.head.scenes if one.puzzle in (None, *played)} if draft.head else set()
    facts = {fact for one in played if one in draft.puzzles for fact in draft.puzzles[one].facts}
    for source, path, text in _texts_of(name, draft.source(name)):
        is_idle_scene = path[0] == "scenes" and path[1] not in scenes
        is_idle_fact = path[0] == "roles" and path[2] == "facts" and path[3] not in facts
        if not is_idle_scene and not is_idle_fact:
            yield source, path, text


def _unfilled(
    source: Source,
    path: KeyPath,
    place: str,
    context: tuple[Mapping[str, str], Draft, str, bool],
) -> Iterator[KitProblem]:
    known, draft, variant, is_mechanism = context
    played = _played(draft, variant)
    puzzle, dot, _ = place.partition(".")
    if place in known:
        return
    is_undealt = puzzle in played and not any(name.startswith(f"{puzzle}.") for name in known)
    if is_undealt if dot else is_mechanism:
        return
    shown = f"{{{place}}}"
    if puzzle in draft.puzzle_ids and puzzle not in played:
        message = N_(
            "{place} is a value of a puzzle that “{variant}” does not play. Lay a text for it over this one."
        )
        yield source.problem(path, message, place=shown, variant=variant)
    else:
        yield _nothing_fills(source, path, place, known)


def _nothing_fills(source: Source, path: KeyPath, place: str, known: Iterable[str]) -> KitProblem:
    shown, meant = f"{{{place}}}", likely(place, known)
    if meant:
        message = N_("Nothing fills the place {place}. Did you mean {meant}?")
        return source.problem(path, message, place=shown, meant=f"{{{meant}}}")
    message = N_("Nothing fills the place {place}. Take it out, or add it to [names].")
    return source.problem(path, message, place=shown)


def _texts(source: Source, path: KeyPath, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield source, path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(source, (*path, key), item)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(source, (*path, number), item)


def _pair(path: KeyPath) -> tuple[str, str]:
    """The outermost two keys of `path`."""
    first, second = (*map(str, path), "", "")[:2]
    return first, second
