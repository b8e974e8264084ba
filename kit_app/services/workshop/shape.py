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


def by_id(items: object, key: str = "id") -> Mapping[str, int]:
    """Where each item of a list of tables stands, by its id, or by another key that names it."""
    found = items if isinstance(items, list) else []
    return {
        str(one[key]): number for number, one in enumerate(found) if isinstance(one, Mapping) and key in one
    }
