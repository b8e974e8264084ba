"""How long the puzzles take in a region, as one signed file for its facilities, and as it is kept there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kit_app.domain.region_times import PuzzleTime, RegionTimes, times_problem
from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json
from kit_app.storage.region import signed_lines
from kit_app.storage.region.signed_lines import Kind
from kit_app.storage.shape import ShapeError, plain, reader

KIND = Kind(content="times", format=1, suffix=".sante-times")
FILE_NAME = "region-times.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    made_ms: int
    facilities: int


@dataclass(frozen=True, slots=True)
class ReadTimes:
    """What was kept, and what there is to tell about the file."""

    times: RegionTimes
    notices: tuple[StorageError, ...] = ()


def packed(folder: Path, times: RegionTimes) -> bytes:
    """The bytes of the file, signed with the key of the data folder. Raises StorageError."""
    head = {"made_ms": times.made_ms, "facilities": times.facilities}
    return signed_lines.written(folder, KIND, head, map(plain, times.puzzles))


def unpacked(content: bytes, name: str) -> RegionTimes:
    """What a file holds, every value checked, nothing written anywhere. Raises StorageError."""
    read = signed_lines.read(content, KIND, name)
    try:
        known = {key: read.head[key] for key in ("made_ms", "facilities")}
        head: _Head = reader(_Head)(known)
        times = RegionTimes(
            made_ms=head.made_ms, facilities=head.facilities, key=read.key, puzzles=_puzzles(read.lines)
        )
        if problem := times_problem(times):
            raise ShapeError(problem)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise signed_lines.damaged(name, f"{type(error).__name__}: {error}") from error
    return times


def _puzzles(lines: Iterable[object]) -> tuple[PuzzleTime, ...]:
    found: tuple[PuzzleTime, ...] = reader(tuple[PuzzleTime, ...])([*lines])
    return found


def read_times(folder: Path, wall_ms: int) -> ReadTimes:
    """The times kept in `folder`; none when there is no file, or one that cannot be read. Never raises."""
    try:
        times = read_json(folder / FILE_NAME, RegionTimes, (), wall_ms)
    except UnreadableError as error:
        message = N_("Your region’s times could not be read; the kit’s own hold. Take the file in again.")
        return ReadTimes(RegionTimes(), (StorageError(message, str(error)),))
    return ReadTimes(times or RegionTimes())


def write_times(folder: Path, times: RegionTimes) -> None:
    """Replace what is kept in `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, times, VERSION)
    except OSError as error:
        message = N_("Your region’s times could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error
