"""The files of a kit as bytes: read from a folder or a snapshot, packed into one, named by a digest."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from kit_app.domain.problems import KitProblem
from kit_app.errors import KitFileError
from kit_app.i18n import N_

KitFiles = Mapping[str, bytes]
"""Each file's bytes under its path in the kit, with forward slashes: `words/fr/P1.toml`."""

LARGEST_FILE = 20 * 1024 * 1024
MOST_FILES = 2_000

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def read_folder(folder: Path) -> KitFiles:
    """The files of the kit in `folder`, those that begin with a dot left out. Raises KitFileError.

    Lines of TOML and SVG files end with a line feed whatever the system wrote: one digest everywhere.
    """
    if not (folder / "kit.toml").is_file():
        raise _refused("kit.toml", N_("There is no kit in this folder: kit.toml is missing."))
    files: dict[str, bytes] = {}
    try:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in PurePosixPath(name).parts):
                _check_size(name, path.stat().st_size, len(files))
                files[name] = _with_plain_line_ends(name, path.read_bytes())
    except OSError as cause:
        raise _refused("kit.toml", N_("The kit cannot be read: {reason}."), reason=str(cause)) from cause
    return files


def snapshot(files: KitFiles) -> bytes:
    """`files` as one zip archive; the same files always give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, files[name])
    return target.getvalue()


DAMAGED_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, LookupError),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError),
)
"""What a damaged archive makes its reader raise."""


def read_snapshot(packed: bytes) -> KitFiles:
    """The files of a snapshot. Raises KitFileError when it is none or is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            return dict(_entries(archive))
    except DAMAGED_ARCHIVE as cause:
        raise _refused(
            "kit.toml", N_("The stored copy of the kit is damaged: {reason}."), reason=str(cause)
        ) from cause


def digest(files: KitFiles) -> str:
    """SHA-256 (hex) over every path and its bytes: two kits with the same digest are the same."""
    total = sha256()
    for name in sorted(files):
        total.update(f"{name}\n{len(files[name])}\n".encode())
        total.update(files[name])
    return total.hexdigest()


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for count, entry in enumerate(archive.infolist()):
        parts = PurePosixPath(entry.filename).parts
        if entry.is_dir():
            continue
        if entry.filename.startswith("/") or "\\" in entry.filename or ".." in parts:
            raise _refused(
                "kit.toml", N_("The kit holds a file with an unsafe name: {name}."), name=entry.filename
            )
        _check_size(entry.filename, entry.file_size, count)
        yield entry.filename, archive.read(entry)


def _check_size(name: str, size: int, count: int) -> None:
    if size > LARGEST_FILE:
        raise _refused(name, N_("This file is larger than 20 MB. Make it smaller or take it out of the kit."))
    if count >= MOST_FILES:
        raise _refused(name, N_("The kit has more than 2,000 files. Take out what does not belong to it."))


def _with_plain_line_ends(name: str, content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n") if name.endswith((".toml", ".svg")) else content


def _refused(file: str, message: str, **values: str) -> KitFileError:
    problem = KitProblem(file=file, line=0, key="", message=message, values=values)
    return KitFileError(message, (problem,), **values)
