"""A facility's profile as one file that travels: what was typed and the logo, checked when it arrives."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from unicodedata import category

from kit_app.domain.facility import Facility
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.codec import encoded
from kit_app.storage.facility_shape import FORMAT, MIGRATIONS
from kit_app.storage.sealed import UNREADABLE, check_sums, part_of
from kit_app.storage.shape import NewerShapeError, ShapeError, plain, reader

SUFFIX = ".sante-profile"
LARGEST_FILE = 8 * 1024 * 1024
LARGEST_DATA = 256 * 1024
"""Bytes of what was typed."""
LONGEST_TEXT, MOST_ENTRIES = 2000, 200
PICTURES = (".png", ".svg", ".jpg", ".jpeg")
IDENT_LENGTH = 12

_MANIFEST, _FACILITY, _LOGO = "profile.json", "facility.json", "logo"
_EPOCH = (1980, 1, 1, 0, 0, 0)

_DAMAGED = N_(
    "This file is damaged or was changed on the way. Export the profile again. Nothing was imported."
)
_FOREIGN = N_("This is not a facility’s profile. Choose a file that ends in .sante-profile.")
_NEWER = N_("This file was written by a newer release of the program. Install that release to import it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFacility:
    """A profile on its way: its id where it was made, and its logo as `logo` with the end of its name.

    `facility.logo` is empty; without a picture `logo` and `suffix` are, too.
    """

    id: str
    facility: Facility
    logo: bytes = b""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    format: int
    program: str
    id: str
    sha256: dict[str, str]


def packed(content: PackedFacility) -> bytes:
    """The bytes of the file; the same content always gives the same bytes."""
    parts = {_FACILITY: encoded(replace(content.facility, logo="")).encode()}
    if content.logo:
        parts[f"{_LOGO}{content.suffix}"] = content.logo
    manifest = _Manifest(
        format=FORMAT,
        program="sant-escape-kit",
        id=content.id,
        sha256={name: sha256(part).hexdigest() for name, part in parts.items()},
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in ((_MANIFEST, encoded(manifest).encode()), *parts.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, part)
    return target.getvalue()


def unpacked(content: bytes) -> PackedFacility:
    """What the file holds, every value checked, nothing written anywhere. Raises StorageError.

    Whether the logo is a picture is for others to see.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise StorageError(_FOREIGN, "not a zip file")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _unpacked(archive)
    except NewerShapeError as error:
        raise StorageError(_NEWER, str(error)) from error
    except UNREADABLE as error:
        raise StorageError(_DAMAGED, f"{type(error).__name__}: {error}") from error


def _unpacked(archive: zipfile.ZipFile) -> PackedFacility:
    names = archive.namelist()
    if _MANIFEST not in names:
        raise StorageError(_FOREIGN, f"{names[:5]}")
    data = json.loads(part_of(archive, _MANIFEST, LARGEST_DATA))
    if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > FORMAT:
        raise StorageError(_NEWER, f"format {data['format']}")
    manifest: _Manifest = reader(_Manifest)(data)
    if len(manifest.id) != IDENT_LENGTH or set(manifest.id) - set("0123456789abcdef"):
        raise ShapeError("not an id of ours")
    logos = [name for name in names if name in {f"{_LOGO}{suffix}" for suffix in PICTURES}]
    wanted = [_FACILITY, *logos[:1]]
    if sorted(names) != sorted((_MANIFEST, *wanted)) or set(manifest.sha256) != set(wanted):
        raise ShapeError(f"other parts than the usual: {names[:10]}")
    parts = {_FACILITY: part_of(archive, _FACILITY, LARGEST_DATA)}
    parts |= {name: part_of(archive, name, LARGEST_FILE) for name in logos}
    check_sums(parts, manifest.sha256)
    logo = logos[0] if logos else ""
    return PackedFacility(
        id=manifest.id,
        facility=_facility(_brought_up(json.loads(parts[_FACILITY]), manifest.format)),
        logo=parts.get(logo, b""),
        suffix=logo.removeprefix(_LOGO),
    )


def _brought_up(data: object, number: int) -> object:
    """What was typed, from the shape of an older release. Raises ShapeError for a format that never was."""
    if not 1 <= number <= FORMAT:
        raise ShapeError(f"format {number}")
    for migrate in MIGRATIONS[number - 1 :] if isinstance(data, dict) else ():
        data = migrate(data) if isinstance(data, dict) else data
    return data


def _facility(data: object) -> Facility:
    """The profile in one-line texts of a length that a form could have taken. Raises ShapeError."""
    found: Facility = reader(Facility)(data)
    tidy: Facility = reader(Facility)(_tidied(plain(replace(found, logo=""))))
    if max(len(tidy.rooms), len(tidy.contacts), len(tidy.procedures)) > MOST_ENTRIES:
        raise ShapeError("more entries than any facility has")
    if any(len(text) > LONGEST_TEXT for text in _texts(plain(tidy))):
        raise ShapeError("a text is longer than any facility's")
    return tidy


def _tidied(value: Any) -> Any:
    """The same with every text on one line."""
    if isinstance(value, str):
        return "".join(" " if category(sign) == "Cc" else sign for sign in value).strip()
    if isinstance(value, Mapping):
        return {key: _tidied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    """Every text, ids included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
