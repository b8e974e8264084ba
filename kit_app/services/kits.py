"""Kits side by side: the program’s own and those taken in; handed on as one file, brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kit_app.content.brief import brief_of, names, puzzle_titles, titles
from kit_app.content.files import KitFiles, digest, read_folder
from kit_app.content.kit_items import changes
from kit_app.content.kit_pack import (
    LARGEST_PACK,
    SUFFIX,
    KitPack,
    Manifest,
    Signature,
    manifest_bytes,
    manifest_of,
    packed,
    unpacked,
)
from kit_app.content.merging import merged
from kit_app.domain.disk_names import twin_key
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, KitFileError, StorageError
from kit_app.i18n import N_
from kit_app.services import export
from kit_app.services.backups import Backups
from kit_app.services.library import Library
from kit_app.services.profile import Profile
from kit_app.storage.installed_kits import InstalledKit, InstalledKits
from kit_app.storage.signing import Signed, fingerprint, is_true, sign
from kit_app.system.filenames import safe_filename
from kit_app.views.kits import ItemChange, KitNames, KitRow, Signer

__all__ = ["SUFFIX", "Arriving", "Kits"]

Step = Callable[[], None]
Check = Callable[[KitFiles, Step], tuple[tuple[KitProblem, ...], Kit | None]]
_SIGNED = b"sant-escape-kit kit 1\n"

_BROKEN = N_("This kit cannot be printed and played. Nothing was imported.")
_BROKEN_JOINED = N_(
    "The new version and what was changed here do not go together. Nothing was changed: import it without"
    " your changes, or mend it."
)
_OF_THE_PROGRAM = N_("“{name}” is the kit of the program itself. Give yours another id in kit.toml.")
_FALSE = N_("The signature does not match: somebody changed this kit after it was signed. It is refused.")


def _go_on() -> None:
    """Said to a check that nobody stops."""


def whole_check(files: KitFiles, step: Step = _go_on) -> tuple[tuple[KitProblem, ...], Kit | None]:
    """All that keeps a kit from being printed and played, and the kit when nothing does."""
    from kit_app.content.check import checked_kit  # loads what deals and draws: only when a kit arrives
    from kit_app.services.printing.judging import lacking, unfitting
    from kit_app.services.printing.symbols import codes_in

    return checked_kit(files, unfitting, lacking, symbols=codes_in, step=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A kit that was read and checked, and is not kept yet.

    `here` is the kit with its id that is here already; `changes` says what taking it in would change of
    that one. `row.signer` is who vouches for it, proved.
    """

    row: KitRow
    installed: InstalledKit
    here: KitRow | None
    changes: tuple[ItemChange, ...]

    @property
    def is_other_signer(self) -> bool:
        """Whether the kit that is here was signed with a key, and this one is not, or with another one."""
        signer = None if self.here is None else self.here.signer
        return signer is not None and (self.row.signer is None or self.row.signer.key != signer.key)


