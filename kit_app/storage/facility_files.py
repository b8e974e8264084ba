"""The facilities' profiles: a JSON file each beside the copy of its logo, and which one is chosen.

Releases that knew one facility kept it as one file in the data folder itself; it is taken over from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from kit_app.domain.facility import Facility, KnownFacility
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.facility_shape import FORMAT, MIGRATIONS
from kit_app.storage.json_file import UnreadableError, read_json, write_json
from kit_app.storage.looking import refuse_to_change
from kit_app.storage.refusal import refusal

FOLDER = "facilities"
FORMER_NAME = "facility.json"
VERSION = 1
_CHOSEN_NAME = "chosen.json"
_IDENT = re.compile(r"[0-9a-f]{12}")
_REFUSED = N_("The facility’s profile could not be kept: the disk refused.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """Which profile is the one of today."""

    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFacilities:
    """The profiles, at least an empty one, the id of the chosen one, and what there is to tell of the files.

    `is_former`: the only one stands where an older release kept it, and is still to be taken over.
    """

    known: tuple[KnownFacility, ...]
    chosen: str
    notices: tuple[StorageError, ...] = ()
    is_former: bool = False


def new_id() -> str:
    """An id that no other profile has, on no other computer either: sessions that travel name it."""
    return uuid4().hex[:12]


def read_facilities(folder: Path, wall_ms: int, former: Facility) -> ReadFacilities:
    """The profiles of `folder`; `former` (what older settings held) while there is none.

    Never raises for an unreadable file: it is moved aside, and the others are read.
    """
    place = folder / FOLDER
    paths = [path for path in sorted(place.glob("*.json")) if _IDENT.fullmatch(path.stem)]
    if not paths:
        return _read_former(folder, wall_ms, former)
    known: list[KnownFacility] = []
    errors: list[UnreadableError] = []
    for path in paths:
        try:
            known.append(KnownFacility(id=path.stem, facility=_with_logo(place, _read(path, wall_ms))))
        except UnreadableError as error:
            errors.append(error)
    notices = [_told(error, are_others=bool(known)) for error in errors]
    if not known:
        return _empty(notices)
    chosen, told = _chosen(place, known, wall_ms, is_doubtful=bool(notices))
    return ReadFacilities(known=tuple(known), chosen=chosen, notices=(*notices, *told))


def _empty(notices: Iterable[StorageError] = ()) -> ReadFacilities:
    only = KnownFacility(id=new_id(), facility=Facility())
    return ReadFacilities(known=(only,), chosen=only.id, notices=tuple(notices))


def _read(path: Path, wall_ms: int) -> Facility:
    found: Facility = read_json(path, Facility, MIGRATIONS, wall_ms) or Facility()
    return found


def _with_logo(place: Path, facility: Facility) -> Facility:
    """The logo's file beside the profile's, wherever the data folder stood when it was written."""
    return replace(facility, logo=str(place / Path(facility.logo).name)) if facility.logo else facility


def _chosen(
    place: Path, known: list[KnownFacility], wall_ms: int, *, is_doubtful: bool
) -> tuple[str, tuple[StorageError, ...]]:
    """The id of the chosen profile: the first by its name where nobody can say; then that is told."""
    try:
        choice: _Choice = read_json(place / _CHOSEN_NAME, _Choice, (), wall_ms) or _Choice()
    except UnreadableError:
        choice, is_doubtful = _Choice(), True
    if choice.id in {one.id for one in known}:
        return choice.id, ()
    first = min(known, key=lambda one: one.facility.name.casefold())
    message = N_("You now play for “{name}”. Choose another facility in the settings if that is not right.")
    is_told = is_doubtful and first.facility.name
    return first.id, ((StorageError(message, name=first.facility.name),) if is_told else ())


def _read_former(folder: Path, wall_ms: int, former: Facility) -> ReadFacilities:
    try:
        found: Facility = read_json(folder / FORMER_NAME, Facility, MIGRATIONS, wall_ms) or former
    except UnreadableError as error:
        return _empty([_told(error, are_others=False)])
    if found == Facility():
        return _empty()
    ours = folder / Path(found.logo).name
    if found.logo and not Path(found.logo).exists() and ours.exists():
        found = replace(found, logo=str(ours))
    only = KnownFacility(id=new_id(), facility=found)
    return ReadFacilities(known=(only,), chosen=only.id, is_former=True)


def take_over(folder: Path, read: ReadFacilities) -> ReadFacilities:
    """Give what an older release kept a file of its own here, then drop the old one. Raises StorageError."""
    if not read.is_former:
        return read
    (only,) = read.known
    logo = Path(only.facility.logo)
    moved = replace(only, facility=replace(only.facility, logo=_moved_logo(folder, only)))
    write_facility(folder, moved)
    write_chosen(folder, only.id)
    with suppress(OSError):
        (folder / FORMER_NAME).unlink(missing_ok=True)
        if logo.parent == folder and logo.name.startswith("logo."):
            logo.unlink(missing_ok=True)
    return replace(read, known=(moved,), is_former=False)


def _moved_logo(folder: Path, only: KnownFacility) -> str:
    """The path of the logo's copy among the profiles; empty when there is none to copy."""
    logo = Path(only.facility.logo)
    if not only.facility.logo:
        return ""
    try:
        content = logo.read_bytes()
    except OSError:
        return ""
    return str(keep_logo(folder, only.id, logo.name, content, logo.suffix))


