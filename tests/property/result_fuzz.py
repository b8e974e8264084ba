"""Hostile and damaged results by the thousand: what is taken in, how soon, what it leaves behind.

As a process (`python -m tests.property.result_fuzz COUNT`) it also says how much memory that took.
"""

import gzip
import io
import json
import sys
import tarfile
import tempfile
import time
import zipfile
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from kit_app.bootstrap import open_services
from kit_app.domain.dice import Dice
from kit_app.services.services import Services
from kit_app.storage import database
from kit_app.storage.region import signed_lines
from kit_app.storage.region.bundle import KIND, Bundle, packed
from tests.fakes import FakeClock
from tests.unit.services.region.rows import reporter, row, withdrawn

_PLACE = Dice(seed="result fuzz")
_ODD: tuple[Any, ...] = (
    *(
        "",
        "../../evil",
        "/etc/passwd",
        "C:\\evil",
        "CON",
        "a\u202eb",
        "x" * 90,
        "é" * 30_000,
        "\x00",
        "\ud800",
    ),
    *(-1, 0, 5, 10**6, 10**7, 2**53, 2**64, 10**400, 1e308, 0.5, True, None, [], {}, [[]], {"a": []}),
    *(
        [["Q1", 2, 1, 1, 1, 1]] * 700,
        [["Q1", 9, 1, 1, 1, 1]],
        [["Q1", 2]],
        [{}],
        "{}",
        '{"moments":{"before":-1}}',
    ),
)
_PIECES = (
    b'"',
    b"{",
    b"}",
    b"[" * 3000,
    b"\n",
    b"\r\n",
    b"\xff",
    b"\x00",
    b":",
    b",",
    b"NaN",
    b"1e999",
    b"\\ud800",
)
_HEAD = ("format", "key", "program", "content", "facility", "told_ms", "kits", "rows")


@cache
def _key_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="signs-"))


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    """The lines of a sound file."""
    lines = _sound().decode().splitlines()
    return tuple(json.loads(line) for line in lines[1:-1])


@cache
def _sound() -> bytes:
    dice = Random(1)
    rows = (*(row(1, number, dice) for number in range(4)), withdrawn(1, 9, 3))
    return packed(_key_folder(), Bundle(reporter=reporter(1), rows=rows))


def content(number: int) -> bytes:
    """A damaged or hostile file, the same one for the same number."""
    dice = _PLACE.child(f"file {number}")
    ways = (_bytes_changed, _piece_put, _lines_moved, _rows_changed, _rows_changed, _head_changed, _foreign)
    return dice.pick("way", ways)(dice)


def _at(dice: Dice, name: str, end: int) -> int:
    return dice.number(name, 0, max(0, end - 1))


def _bytes_changed(dice: Dice) -> bytes:
    found = bytearray(_sound())
    for place in range(dice.number("count", 1, 6)):
        found[_at(dice, f"place {place}", len(found))] = dice.number(f"byte {place}", 0, 255)
    return bytes(found)


def _piece_put(dice: Dice) -> bytes:
    found, place = _sound(), _at(dice, "place", len(_sound()))
    return found[:place] + dice.pick("piece", _PIECES) + found[place + dice.number("gone", 0, 900) :]


def _lines_moved(dice: Dice) -> bytes:
    lines = _sound().split(b"\n")
    first, second = (_at(dice, name, len(lines)) for name in ("first", "second"))
    match dice.number("how", 0, 3):
        case 0:
            lines[first], lines[second] = lines[second], lines[first]
        case 1:
            lines.insert(first, lines[second])
        case 2:
            lines[first] = lines[first] * 400
        case _:
            del lines[first]
    return b"\n".join(lines)


def _signed(head: dict[str, Any], rows: list[Any]) -> bytes:
    """A file that is signed as it should be, whatever stands in it; such a one has no half characters."""
    try:
        return signed_lines.written(_key_folder(), KIND, head, rows)
    except UnicodeEncodeError:
        return b"{}"


