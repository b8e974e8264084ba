"""Which papers of a session were printed, and which changed since."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kit_app.storage.prints_file import Prints, write_prints

MOST_SESSIONS = 200
"""So many sessions are remembered; the ones printed longest ago are forgotten."""


class PrintLog:
    """What was printed, of one data folder."""

    def __init__(self, folder: Path, prints: Prints) -> None:
        self._folder = folder
        self._prints = prints

    @property
    def is_begun(self) -> bool:
        """Whether papers of any session were printed."""
        return any(self._prints.sessions.values())

    def changed(self, session_id: str, digests: Mapping[str, str]) -> frozenset[str]:
        """The lines that were never printed as `digests` says they look now."""
        known = self._prints.sessions.get(session_id, {})
        return frozenset(line for line, digest in digests.items() if known.get(line) != digest)

    def note(self, session_id: str, digests: Mapping[str, str]) -> None:
        """These lines were printed as they look now. Raises StorageError; then nothing is noted."""
        sessions = {one: lines for one, lines in self._prints.sessions.items() if one != session_id}
        sessions[session_id] = {**self._prints.sessions.get(session_id, {}), **digests}
        kept = dict(list(sessions.items())[-MOST_SESSIONS:])
        prints = Prints(sessions=kept)
        write_prints(self._folder, prints)
        self._prints = prints
