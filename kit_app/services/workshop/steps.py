"""What is still to be written before a kit can be published, one step for the kit and one a puzzle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.domain.unwritten import unwritten_part
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.shape import puzzle_ids, title_of, words_files


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingStep:
    """A part of the kit; `missing` are the places where nothing is written yet."""

    title: str
    missing: tuple[Place, ...]


def steps_of(draft: KitDraft, t: Catalogue) -> tuple[WritingStep, ...]:
    """Every step, those included that are done; none once nothing is missing."""
    found = [WritingStep(title=t(N_("The kit and its story")), missing=_missing(draft, "kit"))]
    for puzzle in puzzle_ids(draft):
        title = title_of(draft, puzzle, t.language)
        words = (
            t(N_("Puzzle {id} “{title}”"), id=puzzle, title=title)
            if title
            else t(N_("Puzzle {id}"), id=puzzle)
        )
        found.append(WritingStep(title=words, missing=_missing(draft, puzzle)))
    return tuple(found) if any(one.missing for one in found) else ()


def _missing(draft: KitDraft, stem: str) -> tuple[Place, ...]:
    return tuple(
        Place(file=file, path=path)
        for file in words_files(draft, stem)
        for path in _empty(draft.tree(file), ())
    )


def _empty(data: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Where texts stand that are empty or only say what to write, and lists of nothing but empty texts."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _empty(value, (*path, key))
    elif isinstance(data, list) and data and all(isinstance(one, Mapping) for one in data):
        for number, value in enumerate(data):
            yield from _empty(value, (*path, number))
    elif (
        data == ""
        or isinstance(data, list)
        and path[-1:] == ("lines",)
        and not any(data)
        or any(
            isinstance(one, str) and unwritten_part(one)
            for one in (data if isinstance(data, list) else [data])
        )
    ):
        yield path
