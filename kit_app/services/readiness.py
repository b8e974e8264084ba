"""What was done by hand for the room of each session: ticked lines, and sets found on the tables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from kit_app.storage.readiness_file import Rooms, RoomState, write_rooms

MOST_SESSIONS = 200
"""So many sessions are remembered; the ones touched longest ago are forgotten."""


class Readiness:
    """The rooms of one data folder."""

    def __init__(self, folder: Path, rooms: Rooms) -> None:
        self._folder = folder
        self._rooms = rooms

    def ticked(self, session_id: str) -> frozenset[str]:
        """The lines of the round that were ticked."""
        return frozenset(self._of(session_id).ticked)

    def sets(self, session_id: str) -> frozenset[str]:
        """The set ids of which a card was read on the tables."""
        return frozenset(self._of(session_id).sets)

    def tick(self, session_id: str, lines: Collection[str]) -> None:
        """These lines are ticked and no other. Raises StorageError; then nothing is noted."""
        self._keep(session_id, replace(self._of(session_id), ticked=tuple(sorted(lines))))

    def confirm(self, session_id: str, set_id: str) -> None:
        """A card of this set was read. Raises StorageError; then nothing is noted."""
        before = self._of(session_id)
        self._keep(session_id, replace(before, sets=tuple(sorted({*before.sets, set_id}))))

    def _of(self, session_id: str) -> RoomState:
        return self._rooms.sessions.get(session_id, RoomState())

    def _keep(self, session_id: str, room: RoomState) -> None:
        sessions = {one: state for one, state in self._rooms.sessions.items() if one != session_id}
        sessions[session_id] = room
        rooms = Rooms(sessions=dict(list(sessions.items())[-MOST_SESSIONS:]))
        write_rooms(self._folder, rooms)
        self._rooms = rooms
