"""The kits at hand: those that come with the program, and the snapshots that sessions were planned with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.content import files as kit_files
from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitFileError, StorageError
from kit_app.i18n import N_
from kit_app.storage.kits import KitSnapshot, KitStore

BUNDLED = "sant-escape"
"""Of the kits that come with the program the one that new sessions play and that papers without one show."""

Fits = Callable[[Kit, TeamTable], Sequence[tuple[str, str]]]
Lacking = Callable[[str], str]
Symbols = Callable[[Mapping[str, bytes]], Mapping[str, Sequence[str]]]
Problems = tuple[KitProblem, ...]
ReadKit = Callable[[kit_files.KitFiles], Kit]


def read_kit(files: kit_files.KitFiles) -> Kit:
    """The kit that `files` are. Raises KitFileError with every mistake."""
    from kit_app.content.kit_reader import read_kit as read  # takes long to load: only when a kit is read

    return read(files)


class Library:
    """Reads kits once and keeps what it read; a kit is found again by its digest."""

    def __init__(self, store: KitStore, read: ReadKit = read_kit) -> None:
        self._store = store
        self._read = read
        self._kits: dict[str, Kit] = {}
        self._files: dict[str, kit_files.KitFiles] = {}
        self._bundled: dict[str, Kit] = {}
        self._folders: dict[str, kit_files.KitFiles] = {}

    def bundled(self) -> tuple[Path, ...]:
        """The folders of the kits that come with the program, the usual one first; each named by its id."""
        folder = resources_dir() / "kits"
        found = sorted(path.parent for path in folder.glob("*/kit.toml"))
        return tuple(sorted(found, key=lambda path: path.name != BUNDLED))

    def bundled_ids(self) -> tuple[str, ...]:
        """The ids of those kits; a look at a folder."""
        return tuple(path.name for path in self.bundled())

    def bundled_kit(self, kit_id: str = BUNDLED) -> Kit:
        """A kit that comes with the program; when none is named, that of a new session.

        Raises KitFileError.
        """
        if kit_id not in self._bundled:
            self._bundled[kit_id] = self.parsed_files(self.bundled_files(kit_id))
        return self._bundled[kit_id]

    def bundled_files(self, kit_id: str = BUNDLED) -> kit_files.KitFiles:
        """Its files, not read as a kit. Raises KitFileError."""
        if kit_id not in self._folders:
            self._folders[kit_id] = kit_files.read_folder(resources_dir() / "kits" / kit_id)
        return self._folders[kit_id]

    def read(self, folder: Path) -> Kit:
        """The kit in `folder`. Raises KitFileError with every mistake in it."""
        return self.parsed_files(kit_files.read_folder(folder))

    def kit_of(self, plan: SessionPlan) -> Kit:
        """The kit as it was when the session was planned, with the puzzles that it plays.

        Raises StorageError.
        """
        kit = self.kit(plan.kit_digest)
        if not plan.left_out and not plan.taken_in:
            return kit
        from kit_app.mechanisms.picking import picked  # loads every mechanism

        return picked(kit, plan)

    def kit(self, digest: str) -> Kit:
        """The kit with this digest: read before, bundled or stored. Raises StorageError or KitFileError."""
        if digest in self._kits:
            return self._kits[digest]
        snapshot = self._store.get(digest)
        if snapshot is None:
            if self.bundled_kit().digest == digest:
                return self.bundled_kit()
            raise StorageError(N_("The kit of this session is not stored here any more."), digest)
        return self.parsed_files(kit_files.read_snapshot(snapshot.files))

    def stored(self, plan: SessionPlan) -> KitSnapshot | None:
        """The files of a session’s kit, not read yet. Raises StorageError when they are damaged."""
        return self._store.get(plan.kit_digest)

    def keep(self, kit: Kit) -> None:
        """Store a snapshot of a kit that was read before. Raises StorageError."""
        if not self._store.has(kit.digest):
            self._store.add(self.snapshot(kit))

    def snapshot(self, kit: Kit) -> KitSnapshot:
        """The files of `kit` as they are stored. Raises StorageError when they are not at hand any more."""
        stored = self._store.get(kit.digest)
        if stored is not None:
            return stored
        files = self._files.get(kit.digest)
        if files is not None:
            packed = kit_files.snapshot(files)
            return KitSnapshot(digest=kit.digest, kit_id=kit.id, version=kit.version, files=packed)
        raise StorageError(N_("The kit of this session is not stored here any more."), kit.digest)

    def parsed(self, snapshot: bytes) -> Kit:
        """The kit of a snapshot that came from elsewhere, not stored. Raises KitFileError."""
        return self.parsed_files(kit_files.read_snapshot(snapshot))

    def add(self, snapshot: bytes) -> None:
        """Store a snapshot that came from elsewhere. Raises KitFileError or StorageError."""
        files = kit_files.read_snapshot(snapshot)
        kit = self.parsed_files(files)
        packed = kit_files.snapshot(files)
        self._store.add(KitSnapshot(digest=kit.digest, kit_id=kit.id, version=kit.version, files=packed))

    def parsed_files(self, files: kit_files.KitFiles) -> Kit:
        """The kit that `files` are, not stored; they are kept at hand. Raises KitFileError."""
        digest = kit_files.digest(files)
        if digest not in self._kits:
            self._kits[digest] = self._read(files)
        self._files[digest] = files
        return self._kits[digest]

    def check(
        self,
        folder: Path,
        fits: Fits | None = None,
        lacking: Lacking | None = None,
        symbols: Symbols | None = None,
    ) -> Problems:
        """Everything that is wrong with the kit in `folder`; empty when it can be printed and played.

        `fits`, `lacking` and `symbols` come from the printing door; without them paper, fonts and codes in
        pictures are not judged. A kit without mistakes need not be read again.
        """
        from kit_app.content.check import checked_kit

        try:
            problems, kit = checked_kit(kit_files.read_folder(folder), fits, lacking, symbols=symbols)
            if kit is not None:
                self._kits.setdefault(kit.digest, kit)
            return problems
        except KitFileError as error:
            return tuple(problem for problem in error.problems if isinstance(problem, KitProblem))
