"""Hostile and damaged kits by the thousand: what is taken in of them, how soon, and what it leaves behind.

As a process (`python -m tests.property.kit_fuzz COUNT`) it also says how much memory that took.
"""

import json
import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from kit_app.bootstrap import open_services
from kit_app.domain.dice import Dice
from kit_app.errors import KitAppError
from kit_app.services.kits import Kits
from kit_app.services.services import Services
from kit_app.storage import database
from tests.fakes import FakeClock
from tests.unit.content.tiny import tiny_kit
from tests.unit.services.tiny_kits import check_tiny, pack_of, read_tiny

_NAMES = (
    *("../evil.toml", "/evil.toml", "C:\\evil.toml", "..\\evil.toml", "words/../../evil", "CON.toml", "aux"),
    *("KIT.TOML", "Words/fr/kit.toml", "kit.toml/x.md", ".x", "a\u202eb.md", "a" * 300, "\x00", "kit.toml "),
)
_CONTENTS = (
    *(b"SQLite format 3\x00" + bytes(400), b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, b""),
    *(b'<!DOCTYPE a [<!ENTITY b "c">]><svg/>', b"[" * 20_000, b"a = " + b"[" * 9_000, b"\n" * 60_000),
    *(b"a" * 300_000, b"x = 9" + b"9" * 9_000, b"[[cards]]\n" * 9_000, b"\xff\xfe\x00", bytes(600_000)),
)
_PIECES = (
    *(b'"', b"[", b"]", b"[[", b"{", b"}", b"=", b"\n", b"#", b"'''", b'"""', b"\\", b".", b"-1", b"1e999"),
    *(b"nan", b"true", b"2024-01-01", b'"{', b'""', b"[]", b"\xff", b"\x00", b"\r", b'id = "Q2"\n'),
    *(b"[parameters]\n", b'code = ""\n', b"[[cards]]\n", b"{month}", b"{Q1.code}", b'code = "AAAA"\n'),
)
_PLACE = Dice(seed="kit fuzz")
_PLAIN = Dice(seed="", fixed={"kind": 0o100644})


@cache
def _whole() -> bytes:
    return pack_of(tiny_kit())


def archive(number: int) -> bytes:
    """A damaged or hostile archive, the same one for the same number."""
    dice = _PLACE.child(f"archive {number}")
    return dice.pick("way", (_bytes_changed, _cut, _entry_added, _headers_changed, _squeezed))(dice)


def _at(dice: Dice, name: str, end: int) -> int:
    return dice.number(name, 0, max(0, end - 1))


def _bytes_changed(dice: Dice) -> bytes:
    content = bytearray(_whole())
    for place in range(dice.number("count", 1, 8)):
        content[_at(dice, f"place {place}", len(content))] = dice.number(f"byte {place}", 0, 255)
    return bytes(content)


def _cut(dice: Dice) -> bytes:
    content = _whole()
    start, end = sorted(_at(dice, name, len(content)) for name in ("start", "end"))
    return content[:start] + content[end:]


def _headers_changed(dice: Dice) -> bytes:
    """Numbers of the directory that lie: sizes, places, kinds."""
    content = bytearray(_whole())
    start = struct.unpack("<L", content[-6:-2])[0]
    for turn in range(dice.number("count", 1, 4)):
        place = start + _at(dice, f"place {turn}", len(content) - start - 4)
        value = dice.pick(f"value {turn}", (0, 1, 0xFFFFFFFF, 0x7FFFFFFF, 8, 12, 0xA1FF0000, 64))
        content[place : place + 4] = struct.pack("<L", value)
    return bytes(content)


def _entry_added(dice: Dice) -> bytes:
    """A file that does not belong there, told of properly."""
    name = dice.pick("name", (*_NAMES, "images/x.png", "images/x.svg", "words/fr/x.toml", "sounds/x.wav"))
    return _zipped({**tiny_kit(), name: dice.pick("content", _CONTENTS)}, dice, zipfile.ZIP_STORED)


