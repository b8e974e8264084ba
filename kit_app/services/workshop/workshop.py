"""The drafts of a data folder: begun from a kit or from nothing, kept at every step, published as a kit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit_app.assets import resources_dir
from kit_app.content.files import KitFiles, read_folder, read_snapshot, snapshot
from kit_app.domain.disk_names import twin_key
from kit_app.domain.kit_document import Place
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError
from kit_app.i18n import N_
from kit_app.services.kits import Kits
from kit_app.services.profile import Profile
from kit_app.services.workshop.kit_draft import ASIDE, KitDraft
from kit_app.services.workshop.shape import puzzle_ids
from kit_app.storage.kit_drafts import KitDrafts
from kit_app.views.kits import KitRow

HEAD = "kit.toml"
EMPTY = "own-kit"
"""The id that a kit begun from nothing has at first."""

ORIGIN = f"{ASIDE}copy-of"
"""Kept with a draft that began as a copy: the id of the kit that it is a copy of."""
_COPY_OF = {"fr": "{title} (copie)", "en": "{title} (copy)"}
"""How a copy is called in a kit’s own languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft in a list: its kit’s id, version and title in each language."""

    id: str
    version: str
    titles: Mapping[str, str]

    def title(self, language: str) -> str:
        """The title in a language, or in another one, or the id."""
        return self.titles.get(language) or next(filter(None, self.titles.values()), self.id)


class Workshop:
    """Drafts and what becomes of them. A draft and the kit that it is published as have the same id."""

    def __init__(self, folder: Path, kits: Kits, profile: Profile) -> None:
        self._drafts = KitDrafts(folder)
        self._kits = kits
        self._profile = profile

    def drafts(self) -> tuple[DraftRow, ...]:
        """Every draft that can be read."""
        found = []
        for ident in self._drafts.ids():
            try:
                found.append(_row(self.open(ident)))
            except KitAppError:
                continue
        return tuple(found)

    def begin_copy(self, kit_id: str) -> str:
        """A draft that begins as a kit that is here; its id. Raises KitAppError."""
        draft = KitDraft(kit_id, self._kits.files(kit_id))
        ident = self._free(f"{kit_id}-copy")
        head = draft.tree(HEAD)
        at = Place(file=HEAD, path=("id",))
        values: list[tuple[Place, Any]] = [(at, ident), (Place(file=HEAD, path=("version",)), "1.0")]
        for language in head["languages"]:
            place = Place(file=f"words/{language}/kit.toml", path=("title",))
            pattern = _COPY_OF.get(language, "{title}")
            values.append((place, pattern.format(title=draft.value(place, kit_id))))
        draft.set_all(at, values, {ORIGIN: kit_id.encode()})
        self._write(ident, draft.whole)
        return ident

    def begin_empty(self) -> str:
        """A draft with the frame of a kit and nothing written yet; its id. Raises KitAppError."""
        draft = KitDraft(EMPTY, read_folder(resources_dir() / "skeleton"))
        ident = self._free(EMPTY)
        draft.set(Place(file=HEAD, path=("id",)), ident)
        self._write(ident, draft.whole)
        return ident

    def open(self, ident: str) -> KitDraft:
        """A draft as it was kept last. Raises KitAppError."""
        return KitDraft(ident, read_snapshot(self._drafts.read(ident)))

    def keep(self, draft: KitDraft) -> None:
        """Store a draft. Raises StorageError; what was kept before then stays."""
        self._write(draft.ident, draft.whole)

    def remove(self, ident: str) -> bytes:
        """Take a draft away; what it was, to put it back. Raises StorageError."""
        content = self._drafts.read(ident)
        self._drafts.remove(ident)
        return content

    def put_back(self, ident: str, content: bytes) -> None:
        """Bring a removed draft back. Raises StorageError."""
        self._drafts.write(ident, content)

    def problems(self, files: KitFiles, step: Callable[[], None]) -> tuple[KitProblem, ...]:
        """Everything that keeps the kit of `files` from being published; takes some seconds.

        `step` is called now and then; what it raises stops the work.
        """
        return self._kits.problems(files, step)

    def publish(self, files: KitFiles) -> KitRow:
        """Make the kit of `files` one of those that sessions are planned with; takes some seconds.

        Raises KitFileError with everything that is wrong with it.
        """
        return self._kits.publish(files)

    def is_new(self, draft: KitDraft) -> bool:
        """Whether a draft was never published on this computer."""
        return draft.ident not in self._kits.ids()

    def hand_rules_on(self, draft: KitDraft) -> int:
        """Give a copy that was just published for the first time the own rules of its original; how many.

        Raises StorageError.
        """
        origin = draft.whole.get(ORIGIN, b"").decode()
        return self._profile.hand_rules_on(origin, draft.ident, puzzle_ids(draft)) if origin else 0

    def next_version(self, draft: KitDraft) -> str:
        """The version that a draft should have to be published: another one than the kit that is here."""
        version = str(draft.value(Place(file=HEAD, path=("version",)), ""))
        try:
            here = self._kits.row(draft.ident)
        except KitAppError:
            return version
        return raised(version) if here.version == version else version

    def write(self, files: KitFiles, path: Path, *, overwrite: bool = False) -> None:
        """Write the kit of `files` as one file that travels. Raises KitAppError."""
        self._kits.write_files(files, path, overwrite=overwrite)

    def _write(self, ident: str, files: KitFiles) -> None:
        self._drafts.write(ident, snapshot(files))

    def _free(self, wanted: str) -> str:
        """An id like `wanted` that no kit and no draft has."""
        taken = {twin_key(one) for one in (*self._drafts.ids(), *self._kits.ids())}
        number, ident = 1, wanted
        while twin_key(ident) in taken:
            number += 1
            ident = f"{wanted}-{number}"
        return ident


def raised(version: str) -> str:
    """The version after this one: its last number is one more."""
    before, dot, last = version.rpartition(".")
    return f"{before}{dot}{int(last) + 1}" if last.isdecimal() else f"{version}.1"


def _row(draft: KitDraft) -> DraftRow:
    head = draft.tree(HEAD)
    titles = {
        language: str(draft.value(Place(file=f"words/{language}/kit.toml", path=("title",)), ""))
        for language in head.get("languages", ())
    }
    return DraftRow(id=draft.ident, version=str(head.get("version", "")), titles=titles)


NOT_READY = N_("There is still something to mend: the list below says what, and leads there.")