def _sound_head(rows: int) -> dict[str, Any]:
    head: dict[str, Any] = json.loads(_sound().split(b"\n")[0])
    return {**{key: head[key] for key in ("facility", "told_ms", "kits")}, "rows": rows}


def _rows_changed(dice: Dice) -> bytes:
    rows: list[Any] = [dict(one) for one in _rows()]
    for turn in range(dice.number("turns", 0, 3)):
        chosen = rows[_at(dice, f"row {turn}", len(rows))]
        names = (*sorted(chosen), "facility", "counts", "puzzles", "is_withdrawn", "name")
        if isinstance(chosen, dict):
            chosen[dice.pick(f"name {turn}", names)] = dice.pick(f"value {turn}", _ODD)
    if dice.number("whole", 0, 9) == 0:
        rows[0] = dice.pick("row", _ODD)
    return _signed(_sound_head(len(rows)), rows)


def _head_changed(dice: Dice) -> bytes:
    head = _sound_head(len(_rows()))
    name = dice.pick("name", _HEAD)
    value = dice.pick("value", _ODD)
    if name == "facility" and dice.number("inside", 0, 1):
        value = {**head["facility"], dice.pick("part", ("id", "name", "more")): value}
    return _signed({**head, name: value}, [*_rows()])


@cache
def _foreigners() -> tuple[bytes, ...]:
    """Files of other kinds: bombs, links and paths in archives, entities of XML, databases, pictures.

    The bombs are small enough that making them does not count in the memory that is measured.
    """
    bomb, links = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("../../evil.sante-results", bytes(3_000_000))
    with tarfile.open(fileobj=links, mode="w") as tar:
        link = tarfile.TarInfo("../evil")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    return (
        *(bomb.getvalue(), links.getvalue(), gzip.compress(bytes(3_000_000)), b"SQLite format 3\x00" * 40),
        *(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"", b"{", b"{}", b"\n" * 100_000, b"{}\n" * 150_000),
        *(b"{" + b"[" * 60_000, b"{" * 2_000_000, b'{"program":"sant-escape-kit"}\n' * 3, bytes(7_000_000)),
        *(b'{"a":' * 5_000 + b"1" + b"}" * 5_000 + b"\n{}", b"{" + b"9" * 60_000 + b"\n{}"),
    )


def _foreign(dice: Dice) -> bytes:
    return dice.pick("foreign", _foreigners())


@dataclass(slots=True)
class Found:
    """What became of so many files."""

    taken: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    slowest_s: float = 0.0
    outside: list[str] = field(default_factory=list)


def tried(folder: Path, count: int) -> Found:
    """Offer `count` files to a coordinator's data folder in `folder`; other errors come through."""
    services = open_services(folder / "data", clock=FakeClock())
    try:
        return _tried(services, folder, count)
    finally:
        services.close()


def _tried(services: Services, folder: Path, count: int) -> Found:
    found, path = Found(), folder / "arriving.sante-results"
    for number in range(count):
        path.write_bytes(content(number))
        start = time.perf_counter()
        arrivals = services.gathering.look([path])
        taken = services.gathering.take_in(arrivals, {one.fingerprint for one in arrivals})
        found.slowest_s = max(found.slowest_s, time.perf_counter() - start)
        found.taken += taken.files
        for error in (*(one.error for one in arrivals if one.error), *taken.refused):
            assert str(error).isprintable(), str(error)
            found.refused[error.message] = found.refused.get(error.message, 0) + 1
    inside = {"data", path.name}
    found.outside = [one.name for one in folder.iterdir() if one.name not in inside]
    return found


def main(count: int) -> None:
    """Print what became of so many files and how many megabytes the process took at its largest."""
    import resource  # not on Windows

    database.SYNCHRONOUS = "OFF"
    with tempfile.TemporaryDirectory() as folder:
        found = tried(Path(folder), count)
    unit = 1 if sys.platform == "darwin" else 1024
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({**asdict(found), "peak_mb": peak_mb}, ensure_ascii=True))


if __name__ == "__main__":
    main(int(sys.argv[1]))