class Kits:
    """The kits of one data folder."""

    def __init__(
        self,
        folder: Path,
        library: Library,
        profile: Profile,
        backups: Backups,
        check: Check = whole_check,
    ) -> None:
        self._folder = folder
        self._place = InstalledKits(folder)
        self._library = library
        self._profile = profile
        self._backups = backups
        self._check = check
        self._last_sound: tuple[str, Kit] | None = None
        self._names: dict[str, KitNames] = {}

    def all(self) -> tuple[KitRow, ...]:
        """Every kit that is here, the usual one first, then the program’s others; none that is damaged.

        None of them is read for it.
        """
        found = (self._whole(kit_id) for kit_id in self._place.ids())
        own = (self.row(kit_id) for kit_id in self._library.bundled_ids())
        return (*own, *(row for row in found if row is not None))

    def names(self, language: str) -> KitNames:
        """What the kits that are here call things; of one id the first kit's name."""
        if language not in self._names:
            held = {one: self._library.bundled_files(one) for one in self._library.bundled_ids()}
            held |= {one: self.files(one) for one in self._place.ids() if self._whole(one) is not None}
            groups: dict[str, dict[str, str]] = {"variants": {}, "themes": {}, "sectors": {}}
            for files in reversed(held.values()):
                for group, known in groups.items():
                    known |= names(files, language, group)
            self._names[language] = KitNames(
                **groups,
                kits={row.id: row.title(language) for row in self.all()},
                puzzles={one: puzzle_titles(files, language) for one, files in held.items()},
            )
        return self._names[language]

    def damaged(self) -> tuple[str, ...]:
        """The ids of kits that cannot be read any more; each can be imported again."""
        return tuple(kit_id for kit_id in self._place.ids() if self._whole(kit_id) is None)

    def _whole(self, kit_id: str) -> KitRow | None:
        try:
            return self.row(kit_id)
        except KitAppError:
            return None

    def ids(self) -> tuple[str, ...]:
        """The ids of all kits, those included that are damaged."""
        return (*self._library.bundled_ids(), *self._place.ids())

    def _is_own(self, kit_id: str) -> bool:
        """Whether a kit comes with the program."""
        return kit_id in self._library.bundled_ids()

    def _refuse_own(self, kit_id: str) -> None:
        """Raises KitAppError for the id of a kit of the program, also when another system reads it as one."""
        if twin_key(kit_id) in map(twin_key, self._library.bundled_ids()):
            raise KitAppError(_OF_THE_PROGRAM, name=kit_id)

    def row(self, kit_id: str) -> KitRow:
        """What is told of a kit. Raises KitAppError when it is not here or damaged."""
        if self._is_own(kit_id):
            return _own_row(self._library.bundled_files(kit_id))
        installed = self._installed(kit_id)
        pack = unpacked(installed.now or installed.came)
        row = _row(pack.manifest, pack.files, signer_of(unpacked(installed.came)))
        return replace(row, is_changed=installed.now is not None)

    def kit(self, kit_id: str) -> Kit:
        """A kit that is here, as new sessions play it. Raises KitAppError."""
        if self._is_own(kit_id):
            return self._library.bundled_kit(kit_id)
        return self._library.parsed_files(self.files(kit_id))

    def files(self, kit_id: str) -> KitFiles:
        """The files of a kit that is here. Raises KitAppError."""
        if self._is_own(kit_id):
            return self._library.bundled_files(kit_id)
        installed = self._installed(kit_id)
        return unpacked(installed.now or installed.came).files

    def file_name(self, kit_id: str) -> str:
        """A file name for a kit, safe on every system."""
        row = self.row(kit_id)
        return safe_filename(f"{row.id} {row.version}") + SUFFIX

    def write(self, kit_id: str, path: Path, *, is_signed: bool = False, overwrite: bool = False) -> None:
        """Write a kit as one file, signed by the facility when wanted. Raises KitAppError.

        One that came signed and was not changed keeps the signature of those who made it.
        """
        if not self._is_own(kit_id) and not is_signed:
            installed = self._installed(kit_id)
            export.write(path, installed.now or installed.came, overwrite=overwrite)
            return
        files = self.files(kit_id)
        told = manifest_bytes(manifest_of(files, self.kit(kit_id)))
        signature = self._signature(told) if is_signed else None
        export.write(path, packed(told, files, signature), overwrite=overwrite)

    def write_folder(self, kit_id: str, folder: Path) -> None:
        """Write a kit as a folder that can be changed by hand; which must not be there yet.

        Raises KitAppError.
        """
        files = self.files(kit_id)
        export.write_folder(folder, files)

    def read(self, path: Path, *, without_changes: bool = False, step: Step = _go_on) -> Arriving:
        """What a file or a folder of a kit holds, checked whole; nothing is kept. Raises KitAppError.

        A file is the kit as its makers hand it on: what was changed here is joined with it, unless
        `without_changes`. A folder is what was changed here, laid over the kit as it came. What `step`
        raises stops it.
        """
        pack, content = self._pack_of(path, step)
        kit_id = pack.manifest.id
        self._refuse_own(kit_id)
        signer = signer_of(pack)
        known = next((one for one in self._place.ids() if twin_key(one) == twin_key(kit_id)), None)
        if known not in (None, kit_id):
            raise KitAppError(N_("A kit with nearly the same id is here already: “{name}”."), name=known)
        if known is None or self._whole(known) is None:
            kit = self._sound(pack.files, _BROKEN, step)
            _require_same(pack.manifest, kit)
            row = _row(pack.manifest, pack.files, signer)
            return Arriving(row=row, installed=InstalledKit(came=content), here=None, changes=())
        return self._update(pack, content, step, is_folder=path.is_dir(), without_changes=without_changes)

    def problems(self, files: KitFiles, step: Step = _go_on) -> tuple[KitProblem, ...]:
        """Everything that keeps the kit of `files` from being printed and played.

        `step` is called now and then; what it raises stops the check.
        """
        try:
            manifest_of(files, self._sound(files, _BROKEN, step))
        except KitFileError as error:
            return tuple(one for one in error.problems if isinstance(one, KitProblem)) or (
                _as_problem(error),
            )
        return ()

    def publish(self, files: KitFiles) -> KitRow:
        """Keep a kit that was written here, in the place of its version before.

        Raises KitFileError with everything that is wrong with it, or StorageError.
        """
        told = manifest_of(files, self._sound(files, _BROKEN))
        self._refuse_own(told.id)
        self._place.write(told.id, InstalledKit(came=packed(manifest_bytes(told), files)))
        self._names.clear()
        return self.row(told.id)

    def write_files(self, files: KitFiles, path: Path, *, overwrite: bool = False) -> None:
        """Write a kit that was written here as one file. Raises KitAppError, also when it has mistakes."""
        told = manifest_of(files, self._sound(files, _BROKEN))
        export.write(path, packed(manifest_bytes(told), files), overwrite=overwrite)

    def take_in(self, arriving: Arriving) -> None:
        """Keep what `read` gave, after a copy of what is here. Raises KitAppError; then nothing is kept."""
        self._backups.make("import")
        self._place.write(arriving.row.id, arriving.installed)
        self._names.clear()

    def remove(self, kit_id: str) -> InstalledKit:
        """Take a kit away; sessions planned with it keep it. What it was, to put it back.

        Raises KitAppError.
        """
        if self._is_own(kit_id):
            raise KitAppError(N_("The kit of the program itself stays."))
        installed = self._installed(kit_id)
        self._place.remove(kit_id)
        self._names.clear()
        return installed

    def put_back(self, kit_id: str, installed: InstalledKit) -> None:
        """Bring a removed kit back. Raises KitAppError."""
        self._place.write(kit_id, installed)
        self._names.clear()

    def _update(
        self, pack: KitPack, content: bytes, step: Step, *, is_folder: bool, without_changes: bool
    ) -> Arriving:
        """A kit that is here already, as it would become."""
        kit_id = pack.manifest.id
        here, old = self.row(kit_id), self._installed(kit_id)
        came = unpacked(old.came).files
        own = came if old.now is None else unpacked(old.now).files
        files: KitFiles = pack.files
        kept: tuple[str, ...] = ()
        if not is_folder and own != came and not without_changes:
            joined = merged(came, own, pack.files)
            files, kept = joined.files, joined.kept
        kit = self._sound(files, _BROKEN if files == pack.files else _BROKEN_JOINED, step)
        if files == pack.files:
            _require_same(pack.manifest, kit)
        told = manifest_of(files, kit)
        now = packed(manifest_bytes(told), files)
        new_came, base = (old.came, came) if is_folder else (content, pack.files)
        new = InstalledKit(came=new_came, now=None if files == base else now)
        if new == old:
            raise KitAppError(N_("“{name}” is here already, just like this."), name=here.id)
        signer = signer_of(unpacked(new_came))
        row = replace(_row(told, files, signer), is_changed=new.now is not None)
        return Arriving(row=row, installed=new, here=here, changes=changes(own, files, kept))

    def _pack_of(self, path: Path, step: Step) -> tuple[KitPack, bytes]:
        """What stands in a file or in a folder, as a file that travels."""
        if path.is_dir():
            files = read_folder(path)
            kit = self._sound(files, _BROKEN, step)
            content = packed(manifest_bytes(manifest_of(files, kit)), files)
        else:
            content = _read(path)
        return unpacked(content), content

    def _sound(self, files: KitFiles, message: str, step: Step = _go_on) -> Kit:
        """The kit of `files`. Raises KitFileError with everything that is wrong with it."""
        name = digest(files)
        if self._last_sound is None or self._last_sound[0] != name:
            problems, kit = self._check(files, step)
            if kit is None:
                raise KitFileError(message, problems)
            self._last_sound = name, kit
        return self._last_sound[1]

    def _signature(self, told: bytes) -> Signature:
        name = " ".join(self._profile.facility.name.split())
        if not name or not name.isprintable():
            raise KitAppError(
                N_("A kit is signed in the name of your facility: give it one in the settings.")
            )
        signed = sign(self._folder, _message(name, told))
        return Signature(name=name, key=signed.key, signature=signed.signature)

    def _installed(self, kit_id: str) -> InstalledKit:
        if kit_id not in self._place.ids():
            raise KitAppError(N_("There is no kit “{name}” here."), name=kit_id)
        return self._place.read(kit_id)


