"""A kit as one file that travels: a zip of its files, what is told of them, and who signed that.

The same kit gives the same bytes everywhere: nothing is squeezed, names are sorted, dates are fixed. What
arrives is counted while it is read, whatever it says of itself, and nothing of it is written anywhere.
"""

import io
import json
import stat
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from kit_app.content.brief import Brief
from kit_app.content.files import DAMAGED_ARCHIVE, LARGEST_FILE, MOST_FILES, KitFiles
from kit_app.content.pack_rules import (
    FILE_TOO_LARGE,
    LARGEST_TOTAL,
    TOO_LARGE,
    TOO_MANY,
    check_contents,
    check_names,
    refuse,
    shown,
)
from kit_app.domain.disk_names import is_plain_name
from kit_app.domain.kit import Kit
from kit_app.errors import KitFileError
from kit_app.i18n import N_

PACK_FORMAT = 1
SUFFIX = ".sante-kit"
LARGEST_PACK = LARGEST_TOTAL + 2 * 1024 * 1024
PROGRAM = "sant-escape-kit"

_MANIFEST, _SIGNATURE, _KIT = "manifest.json", "signature.json", "kit/"
_LARGEST_MANIFEST = 1024 * 1024
_LARGEST_DIRECTORY = 1024 * 1024
_LARGEST_SIGNATURE = 4096
_LONGEST_TEXT, _MOST_SOURCES = 500, 500
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_FAR_MARK, _FAR_SIZE = b"PK\x06\x07", 20
"""Tells where the directory of a very large archive is; ours are never so large."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_CHUNK = 256 * 1024

_FOREIGN = N_("This is not a kit that was exported. Choose a file that ends in .sante-kit.")
_DAMAGED = N_("This file is damaged or was changed on the way. Export the kit again. Nothing was imported.")
_NEWER = N_("This file was written by a newer release of the program. Install that release to import it.")
_ODD_ID = N_(
    "The id “{name}” in kit.toml is no file name on every computer. Make it of letters, digits and hyphens."
)
_ODD_LINE = N_("“{name}” in kit.toml is empty, too long or cannot be shown. Every kit that travels tells it.")
_NO_PLAIN_FILE = N_("“{name}” is a link or locked by a password, which no kit is. Nothing was imported.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is told of a kit: each file's SHA-256 (hex) under its path, and where its figures come from."""

    id: str
    version: str
    licence: str
    languages: tuple[str, ...]
    sources: tuple[str, ...]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who vouches for a manifest: a name of a house, its public key and the signature, both in hex."""

    name: str
    key: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPack:
    """A kit on its way. `manifest_bytes` are what a signature vouches for."""

    manifest: Manifest
    manifest_bytes: bytes
    files: KitFiles
    signature: Signature | None


def manifest_of(files: KitFiles, kit: Kit | Brief) -> Manifest:
    """What is told of `kit`, whose files these are. Raises KitFileError for what does not travel."""
    check_names(files)
    check_contents(files)
    if not is_plain_name(kit.id):
        raise refuse(_ODD_ID, name=shown(kit.id))
    sources = dict.fromkeys(shown(_line(source))[:_LONGEST_TEXT] for source in kit.sources)
    return Manifest(
        id=kit.id,
        version=_told("version", kit.version),
        licence=_told("licence", kit.licence),
        languages=kit.languages,
        sources=tuple(source for source in sources if source)[:_MOST_SOURCES],
        files={name: sha256(files[name]).hexdigest() for name in sorted(files)},
    )


def _told(key: str, text: str) -> str:
    """What kit.toml says under `key`, on one line. Raises KitFileError when it cannot be shown."""
    line = _line(text)
    if not _is_shown(line):
        raise refuse(_ODD_LINE, name=key)
    return line


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_shown(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_TEXT and text.isprintable()


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written and signed. Raises KitFileError when it could not be read back."""
    data = {
        "format": PACK_FORMAT,
        "program": PROGRAM,
        "id": manifest.id,
        "version": manifest.version,
        "licence": manifest.licence,
        "languages": list(manifest.languages),
        "sources": list(manifest.sources),
        "files": dict(manifest.files),
    }
    _manifest(data)
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def packed(manifest: bytes, files: KitFiles, signature: Signature | None = None) -> bytes:
    """The bytes of the file; the same kit always gives the same bytes."""
    parts = {_MANIFEST: manifest}
    if signature is not None:
        told = {"name": signature.name, "key": signature.key, "signature": signature.signature}
        parts[_SIGNATURE] = (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    parts |= {_KIT + name: files[name] for name in sorted(files)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, part)
    return target.getvalue()


def unpacked(content: bytes) -> KitPack:
    """What the file holds, each byte as it was told of, nothing written anywhere. Raises KitFileError.

    Whether the kit is one that can be played, and whether the signature is true, is for others to see.
    """
    _check_frame(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _unpacked(archive)
    except KitFileError:
        raise
    except (*DAMAGED_ARCHIVE, RecursionError, TypeError) as cause:
        raise KitFileError(_DAMAGED, (), f"{type(cause).__name__}: {cause}") from cause


def _check_frame(content: bytes) -> None:
    """Look at the end of the archive before anybody makes a list of what it says it holds.

    Ours has no remark behind it, nothing before it, one part and a short directory.
    """
    if len(content) > LARGEST_PACK:
        raise refuse(TOO_LARGE)
    if not content.startswith(b"PK\x03\x04"):
        raise refuse(_FOREIGN)
    if len(content) < _END.size or content[-_END.size :][:4] != _END_MARK:
        raise refuse(_DAMAGED)
    _mark, disk, first, here, entries, size, start, remark = _END.unpack(content[-_END.size :])
    if entries > MOST_FILES + 2 or size > _LARGEST_DIRECTORY:
        raise refuse(TOO_MANY)
    is_odd = disk or first or remark or here != entries or start + size != len(content) - _END.size
    if is_odd or content[-_END.size - _FAR_SIZE :][:4] == _FAR_MARK:
        raise refuse(_DAMAGED)


def _unpacked(archive: zipfile.ZipFile) -> KitPack:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if _MANIFEST not in names:
        raise refuse(_FOREIGN)
    for entry in entries:
        _check_entry(entry)
    others = [name for name in names if name not in (_MANIFEST, _SIGNATURE)]
    check_names(others)
    if len(set(names)) != len(names) or not all(name.startswith(_KIT) for name in others):
        raise refuse(_DAMAGED)
    inner = [name.removeprefix(_KIT) for name in others]
    told = _read(archive, _MANIFEST, _LARGEST_MANIFEST)
    manifest = _manifest(_json(told))
    if set(manifest.files) != set(inner):
        raise refuse(_DAMAGED)
    files = _files(archive, inner)
    if any(sha256(files[name]).hexdigest() != manifest.files[name] for name in files):
        raise refuse(_DAMAGED)
    check_contents(files)
    signature = None
    if _SIGNATURE in names:
        signature = _signature(_json(_read(archive, _SIGNATURE, _LARGEST_SIGNATURE)))
    return KitPack(manifest=manifest, manifest_bytes=told, files=files, signature=signature)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.flag_bits & 0x1:
        raise refuse(_NO_PLAIN_FILE, name=shown(entry.filename))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refuse(_DAMAGED)


def _files(archive: zipfile.ZipFile, names: list[str]) -> dict[str, bytes]:
    files, left = {}, LARGEST_TOTAL
    for name in names:
        files[name] = _read(archive, _KIT + name, min(LARGEST_FILE, left), left < LARGEST_FILE)
        left -= len(files[name])
    return files


def _read(archive: zipfile.ZipFile, name: str, most: int, is_last: bool = False) -> bytes:
    """A part's bytes, never more than `most`, whatever the archive says of itself."""
    parts, count = [], 0
    with archive.open(name) as file:
        while part := file.read(_CHUNK):
            count += len(part)
            if count > most:
                raise refuse(TOO_LARGE if is_last else FILE_TOO_LARGE, name=shown(name))
            parts.append(part)
    return b"".join(parts)


def _json(content: bytes) -> Any:
    return json.loads(content.decode("utf-8"))


def _manifest(data: Any) -> Manifest:
    """The manifest of `data`. Raises KitFileError when it is none."""
    if not isinstance(data, dict):
        raise refuse(_DAMAGED)
    if isinstance(data.get("format"), int) and data["format"] > PACK_FORMAT:
        raise refuse(_NEWER)
    files = data.get("files")
    if data.get("format") != PACK_FORMAT or not isinstance(files, dict) or not files:
        raise refuse(_DAMAGED)
    if not all(isinstance(total, str) for total in files.values()):
        raise refuse(_DAMAGED)
    ident = _text(data.get("id"))
    if not is_plain_name(ident) or "/" in ident:
        raise refuse(_DAMAGED)
    return Manifest(
        id=ident,
        version=_text(data.get("version")),
        licence=_text(data.get("licence")),
        languages=_texts(data.get("languages")),
        sources=_texts(data.get("sources")),
        files=files,
    )


def _signature(data: Any) -> Signature:
    if not isinstance(data, dict):
        raise refuse(_DAMAGED)
    return Signature(
        name=_text(data.get("name")), key=_text(data.get("key")), signature=_text(data.get("signature"))
    )


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > _MOST_SOURCES:
        raise refuse(_DAMAGED)
    return tuple(map(_text, value))


def _text(value: Any) -> str:
    """One line that can be shown. Raises KitFileError."""
    if not isinstance(value, str) or not _is_shown(value):
        raise refuse(_DAMAGED)
    return value
