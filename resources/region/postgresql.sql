-- The tables of a region's results on a PostgreSQL server, 13 or newer. It may be run again: nothing is lost.
--
--     createdb --encoding UTF8 --template template0 sant_escape
--     psql --dbname sant_escape --set ON_ERROR_STOP=1 --file postgresql.sql
--
-- Run it as the owner of the database with the right to make roles. What follows (a login for each facility,
-- TLS, back-up) is in docs/region-server.md.

BEGIN;

-- Two groups without a login. A facility's login is a member of the first, a coordinator's of the second.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sant_escape_facility') THEN
        CREATE ROLE sant_escape_facility NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sant_escape_coordinator') THEN
        CREATE ROLE sant_escape_coordinator NOLOGIN;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO sant_escape_facility, sant_escape_coordinator', current_database()
    );
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS sant_escape;
COMMENT ON SCHEMA sant_escape IS 'Results of a region, version 1';
REVOKE ALL ON SCHEMA sant_escape FROM PUBLIC;
GRANT USAGE ON SCHEMA sant_escape TO sant_escape_facility, sant_escape_coordinator;

-- `owner` is the login that may add to a facility: whoever told of it first, until a coordinator changes it.
-- It is the login of the connection (session_user), which SET ROLE does not alter.
CREATE TABLE IF NOT EXISTS sant_escape.facilities (
    id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9a-f]{12}$'),
    name text COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    told_ms bigint NOT NULL CHECK (told_ms > 0),
    owner name NOT NULL DEFAULT session_user
);

-- A session, a group of older sessions, or what was learnt in a year. No column holds a person's name.
CREATE TABLE IF NOT EXISTS sant_escape.result_rows (
    facility text COLLATE "C" NOT NULL REFERENCES sant_escape.facilities (id),
    id text COLLATE "C" NOT NULL CHECK (id ~ '^[0-9a-f]{32}$'),
    revision bigint NOT NULL CHECK (revision > 0),
    digest text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    is_withdrawn smallint NOT NULL CHECK (is_withdrawn IN (0, 1)),
    year integer NOT NULL CHECK (year = 0 OR year BETWEEN 2000 AND 2199),
    audience text COLLATE "C" NOT NULL CHECK (length(audience) <= 80),
    sector text COLLATE "C" NOT NULL CHECK (length(sector) <= 80),
    kit_id text COLLATE "C" NOT NULL CHECK (length(kit_id) <= 80),
    kit_version text COLLATE "C" NOT NULL CHECK (length(kit_version) <= 80),
    variant text COLLATE "C" NOT NULL CHECK (length(variant) <= 80),
    language text COLLATE "C" NOT NULL CHECK (length(language) <= 80),
    sessions integer NOT NULL CHECK (sessions BETWEEN 0 AND 1000000),
    runs integer NOT NULL CHECK (runs BETWEEN 0 AND 1000000),
    people integer NOT NULL CHECK (people BETWEEN 0 AND 1000000),
    won integer NOT NULL CHECK (won BETWEEN 0 AND 1000000),
    lost integer NOT NULL CHECK (lost BETWEEN 0 AND 1000000),
    stopped integer NOT NULL CHECK (stopped BETWEEN 0 AND 1000000),
    hints integer NOT NULL CHECK (hints BETWEEN 0 AND 1000000),
    counts text COLLATE "C" NOT NULL CHECK (length(counts) <= 48000),
    PRIMARY KEY (facility, id)
);
CREATE INDEX IF NOT EXISTS result_rows_by_group ON sant_escape.result_rows (
    year, audience, sector, kit_id, facility
);
CREATE INDEX IF NOT EXISTS result_rows_learnt ON sant_escape.result_rows (year) WHERE counts <> '';

