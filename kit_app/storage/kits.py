"""Snapshots of kits: the exact files that sessions were planned with."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from kit_app.storage.codec import unreadable
from kit_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class KitSnapshot:
    """A kit as it was: its digest, id, version and its files as one archive."""

    digest: str
    kit_id: str
    version: str
    files: bytes


class KitStore:
    """The snapshots of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has(self, digest: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM kits WHERE digest = ?", (digest,)))

    def add(self, snapshot: KitSnapshot) -> None:
        """Keep a snapshot; one that is there already stays as it is."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO kits (digest, kit_id, version, files, crc) VALUES (?, ?, ?, ?, ?)",
                (snapshot.digest, snapshot.kit_id, snapshot.version, snapshot.files, crc32(snapshot.files)),
            )

    def get(self, digest: str) -> KitSnapshot | None:
        """The snapshot with this digest, or None. Raises StorageError when it is damaged."""
        rows = self._database.rows("SELECT kit_id, version, files, crc FROM kits WHERE digest = ?", (digest,))
        if not rows:
            return None
        kit_id, version, files, crc = rows[0]
        if not isinstance(files, bytes) or crc32(files) != crc:
            raise unreadable(f"kit {digest}")
        return KitSnapshot(digest=digest, kit_id=str(kit_id), version=str(version), files=files)

    def forget_unused(self) -> None:
        """Drop snapshots that no session was planned with."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM kits WHERE digest NOT IN (SELECT kit_digest FROM sessions)")
