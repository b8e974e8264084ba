"""The room of each session: lines ticked by hand, sets of which a card was read. One JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kit_app.errors import StorageError
from kit_app.i18n import N_
from kit_app.storage.json_file import UnreadableError, read_json, write_json

FILE_NAME = "readiness.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomState:
    """One session: the ids of the ticked lines, and the set ids that were found on the tables."""

    ticked: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """By session id, the one changed last at the end."""

    sessions: Mapping[str, RoomState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadRooms:
    """What was ticked, and what there is to tell about the file."""

    rooms: Rooms
    notices: tuple[StorageError, ...] = ()


def read_rooms(folder: Path, wall_ms: int) -> ReadRooms:
    """The rooms of `folder`; none when there is no file, or one that cannot be read. Never raises."""
    try:
        rooms = read_json(folder / FILE_NAME, Rooms, (), wall_ms)
    except UnreadableError as error:
        message = N_("What was ticked for the room before could not be read; go round once more.")
        return ReadRooms(Rooms(), (StorageError(message, str(error)),))
    return ReadRooms(rooms or Rooms())


def write_rooms(folder: Path, rooms: Rooms) -> None:
    """Replace the file of `folder`, whole or not at all. Raises StorageError."""
    try:
        write_json(folder / FILE_NAME, rooms, VERSION)
    except OSError as error:
        message = N_("What you ticked could not be kept: the disk refused.")
        raise StorageError(message, str(error)) from error
