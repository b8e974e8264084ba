"""The tables, as a list of steps from each version of the database to the next."""

from __future__ import annotations

V1 = """
CREATE TABLE kits (
    digest TEXT PRIMARY KEY, kit_id TEXT NOT NULL, version TEXT NOT NULL,
    files BLOB NOT NULL, crc INTEGER NOT NULL
) STRICT;
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, kit_digest TEXT NOT NULL REFERENCES kits (digest),
    plan TEXT NOT NULL, crc INTEGER NOT NULL,
    date TEXT NOT NULL, is_archived INTEGER NOT NULL, saved_ms INTEGER NOT NULL, deleted_ms INTEGER
) STRICT;
CREATE TABLE runs (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    team INTEGER NOT NULL, created_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX runs_of_session ON runs (session_id, team);
CREATE TABLE journal (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, seq INTEGER NOT NULL, at_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL, crc INTEGER NOT NULL,
    PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE pulses (
    run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    at_ms INTEGER NOT NULL, wall_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE results (
    run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    last_seq INTEGER NOT NULL, data TEXT NOT NULL
) STRICT;
"""

MIGRATIONS: tuple[str | None, ...] = (V1,)
"""Step n leads from version n to n + 1; None: that version is no longer supported."""

VERSION = len(MIGRATIONS)
