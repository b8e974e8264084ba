"""Puzzles of a draft come and go: begun from a mechanism, copied, taken away; one step each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from kit_app.assets import resources_dir
from kit_app.content.layers import layer_of
from kit_app.content.toml_editing import rewritten
from kit_app.content.toml_writing import file_text
from kit_app.domain.kit_document import Place, Value
from kit_app.domain.spelling import natural
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.mentions import is_own, without
from kit_app.services.workshop.rows import next_ident
from kit_app.services.workshop.shape import HEAD, languages, puzzle_ids

_COPY_OF = {"fr": "{title} (copie)", "en": "{title} (copy)"}
_PLACE = "table"


def add_puzzle(draft: KitDraft, mechanism: str) -> str:
    """A puzzle of a mechanism, played in the first length before its last puzzle; its id.

    Its texts say what is to be written, in every language of the kit.
    """
    ident = _free(draft)
    starter, common = _starter(mechanism), _starter("puzzle")
    cards = [
        {"id": f"{ident}-C{number}", **card, "place": _PLACE}
        for number, card in enumerate(starter["cards"], start=1)
    ]
    column = 1 + max((draft.value(_at(one, "column"), 0) for one in puzzle_ids(draft)), default=-1)
    structure = {
        "id": ident,
        "mechanism": mechanism,
        "needs": [],
        "target_s": common["target_s"],
        "column": column,
        "row": 0,
        **({"is_constant": True} if starter.get("is_constant") else {}),
        "parameters": starter["parameters"],
        "cards": cards,
    }
    files: dict[str, Value] = {f"puzzles/{ident}.toml": file_text(structure).encode()}
    for language in languages(draft):
        spoken = language if language in common else "en"
        words = {key: value for key, value in common[spoken].items() if key != "card"}
        words |= starter[spoken]
        words["cards"] = {card["id"]: {"title": common[spoken]["card"]} for card in cards}
        files[f"words/{language}/{ident}.toml"] = file_text(words).encode()
    draft.set_all(_at(ident), _played(draft, ident), files)
    return ident


def duplicate_puzzle(draft: KitDraft, puzzle: str) -> str:
    """A puzzle like another one under an id of its own, in every language and version of the kit; its id."""
    ident = _free(draft)
    cards = _ids_of_cards(draft, puzzle, ident)
    files: dict[str, Value] = {}
    for name in draft.files:
        if is_own(name, puzzle):
            folder, inner = layer_of(name)
            new = str(PurePosixPath(folder, inner).with_name(f"{ident}.toml"))
            files[new] = _renamed_text(draft, name, puzzle, ident, cards).encode()
    draft.set_all(_at(ident), [*_played(draft, ident), *_given_too(draft, puzzle, ident)], files)
    return ident


def remove_puzzle(draft: KitDraft, puzzle: str, *, with_mentions: bool) -> None:
    """Take a puzzle away, with its words; `with_mentions`: from all lists, needs and lengths as well."""
    files: dict[str, Value] = {name: None for name in draft.files if is_own(name, puzzle)}
    values = [one for one in without(draft, puzzle) if one[0].file not in files] if with_mentions else []
    draft.set_all(_at(puzzle), values, files)


def _at(puzzle: str, *path: str) -> Place:
    return Place(file=f"puzzles/{puzzle}.toml", path=path)


def _free(draft: KitDraft) -> str:
    """An id that no puzzle has, after the last of those that are there."""
    taken = puzzle_ids(draft)
    last = max(taken, key=natural, default="P0")
    first = taken[0] if taken else last
    stem = re.match(r"\D*", first)
    like = [one for one in taken if re.fullmatch(rf"{re.escape(stem.group() if stem else '')}\d+", one)]
    return next_ident(max(like, key=natural) if like else last, {*taken, last})


@lru_cache
def _starter(name: str) -> Mapping[str, Any]:
    path = resources_dir() / "starters" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _played(draft: KitDraft, ident: str) -> list[tuple[Place, Any]]:
    """A new puzzle in the first length, right before its last one, so that it can be reached."""
    place = Place(file=HEAD, path=("variants", 0, "puzzles"))
    puzzles = list(draft.value(place, []))
    finale = draft.value(Place(file=HEAD, path=("variants", 0, "finale")), "")
    at = puzzles.index(finale) if finale in puzzles else len(puzzles)
    return [(place, [*puzzles[:at], ident, *puzzles[at:]])]


def _given_too(draft: KitDraft, puzzle: str, ident: str) -> list[tuple[Place, Any]]:
    """What is given to a puzzle when another one is left out is given to its copy as well."""
    values = []
    for one in puzzle_ids(draft):
        place = _at(one, "given")
        rows = draft.value(place, [])
        new = [
            {**row, "puzzles": [*row["puzzles"], ident]} if puzzle in row.get("puzzles", ()) else row
            for row in rows
        ]
        if new != rows:
            values.append((place, new))
    return values


def _ids_of_cards(draft: KitDraft, puzzle: str, ident: str) -> Mapping[str, str]:
    """New ids of the cards of a copy."""
    names = [name for name in draft.files if is_own(name, puzzle) and "/words/" not in f"/{name}"]
    cards = [str(card["id"]) for name in names for card in draft.tree(name).get("cards", ()) if "id" in card]
    taken = {
        str(card.get("id"))
        for name in draft.files
        if layer_of(name)[1].startswith("puzzles/")
        for card in draft.tree(name).get("cards", ())
    }
    found: dict[str, str] = {}
    for card in dict.fromkeys(cards):
        tail = re.search(r"[^-]*$", card)
        new = f"{ident}-{tail.group() if tail else len(found) + 1}"
        found[card] = next_ident(new, taken)
        taken.add(found[card])
    return found


def _renamed_text(draft: KitDraft, name: str, puzzle: str, ident: str, cards: Mapping[str, str]) -> str:
    """The text of a file of a puzzle as that of its copy; comments and order stay."""
    text = draft.files[name].decode("utf-8")
    for old, new in cards.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    text = text.replace(f"{{{puzzle}.", f"{{{ident}.")
    tree = dict(tomllib.loads(text))
    if "id" in tree:
        tree["id"] = ident
    parts = name.split("/")
    if "title" in tree and "words" in parts:
        pattern = _COPY_OF.get(parts[parts.index("words") + 1], "{title}")
        tree["title"] = pattern.format(title=tree["title"])
    return rewritten(text, tree)
