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

V2 = """
CREATE TABLE answer_pairings (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    opened_ms INTEGER NOT NULL, closed_ms INTEGER,
    before_sheets INTEGER NOT NULL DEFAULT 0, after_sheets INTEGER NOT NULL DEFAULT 0,
    month_sheets INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE answer_sheets (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    moment TEXT NOT NULL, number INTEGER NOT NULL, answers TEXT NOT NULL,
    PRIMARY KEY (session_id, moment, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer_counts (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    pair TEXT NOT NULL, item TEXT NOT NULL, theme TEXT NOT NULL,
    both INTEGER NOT NULL, lost INTEGER NOT NULL, gained INTEGER NOT NULL, neither INTEGER NOT NULL,
    first_right INTEGER NOT NULL, first_wrong INTEGER NOT NULL,
    second_right INTEGER NOT NULL, second_wrong INTEGER NOT NULL,
    PRIMARY KEY (session_id, pair, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer_sums (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    pair TEXT NOT NULL, theme TEXT NOT NULL,
    people INTEGER NOT NULL, total REAL NOT NULL, squares REAL NOT NULL,
    first_people INTEGER NOT NULL, first_total REAL NOT NULL, first_squares REAL NOT NULL,
    second_people INTEGER NOT NULL, second_total REAL NOT NULL, second_squares REAL NOT NULL,
    PRIMARY KEY (session_id, pair, theme)
) STRICT, WITHOUT ROWID;
CREATE TABLE opinion_counts (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    opinion TEXT NOT NULL, grade INTEGER NOT NULL, people INTEGER NOT NULL,
    PRIMARY KEY (session_id, opinion, grade)
) STRICT, WITHOUT ROWID;
"""
"""Questionnaires: coded sheets while they can be paired, then counts alone."""

MIGRATIONS: tuple[str | None, ...] = (V1, V2)
"""Step n leads from version n to n + 1; None: that version is no longer supported."""

VERSION = len(MIGRATIONS)
