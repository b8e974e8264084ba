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

V3 = """
CREATE TABLE run_facts (
    number INTEGER PRIMARY KEY, run_id TEXT NOT NULL UNIQUE REFERENCES runs (id) ON DELETE CASCADE,
    last_seq INTEGER NOT NULL, saved_ms INTEGER NOT NULL,
    session_id TEXT NOT NULL, team INTEGER NOT NULL, day TEXT NOT NULL, year INTEGER NOT NULL,
    facility TEXT NOT NULL, audience TEXT NOT NULL, service TEXT NOT NULL,
    session_name TEXT NOT NULL, team_label TEXT NOT NULL,
    kit_id TEXT NOT NULL, kit_version TEXT NOT NULL, variant TEXT NOT NULL, level TEXT NOT NULL,
    language TEXT NOT NULL, people INTEGER NOT NULL, outcome TEXT NOT NULL,
    planned_s INTEGER NOT NULL, played_s INTEGER NOT NULL, left_s INTEGER NOT NULL,
    adjusted_s INTEGER NOT NULL, hints INTEGER NOT NULL, by_hand INTEGER NOT NULL,
    suggested INTEGER NOT NULL, automatic INTEGER NOT NULL,
    jokers INTEGER NOT NULL, wrong INTEGER NOT NULL, forced INTEGER NOT NULL,
    pauses INTEGER NOT NULL, paused_s INTEGER NOT NULL, troubles INTEGER NOT NULL,
    misread_cards INTEGER NOT NULL, notes_mutual_aid INTEGER NOT NULL, notes_one_group INTEGER NOT NULL,
    notes_typical_mistake INTEGER NOT NULL, notes_good_sentence INTEGER NOT NULL,
    notes_other INTEGER NOT NULL, is_trial INTEGER NOT NULL, is_paper INTEGER NOT NULL,
    is_unsaved INTEGER NOT NULL, UNIQUE (session_id, team)
) STRICT;
CREATE INDEX run_facts_by_day ON run_facts (day DESC, session_id, team);
CREATE INDEX run_facts_by_group ON run_facts (
    is_trial, year, facility, audience, service, variant, language, session_id,
    people, outcome, hints, left_s
);
CREATE INDEX sessions_deleted ON sessions (id) WHERE deleted_ms IS NOT NULL;
CREATE TABLE puzzle_facts (
    run INTEGER NOT NULL REFERENCES run_facts (number) ON DELETE CASCADE,
    place INTEGER NOT NULL, puzzle TEXT NOT NULL, ending INTEGER NOT NULL, spent_s INTEGER NOT NULL,
    target_s INTEGER NOT NULL, hint_bits INTEGER NOT NULL, wrong_tries INTEGER NOT NULL,
    PRIMARY KEY (run, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX puzzle_facts_by_time ON puzzle_facts (
    puzzle, ending, spent_s, hint_bits, wrong_tries, target_s, place
);
CREATE TABLE puzzle_names (
    kit_id TEXT NOT NULL, puzzle TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
    path TEXT NOT NULL, PRIMARY KEY (kit_id, puzzle, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE totals (
    year INTEGER NOT NULL, facility TEXT NOT NULL, audience TEXT NOT NULL, service TEXT NOT NULL,
    variant TEXT NOT NULL, language TEXT NOT NULL,
    sessions INTEGER NOT NULL, runs INTEGER NOT NULL, people INTEGER NOT NULL,
    won INTEGER NOT NULL, lost INTEGER NOT NULL, stopped INTEGER NOT NULL, hints INTEGER NOT NULL,
    PRIMARY KEY (year, facility, audience, service, variant, language)
) STRICT, WITHOUT ROWID;
"""

