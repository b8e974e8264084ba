"""A file that travels to a region and back: lines of JSON that anybody can read, and a signature under them.

It is text and no archive, so that everybody sees in an editor what is told, and nothing in it can unpack
itself. The first line says what it is and who signed, the last one signs all lines above. Ends of lines do
not count: mail may change them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.shape import ShapeError
from kit_app.storage.signing import Signed, is_true, public_key, sign

LARGEST_FILE = 6 * 1024 * 1024
"""Some nine thousand sessions; a larger file would take more memory and time than a small computer has."""
LONGEST_LINE = 64 * 1024
MOST_LINES = 200_000
PROGRAM = "sant-escape-kit"

_DAMAGED = N_("“{name}” is damaged or was changed on the way: ask for it again. Nothing of it was taken in.")
_FOREIGN = N_("“{name}” is not a file of this kind. Choose one that ends in {suffix}.")
_NEWER = N_("“{name}” was written by a newer release of the program. Install that release to take it in.")
_UNSIGNED = N_(
    "“{name}” is not signed, or by another key than it says: somebody may have changed it."
    " Ask the sender for it again. Nothing of it was taken in."
)
_TOO_MUCH = N_(
    "There are more sessions than one file may hold. Turn those of earlier years into totals first:"
    " “Results”, “What is kept”."
)
_BREAKS = (ValueError, RecursionError, TypeError, KeyError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: its name in the first line, the newest format that this release knows, its suffix."""

    content: str
    format: int
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLines:
    """A file that was read: what its first line says, the lines below, and whose key signed them (hex).

    Lines are read when they are asked for, once: ValueError, RecursionError where one is no JSON.
    """

    head: Mapping[str, Any]
    lines: Iterator[Any]
    key: str


def written(folder: Path, kind: Kind, head: Mapping[str, object], lines: Iterable[object]) -> bytes:
    """The bytes of a file, signed with the key of the data folder. Raises StorageError.

    The same lines give the same bytes.
    """
    first = {"program": PROGRAM, "content": kind.content, "format": kind.format, "key": public_key(folder)}
    told = [_line({**first, **head}), *map(_line, lines)]
    signature = sign(folder, _signed([line.encode() for line in told])).signature
    content = ("\n".join((*told, _line({"signature": signature}))) + "\n").encode()
    if len(content) > LARGEST_FILE or len(told) > MOST_LINES:
        raise StorageError(_TOO_MUCH, f"{len(content)} bytes")
    return content


def read(content: bytes, kind: Kind, name: str) -> SignedLines:
    """What a file says, proved to be as it was signed. `name` is for the sentence. Raises StorageError."""
    foreign = StorageError(_FOREIGN, name=name, suffix=kind.suffix)
    if not content.lstrip()[:1] == b"{" or len(content) > LARGEST_FILE:
        raise foreign
    try:
        return _read(content, kind, name)
    except _BREAKS as error:
        raise StorageError(_DAMAGED, f"{type(error).__name__}: {error}"[:300], name=name) from error


def damaged(name: str, why: str) -> StorageError:
    """The refusal of a file whose lines are not what they should be."""
    return StorageError(_DAMAGED, why[:300], name=name)


def _read(content: bytes, kind: Kind, name: str) -> SignedLines:
    lines = content.replace(b"\r", b"").strip(b"\n").split(b"\n", MOST_LINES + 2)
    if len(lines) > MOST_LINES + 2 or any(len(line) > LONGEST_LINE for line in lines):
        raise ShapeError("too many lines, or one is too long")
    head = json.loads(lines[0])
    if not isinstance(head, dict) or head.get("program") != PROGRAM or head.get("content") != kind.content:
        raise StorageError(_FOREIGN, name=name, suffix=kind.suffix)
    number = head.get("format")
    if type(number) is not int or number < 1:
        raise ShapeError("no format")
    if number > kind.format:
        raise StorageError(_NEWER, f"format {number}", name=name)
    last = json.loads(lines[-1]) if len(lines) > 1 else {}
    signature = last.get("signature") if isinstance(last, dict) else None
    key = head.get("key")
    is_signed = isinstance(signature, str) and isinstance(key, str)
    if not is_signed or not is_true(Signed(key=str(key), signature=str(signature)), _signed(lines[:-1])):
        raise StorageError(_UNSIGNED, name=name)
    return SignedLines(head=head, lines=map(json.loads, lines[1:-1]), key=str(key).lower())


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _signed(lines: Iterable[bytes]) -> bytes:
    """What the signature is made of: a sum of the lines, marked as ours so that it signs nothing else."""
    total = sha256()
    for line in lines:
        total.update(line + b"\n")
    return b"sant-escape-kit lines\n" + total.digest()