CREATE TABLE IF NOT EXISTS sant_escape.result_puzzles (
    facility text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    place integer NOT NULL CHECK (place BETWEEN 0 AND 599),
    year integer NOT NULL,
    audience text COLLATE "C" NOT NULL CHECK (length(audience) <= 80),
    sector text COLLATE "C" NOT NULL CHECK (length(sector) <= 80),
    kit_id text COLLATE "C" NOT NULL CHECK (length(kit_id) <= 80),
    puzzle text COLLATE "C" NOT NULL CHECK (length(puzzle) BETWEEN 1 AND 80),
    ending integer NOT NULL CHECK (ending BETWEEN 0 AND 4),
    spent_s integer NOT NULL CHECK (spent_s BETWEEN 0 AND 1000000),
    target_s integer NOT NULL CHECK (target_s BETWEEN 0 AND 1000000),
    hint_bits integer NOT NULL CHECK (hint_bits BETWEEN 0 AND 7),
    wrong integer NOT NULL CHECK (wrong BETWEEN 0 AND 1000000),
    PRIMARY KEY (facility, id, place),
    FOREIGN KEY (facility, id) REFERENCES sant_escape.result_rows (facility, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS result_puzzles_by_time ON sant_escape.result_puzzles (
    kit_id, puzzle, ending, target_s, spent_s, year, audience, sector, hint_bits, wrong
);

-- A facility adds rows and puts new ones in the place of its old ones; it alters nothing in place, and drops
-- no facility. Its `owner` it can neither write nor change.
REVOKE ALL ON ALL TABLES IN SCHEMA sant_escape FROM PUBLIC, sant_escape_facility, sant_escape_coordinator;
GRANT SELECT, INSERT (id, name, told_ms), UPDATE (name, told_ms)
    ON sant_escape.facilities TO sant_escape_facility;
GRANT SELECT, INSERT, DELETE
    ON sant_escape.result_rows, sant_escape.result_puzzles TO sant_escape_facility;
GRANT SELECT, INSERT, UPDATE, DELETE
    ON ALL TABLES IN SCHEMA sant_escape TO sant_escape_coordinator;

-- Which rows: a facility meets those of its own login and no others, a coordinator all of them. FORCE: the
-- tables' owner meets none either, unless it is a superuser.
ALTER TABLE sant_escape.facilities ENABLE ROW LEVEL SECURITY;
ALTER TABLE sant_escape.facilities FORCE ROW LEVEL SECURITY;
ALTER TABLE sant_escape.result_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE sant_escape.result_rows FORCE ROW LEVEL SECURITY;
ALTER TABLE sant_escape.result_puzzles ENABLE ROW LEVEL SECURITY;
ALTER TABLE sant_escape.result_puzzles FORCE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS own ON sant_escape.facilities;
CREATE POLICY own ON sant_escape.facilities TO sant_escape_facility
    USING (owner = session_user) WITH CHECK (owner = session_user);
DROP POLICY IF EXISTS own ON sant_escape.result_rows;
CREATE POLICY own ON sant_escape.result_rows TO sant_escape_facility
    USING (facility IN (SELECT id FROM sant_escape.facilities WHERE owner = session_user))
    WITH CHECK (facility IN (SELECT id FROM sant_escape.facilities WHERE owner = session_user));
DROP POLICY IF EXISTS own ON sant_escape.result_puzzles;
CREATE POLICY own ON sant_escape.result_puzzles TO sant_escape_facility
    USING (facility IN (SELECT id FROM sant_escape.facilities WHERE owner = session_user))
    WITH CHECK (facility IN (SELECT id FROM sant_escape.facilities WHERE owner = session_user));

DROP POLICY IF EXISTS every ON sant_escape.facilities;
CREATE POLICY every ON sant_escape.facilities TO sant_escape_coordinator USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS every ON sant_escape.result_rows;
CREATE POLICY every ON sant_escape.result_rows TO sant_escape_coordinator USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS every ON sant_escape.result_puzzles;
CREATE POLICY every ON sant_escape.result_puzzles TO sant_escape_coordinator USING (true) WITH CHECK (true);

COMMIT;
