"""What the files of a draft are: its languages, its puzzles, where words stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from kit_app.domain.kit_document import Place
from kit_app.domain.spelling import natural
from kit_app.domain.unwritten import unwritten_part
from kit_app.services.workshop.kit_draft import KitDraft

HEAD = "kit.toml"
_PUZZLE = re.compile(r"puzzles/[^/]+\.toml")
_BRACED = re.compile(r"\{(\w+)\}")
_NAMES_IN_NAMES = 2
_BRIEF = 44
"""So many letters of a text tell which one it is."""


def languages(draft: KitDraft) -> tuple[str, ...]:
    """The languages of a draft."""
    return tuple(str(one) for one in draft.value(Place(file=HEAD, path=("languages",)), ()))


def puzzle_ids(draft: KitDraft) -> tuple[str, ...]:
    """The puzzles in the order in which the first variant plays them, others after those."""
    stems = {PurePosixPath(name).stem for name in draft.files if _PUZZLE.fullmatch(name)}
    variants = draft.value(Place(file=HEAD, path=("variants",)), ())
    played = [str(puzzle) for one in variants for puzzle in one.get("puzzles", ()) if puzzle in stems]
    return tuple(dict.fromkeys((*played, *sorted(stems, key=natural))))


def words_files(draft: KitDraft, stem: str) -> tuple[str, ...]:
    """The file of words of this name in each language."""
    return tuple(f"words/{language}/{stem}.toml" for language in languages(draft))


def title_of(draft: KitDraft, stem: str, language: str) -> str:
    """The title in the words of this name, in a language or in the first one that has it written."""
    files = (f"words/{language}/{stem}.toml", *words_files(draft, stem))
    found = (draft.value(Place(file=file, path=("title",)), "") for file in files)
    return next((str(one) for one in found if one and not unwritten_part(str(one))), "")


def title_of_paper(draft: KitDraft, file: str) -> str:
    """The title in a sheet’s file of words: its own, that of its first side, or its slogan."""
    for path in (("title",), ("front", "title")):
        found = draft.value(Place(file=file, path=path))
        if found:
            return str(found)
    return " ".join(draft.value(Place(file=file, path=("slogan",)), ()))


def brief(draft: KitDraft, language: str, text: str) -> str:
    """The beginning of a text on one line, with the kit’s invented names in it."""
    names = draft.value(Place(file=f"words/{language}/kit.toml", path=("names",)), {})
    for _depth in range(_NAMES_IN_NAMES):
        text = _BRACED.sub(lambda match: str(names.get(match.group(1), match.group())), text)
    line = " ".join(text.replace("**", "").split())
    return line if len(line) <= _BRIEF else f"{line[:_BRIEF].rstrip()}…"


def by_id(items: object, key: str = "id") -> Mapping[str, int]:
    """Where each item of a list of tables stands, by its id, or by another key that names it."""
    found = items if isinstance(items, list) else []
    return {
        str(one[key]): number for number, one in enumerate(found) if isinstance(one, Mapping) and key in one
    }