def _told(error: UnreadableError, *, are_others: bool) -> StorageError:
    if are_others and error.name:
        return StorageError(
            N_(
                "The profile of one facility could not be read. It was set aside as “{name}”; the others are"
                " as they were. A copy of your data may still have it."
            ),
            str(error),
            name=error.name,
        )
    if not error.name:
        return StorageError(N_("The facility’s profile could not be read; it begins empty."), str(error))
    return StorageError(
        N_("The facility’s profile could not be read. It was set aside as “{name}” and begins empty."),
        str(error),
        name=error.name,
    )


def write_facility(folder: Path, known: KnownFacility) -> None:
    """Replace a profile of `folder`, whole or not at all; logos that it no longer names go.

    Raises StorageError.
    """
    place = folder / FOLDER
    facility = known.facility
    logo = Path(facility.logo).name if facility.logo else ""
    try:
        write_json(place / f"{known.id}.json", replace(facility, logo=logo), FORMAT)
    except OSError as error:
        raise refusal(_REFUSED, error) from error
    with suppress(OSError):
        for path in _logos(place, known.id):
            if path.name != logo:
                path.unlink()


def write_chosen(folder: Path, ident: str) -> None:
    """Remember which profile is chosen. Raises StorageError."""
    try:
        write_json(folder / FOLDER / _CHOSEN_NAME, _Choice(id=ident), VERSION)
    except OSError as error:
        raise refusal(_REFUSED, error) from error


def drop_facility(folder: Path, ident: str) -> None:
    """Delete a profile with its logo; one that was never stored is gone already. Raises StorageError."""
    refuse_to_change(folder)
    place = folder / FOLDER
    try:
        (place / f"{ident}.json").unlink(missing_ok=True)
        for path in _logos(place, ident):
            path.unlink()
    except OSError as error:
        raise StorageError(
            N_("The profile cannot be removed: the disk refused. Nothing was changed."), str(error)
        ) from error


def _logos(place: Path, ident: str) -> list[Path]:
    return list(place.glob(f"{ident}-logo-*"))


def keep_logo(folder: Path, ident: str, name: str, content: bytes, suffix: str) -> Path:
    """Keep a profile's picture in the data folder, where it stays when the original is moved.

    Another picture gets another name, so that whoever shows the old one sees that it is another; the old one
    stays until a profile without it is written. Raises StorageError.
    """
    refuse_to_change(folder)
    mark = sha256(content).hexdigest()[:8]
    target = folder / FOLDER / f"{ident}-logo-{mark}{suffix}"
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageError(
            N_("The picture “{name}” cannot be copied. Check the file and the free space, then try again."),
            str(error),
            name=name,
        ) from error
    return target