def _as_problem(error: KitFileError) -> KitProblem:
    """Why a kit does not travel, as a mistake of the whole kit."""
    values = {name: str(value) for name, value in error.values.items()}
    return KitProblem(file="", line=0, key="", message=error.message, values=values)


def signer_of(pack: KitPack) -> Signer | None:
    """Who vouches for a kit; None when nobody does. Raises KitFileError when that is not true."""
    found = pack.signature
    if found is None:
        return None
    signed = Signed(key=found.key, signature=found.signature)
    if not is_true(signed, _message(found.name, pack.manifest_bytes)):
        raise KitFileError(_FALSE, ())
    return Signer(name=found.name, key=found.key, fingerprint=fingerprint(found.key))


def _message(name: str, told: bytes) -> bytes:
    """What is signed: the name, so that nobody can set another one over a kit, and all that is told of it."""
    return _SIGNED + name.encode() + b"\n" + told


def _row(told: Manifest, files: KitFiles, signer: Signer | None) -> KitRow:
    return KitRow(
        id=told.id,
        digest=digest(files),
        version=told.version,
        licence=told.licence,
        titles=titles(files, told.languages),
        languages=told.languages,
        sources=told.sources,
        signer=signer,
    )


def _own_row(files: KitFiles) -> KitRow:
    """What is told of a kit of the program itself, which needs no proof."""
    return replace(_row(manifest_of({}, brief_of(files)), files, None), is_bundled=True)


def _require_same(told: Manifest, kit: Kit) -> None:
    """Raise unless what is told of a kit is what the kit itself says."""
    mine = manifest_of({}, kit)
    if (told.id, told.version, told.licence, told.languages) != (
        *(mine.id, mine.version, mine.licence, mine.languages),
    ):
        raise KitFileError(
            N_("This file tells other things of its kit than the kit itself. It is refused."), ()
        )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_PACK + 1)
    except OSError as error:
        raise StorageError(N_("“{name}” cannot be read."), str(error), name=path.name) from error