def _squeezed(dice: Dice) -> bytes:
    """A bomb of some megabytes."""
    return _bomb(dice.pick("name", ("images/x.png", "README.md")), dice.pick("size", (1, 3, 25)))


@cache
def _bomb(name: str, megabytes: int) -> bytes:
    files = {**tiny_kit(), name: bytes(megabytes * 1024 * 1024)}
    return _zipped(files, _PLAIN, zipfile.ZIP_DEFLATED)


def _zipped(files: dict[str, bytes], dice: Dice, method: int) -> bytes:
    told = {"format": 1, "id": "tiny", "version": "1", "licence": "CC-BY-4.0", "languages": ["fr", "en"]}
    sums = {name: sha256(content).hexdigest() for name, content in files.items()}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as pack:
        pack.writestr("manifest.json", json.dumps({**told, "sources": [], "files": sums}))
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"kit/{name}".replace("\x00", "?"))
            entry.external_attr = dice.pick("kind", (0o100644, 0, 0o100644, 0o120777, 0o040755)) << 16
            entry.compress_type = method
            pack.writestr(entry, content)
    return target.getvalue()


def kit_files(number: int) -> dict[str, bytes]:
    """The small kit with one of its files damaged or replaced, the same one for the same number."""
    dice = _PLACE.child(f"kit {number}")
    files = tiny_kit()
    name = dice.pick("name", sorted(files))
    content = files[name]
    way = dice.number("way", 0, 9)
    if way == 0:
        return {**files, name: content + f"# {number}\n".encode()}
    if way == 1:
        return {**files, name: dice.pick("content", _CONTENTS)}
    for turn in range(dice.number("turns", 1, 3)):
        place, piece = _at(dice, f"place {turn}", len(content)), dice.pick(f"piece {turn}", _PIECES)
        gone = dice.number(f"gone {turn}", 0, 12)
        content = content[:place] + piece + content[place + gone :]
    return {**files, name: content}


@dataclass(slots=True)
class Found:
    """What became of so many kits."""

    taken: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    slowest_s: float = 0.0
    outside: list[str] = field(default_factory=list)


def tried(folder: Path, count: int) -> Found:
    """Offer `count` archives and as many kits to a data folder in `folder`; other errors come through."""
    services = open_services(folder / "data", clock=FakeClock(), read=read_tiny)
    try:
        return _tried(services, folder, count)
    finally:
        services.close()


def _tried(services: Services, folder: Path, count: int) -> Found:
    kits = Kits(services.folder, services.library, services.profile, services.backups, check_tiny)
    found, path = Found(), folder / "arriving.sante-kit"
    for content in _contents(count):
        path.write_bytes(content)
        start = time.perf_counter()
        try:
            arriving = kits.read(path)
            kits.take_in(arriving)
            found.taken += 1
        except KitAppError as error:
            assert str(error).isprintable(), str(error)
            found.refused[error.message] = found.refused.get(error.message, 0) + 1
        found.slowest_s = max(found.slowest_s, time.perf_counter() - start)
    inside = {"data", path.name}
    found.outside = [one.name for one in folder.iterdir() if one.name not in inside]
    found.outside += [one.name for one in (services.folder / "kits").glob("*") if one.name != "tiny.kit"]
    return found


def _contents(count: int) -> Iterator[bytes]:
    for number in range(count):
        yield archive(number)
        yield _zipped(kit_files(number), _PLAIN, zipfile.ZIP_STORED)


def main(count: int) -> None:
    """Print what became of so many kits and how many megabytes the process took at its largest."""
    import resource  # not on Windows

    database.SYNCHRONOUS = "OFF"
    with tempfile.TemporaryDirectory() as folder:
        found = tried(Path(folder), count)
    unit = 1 if sys.platform == "darwin" else 1024
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({**asdict(found), "peak_mb": peak_mb}, ensure_ascii=True))


if __name__ == "__main__":
    main(int(sys.argv[1]))
