"""What can be changed in a draft, as forms: sections, the things in each, the fields of each thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kit_app.domain.kit_document import Place

FieldKind = Literal[
    "line", "text", "lines", "pairs", "number", "minutes", "tick", "choice", "ticks", "grid", "decimal",
    "suggest", "figure", "fixed",
]  # fmt: skip
"""`lines`: a list of texts, one a line. `pairs`: wrong answers with what is said of them, one a line.
`minutes`: stored in seconds. `ticks`: a list of the ids ticked. `grid`: numbers with commas between them,
perhaps on several lines. `suggest`: a line, with values to choose from. `figure`: one of some whole numbers.
`fixed`: an id by which other parts of the kit know a row, which is shown and not changed.
"""
_SAME: tuple[FieldKind, ...] = ("choice", "figure", "ticks", "fixed")
SectionName = Literal[
    "about", "puzzles", "cards", "hints", "graph", "texts", "pictures", "sheets", "overlays"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a list, or of one list for each language: the lists, its number from 0, and its name.

    `is_key`: it stands under a key of tables, which have no order of their own.
    """

    lists: tuple[Place, ...]
    number: int
    title: str
    is_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """A row that can be put at the end of lists; of `template` where they are empty."""

    label: str
    lists: tuple[Place, ...]
    template: Mapping[str, Any] | str = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field, or one for each language side by side. `places` says where their values stand.

    `is_optional`: what is left empty is not written. `options`: ids with the words for them.
    `rows`: those that the field is in, the outermost first.
    """

    label: str
    kind: FieldKind
    places: tuple[Place, ...]
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    is_optional: bool = False
    rows: tuple[Row, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether its value is the same in every language, so that one control writes to all places."""
        return self.kind in _SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields under a heading, and the rows that can be put behind them."""

    title: str
    fields: tuple[Field, ...]
    adds: tuple[Adding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A line of a section’s list. `picture`: the file of a picture, `paper`: the id of a sheet.

    `puzzle`, `scene` and `kind` (of sheets) say what the preview shows; `folder` is an overlay’s; `row`:
    where it stands in a list of the kit, others of which can be put in.
    """

    ident: str
    title: str
    note: str = ""
    puzzle: str = ""
    scene: str = ""
    kind: str = ""
    picture: str = ""
    paper: str = ""
    folder: str = ""
    is_out: bool = False
    row: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a field is: the section, the thing in it, and the place that the field writes to."""

    section: SectionName
    thing: str
    place: Place


def fields_of(groups: Sequence[Group]) -> tuple[Field, ...]:
    """All fields, from top to bottom."""
    return tuple(field for group in groups for field in group.fields)
