"""The sections of a draft and the things in each, and where a mistake that the check found can be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from kit_app.content.layers import layer_of
from kit_app.content.toml_lines import KeyPath
from kit_app.domain.kit_document import Place
from kit_app.domain.spelling import natural
from kit_app.i18n import N_, Catalogue
from kit_app.services.workshop.forms import Group, SectionName, Target, Thing, fields_of
from kit_app.services.workshop.kit_draft import ASIDE, KitDraft
from kit_app.services.workshop.kit_fields import OWN_FILES
from kit_app.services.workshop.kit_forms import KitForms
from kit_app.services.workshop.puzzle_forms import PuzzleForms

SECTIONS: Mapping[SectionName, str] = {
    "about": N_("About"),
    "puzzles": N_("Puzzles"),
    "cards": N_("Cards"),
    "hints": N_("Hints"),
    "graph": N_("Graph"),
    "texts": N_("Texts"),
    "pictures": N_("Pictures"),
    "sheets": N_("Sheets"),
    "overlays": N_("Other versions"),
}
_PICTURES = "images/"


class Outline:
    """What can be changed in a draft, in words of `t`; asks the draft anew each time."""

    def __init__(self, draft: KitDraft, t: Catalogue) -> None:
        self._draft = draft
        self._t = t
        self._kit = KitForms(draft, t)
        self._puzzles = PuzzleForms(draft, t)

    def sections(self) -> tuple[SectionName, ...]:
        """The sections that have anything in them."""
        return tuple(section for section in SECTIONS if self.things(section))

    def things(self, section: SectionName) -> tuple[Thing, ...]:
        """The lines of a section’s list."""
        lists: Mapping[SectionName, Callable[[], tuple[Thing, ...]]] = {
            "about": self._kit.about,
            "puzzles": self._puzzles.things,
            "cards": self._puzzles.things,
            "hints": self._puzzles.things,
            "graph": lambda: (*self._puzzles.things(), *self._kit.lengths()),
            "texts": self._kit.texts,
            "pictures": self._pictures,
            "sheets": self._kit.sheets,
            "overlays": self._overlays,
        }
        return lists[section]()

    def groups(self, section: SectionName, ident: str) -> tuple[Group, ...]:
        """The form of a thing."""
        thing = self.thing(section, ident)
        if thing is None:
            return ()
        if section == "overlays":
            return self._kit.groups_of_overlay(thing.folder, PurePosixPath(ident).name)
        if thing.picture:
            return ()
        if thing.puzzle and section in ("puzzles", "cards", "hints", "graph"):
            return self._puzzles.groups(section, thing.puzzle)
        return self._kit.groups(section, ident)

    def thing(self, section: SectionName, ident: str) -> Thing | None:
        """A thing by its id."""
        return next((one for one in self.things(section) if one.ident == ident), None)

    def target(self, file: str, key: str) -> Target | None:
        """The field nearest to a key (dotted, items counted from 1) of a file; None without any."""
        folder, inner = layer_of(file)
        path = _path(key)
        best: tuple[int, Target] | None = None
        for section in self.sections():
            if (section == "overlays") != bool(folder):
                continue
            for thing in self.things(section):
                if thing.picture:
                    if thing.picture == file:
                        return Target(section=section, thing=thing.ident, place=Place(file=file))
                    continue
                if not self._may_hold(thing, folder, inner):
                    continue
                for place in (
                    one for field in fields_of(self.groups(section, thing.ident)) for one in field.places
                ):
                    score = _nearness(place, file, path)
                    if score > (best[0] if best else -1):
                        best = score, Target(section=section, thing=thing.ident, place=place)
        return best[1] if best is not None and (best[0] > 0 or not path) else None

    def _may_hold(self, thing: Thing, folder: str, inner: str) -> bool:
        """Whether a thing has fields of a file; spares looking through every form."""
        stem = PurePosixPath(inner).stem
        if folder:
            return thing.folder == folder and PurePosixPath(thing.ident).name == stem
        if thing.puzzle and not thing.scene:
            return stem == thing.puzzle
        if thing.paper:
            return stem == thing.paper
        return stem in OWN_FILES

    def _pictures(self) -> tuple[Thing, ...]:
        names = sorted((one for one in self._draft.files if one.startswith(_PICTURES)), key=natural)
        return tuple(
            Thing(ident=name, title=name.removeprefix(_PICTURES), picture=name, note=self._size(name))
            for name in names
        )

    def _size(self, name: str) -> str:
        kilobytes = max(1, round(len(self._draft.files[name]) / 1024))
        return self._t(N_("{n} KB"), n=kilobytes)

    def _overlays(self) -> tuple[Thing, ...]:
        """What a variant or a sector says instead, a line for each puzzle, paper or file."""
        found: dict[tuple[str, str], None] = {}
        for name in sorted(self._draft.files, key=natural):
            folder, inner = layer_of(name)
            if folder and inner.endswith(".toml") and not name.startswith(ASIDE):
                found.setdefault((folder, PurePosixPath(inner).stem))
        return tuple(
            Thing(
                ident=f"{folder}/{stem}",
                title=f"{self._kit.file_name(stem)} · {self._kit.folder_name(folder)}",
                folder=folder,
                puzzle=stem if f"puzzles/{stem}.toml" in self._draft.files else "",
            )
            for folder, stem in found
        )


def _path(key: str) -> KeyPath:
    """A dotted key as a path, items counted from 0."""
    return tuple(
        int(part) - 1 if part.isdecimal() and part != "0" else part for part in key.split(".") if part
    )


def _nearness(place: Place, file: str, path: KeyPath) -> int:
    """How much of the way to `path` of `file` leads to a place; less than 0: none of it.

    Keys that are numbers by name cannot be told from items in a dotted key.
    """
    if place.file != file:
        return -1
    common = 0
    for one, other in zip(place.path, path, strict=False):
        if one != other and str(one) != (str(other + 1) if isinstance(other, int) else other):
            break
        common += 1
    return 2 * common + (common == len(place.path) == len(path))
