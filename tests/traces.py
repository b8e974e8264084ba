"""Looks for words in every byte of a folder, inside archives and stored archives too."""

import io
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
_SQLITE = b"SQLite format 3\0"
_ZIP = b"PK"


def traces(folder: Path, words: Iterable[str], spared: Path | None = None) -> list[str]:
    """Where one of `words` (or a part of it, between spaces and hyphens) is found: in a name or in a content.

    `spared` is the file that the facilitator saved. Journals, logs and what an archive holds are files too;
    of a database the stored archives are opened besides.
    """
    parts = {part for word in words for part in word.replace("-", " ").split()}
    found = []
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder).as_posix()
        found += [f"{where}: in its name" for part in parts if part in path.name]
        if path.is_file() and path != spared:
            for inside, content in _contents(where, path.read_bytes()):
                found += [inside for part in parts if _holds(content, part)]
    return found


def _holds(content: bytes, part: str) -> bool:
    return any(part.encode(one, "ignore") in content for one in ENCODINGS)


def _contents(where: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield where, content
    if content.startswith(_SQLITE):
        for place, blob in enumerate(_blobs(content)):
            yield from _contents(f"{where} / archive {place}", blob)
    elif content.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"{where} / {name}", name.encode()
                yield from _contents(f"{where} / {name}", archive.read(name))


def _blobs(content: bytes) -> list[bytes]:
    with closing(sqlite3.connect(":memory:")) as connection:
        plain = bytearray(content)
        plain[18:20] = b"\1\1"  # no log beside it: what the log holds is searched as a file of its own
        connection.deserialize(bytes(plain))
        try:
            return [bytes(row[0]) for row in connection.execute("SELECT files FROM kits")]
        except sqlite3.DatabaseError:  # no table of kits yet, or a file that is only being written
            return []