V4 = """
CREATE INDEX sessions_listed ON sessions (is_archived, date, saved_ms, id) WHERE deleted_ms IS NULL;
CREATE INDEX journal_turns ON journal (run_id, kind) WHERE kind IN ('RunStarted', 'RunEnded');
CREATE INDEX run_facts_by_sort ON run_facts (kit_id, variant, is_trial, facility, day);
CREATE TABLE puzzle_attempts (
    run INTEGER NOT NULL REFERENCES run_facts (number) ON DELETE CASCADE, puzzle TEXT NOT NULL,
    ms INTEGER NOT NULL CHECK (ms > 0),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    is_solved INTEGER NOT NULL CHECK (is_solved IN (0, 1)),
    PRIMARY KEY (run, puzzle)
) STRICT, WITHOUT ROWID;
UPDATE run_facts SET last_seq = 0;
CREATE TABLE total_counts (
    year INTEGER NOT NULL, facility TEXT NOT NULL, audience TEXT NOT NULL, service TEXT NOT NULL,
    variant TEXT NOT NULL, language TEXT NOT NULL, counts TEXT NOT NULL CHECK (json_valid(counts)),
    PRIMARY KEY (year, facility, audience, service, variant, language)
) STRICT, WITHOUT ROWID;
"""
"""What earlier games teach of each puzzle (facts without it are made again), what was learnt in sessions that
became totals; long lists and open games are found by indexes."""

V5 = """
ALTER TABLE run_facts ADD COLUMN facility_id TEXT NOT NULL DEFAULT '';
ALTER TABLE run_facts ADD COLUMN sector TEXT NOT NULL DEFAULT '';
UPDATE run_facts SET last_seq = 0;
CREATE TABLE kept_totals (
    year INTEGER NOT NULL, facility TEXT NOT NULL, audience TEXT NOT NULL, service TEXT NOT NULL,
    sector TEXT NOT NULL, kit_id TEXT NOT NULL, kit_version TEXT NOT NULL,
    variant TEXT NOT NULL, language TEXT NOT NULL,
    sessions INTEGER NOT NULL, runs INTEGER NOT NULL, people INTEGER NOT NULL,
    won INTEGER NOT NULL, lost INTEGER NOT NULL, stopped INTEGER NOT NULL, hints INTEGER NOT NULL,
    PRIMARY KEY (year, facility, audience, service, sector, kit_id, kit_version, variant, language)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_totals SELECT year, facility, audience, service, '', '', '', variant, language,
    sessions, runs, people, won, lost, stopped, hints FROM totals;
DROP TABLE totals;
ALTER TABLE kept_totals RENAME TO totals;
CREATE TABLE kept_counts (
    year INTEGER NOT NULL, facility TEXT NOT NULL, audience TEXT NOT NULL, service TEXT NOT NULL,
    sector TEXT NOT NULL, kit_id TEXT NOT NULL, kit_version TEXT NOT NULL,
    variant TEXT NOT NULL, language TEXT NOT NULL, counts TEXT NOT NULL CHECK (json_valid(counts)),
    PRIMARY KEY (year, facility, audience, service, sector, kit_id, kit_version, variant, language)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_counts SELECT year, facility, audience, service, '', '', '', variant, language, counts
    FROM total_counts;
DROP TABLE total_counts;
ALTER TABLE kept_counts RENAME TO total_counts;
CREATE TABLE reported (
    facility TEXT NOT NULL, row TEXT NOT NULL, revision INTEGER NOT NULL CHECK (revision > 0),
    digest TEXT NOT NULL, is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    PRIMARY KEY (facility, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE pushed (
    server TEXT NOT NULL, facility TEXT NOT NULL, row TEXT NOT NULL, revision INTEGER NOT NULL,
    digest TEXT NOT NULL, PRIMARY KEY (server, facility, row)
) STRICT, WITHOUT ROWID;
"""
"""Totals by sector and kit as well; what a region was told of these results, which server has it."""

MIGRATIONS: tuple[str | None, ...] = (V1, V2, V3, V4, V5)
"""Step n leads from version n to n + 1; None: that version is no longer supported."""

VERSION = len(MIGRATIONS)
