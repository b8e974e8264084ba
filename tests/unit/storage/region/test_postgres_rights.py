"""What a login may do on a real server: a facility its own rows only, a coordinator all."""

from dataclasses import replace
from random import Random

import pytest

from kit_app.errors import StorageError
from kit_app.views.region import WHOLE_REGION
from tests.unit.services.region.rows import facility_id, reporter, row

pytestmark = pytest.mark.long

MINE, THEIRS = facility_id(1), facility_id(2)
ROW = "'{id}', 1, repeat('0', 64), 0, 2024, '', '', 'k', '1', 'v', 'fr', 1, 1, 5, 1, 0, 0, 0, ''"
PUZZLE = "99, 2024, '', '', 'k', 'P', 0, 1, 1, 0, 0"


@pytest.fixture
def database(region_server):
    return region_server.new_database()


@pytest.fixture
def login(region_server, database):
    """Opens the results with a new login of a group."""
    from kit_app.storage.region.postgres_tables import open_postgres_results

    stores = []

    def open_as(group="facility"):
        address, password = region_server.new_login(database, group)
        stores.append(open_postgres_results(address, password))
        return stores[-1]

    yield open_as
    for store in stores:
        store.close()


@pytest.fixture
def two(login):
    """The stores of two facilities that told three rows each."""
    stores = []
    for number in (1, 2):
        store = login()
        store.add(reporter(number), rows_of(number))
        stores.append(store)
    return stores


def rows_of(facility):
    dice = Random(facility)
    return [row(facility, number, dice) for number in range(3)]


def test_a_facility_reads_its_own_rows_only(two):
    mine, theirs = two
    assert list(mine.list(WHOLE_REGION)) == rows_of(1)
    assert list(theirs.list(WHOLE_REGION)) == rows_of(2)
    for table, column in (("facilities", "id"), ("result_rows", "facility"), ("result_puzzles", "facility")):
        assert mine.tables.rows(f"SELECT DISTINCT {column} FROM {table}") == [(MINE,)]
    assert mine.stamps(THEIRS) == {}


def test_a_coordinator_reads_adds_and_corrects_all(two, login):
    coordinator = login("coordinator")
    assert list(coordinator.list(WHOLE_REGION)) == [*rows_of(1), *rows_of(2)]
    later = replace(rows_of(2)[0], revision=2, hints=77)
    assert coordinator.add(reporter(2), [later]).corrected == 1
    coordinator.add(reporter(3), rows_of(3))
    assert list(two[1].list(WHOLE_REGION))[0] == later
    coordinator.forget(MINE)
    assert list(two[0].list(WHOLE_REGION)) == []


FORBIDDEN = {
    "another's row": f"INSERT INTO result_rows VALUES ('{THEIRS}', {ROW.format(id='e' * 32)})",
    "a row of nobody": f"INSERT INTO result_rows VALUES ('{facility_id(9)}', {ROW.format(id='e' * 32)})",
    "another's puzzle": f"INSERT INTO result_puzzles VALUES ('{THEIRS}', '{2:032x}', {PUZZLE})",
    "another's facility": f"INSERT INTO facilities (id, name, told_ms) VALUES ('{THEIRS}', 'Mine', 1)",
    "another's name": (
        f"INSERT INTO facilities (id, name, told_ms) VALUES ('{THEIRS}', 'Mine', 9999999999999)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name"
    ),
    "a forged owner": f"INSERT INTO facilities (id, name, told_ms, owner) VALUES ('{THEIRS}', 'N', 1, 'x')",
    "another owner": f"UPDATE facilities SET owner = 'facility_1' WHERE id = '{MINE}'",
    "another id": f"UPDATE facilities SET id = '{facility_id(9)}' WHERE id = '{MINE}'",
    "a row in place": f"UPDATE result_rows SET people = 0 WHERE facility = '{MINE}'",
    "a row handed over": f"UPDATE result_rows SET facility = '{THEIRS}' WHERE facility = '{MINE}'",
    "a facility dropped": f"DELETE FROM facilities WHERE id = '{MINE}'",
    "truncate": "TRUNCATE result_puzzles",
    "drop": "DROP TABLE result_puzzles",
    "drop the schema": "DROP SCHEMA sant_escape CASCADE",
    "alter": "ALTER TABLE result_rows DISABLE ROW LEVEL SECURITY",
    "a policy": "CREATE POLICY mine ON result_rows USING (true)",
    "no policy": "DROP POLICY own ON result_rows",
    "a trigger": (
        "CREATE TRIGGER t BEFORE INSERT ON result_rows FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    "a table": "CREATE TABLE mine (a int)",
    "a table elsewhere": "CREATE TABLE public.mine (a int)",
    "a table for now": "CREATE TEMPORARY TABLE mine (a int)",
    "a function": "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "a role": "CREATE ROLE mine",
    "the coordinators' role": "SET ROLE sant_escape_coordinator",
    "the administrator's role": "SET ROLE admin",
    "the administrator's session": "SET SESSION AUTHORIZATION admin",
    "membership": "GRANT sant_escape_coordinator TO sant_escape_facility",
    "a file": "COPY result_rows TO '/tmp/rows'",
    "a program": "COPY result_rows TO PROGRAM 'cat'",
    "passwords": "SELECT * FROM pg_authid",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_facility_may_not(two, statement):
    mine, theirs = two
    with pytest.raises(StorageError) as refused:
        mine.tables.rows(statement)
    assert refused.value.detail[:5] in ("42501", "23505"), refused.value.detail
    assert list(mine.list(WHOLE_REGION)) == rows_of(1)
    assert list(theirs.list(WHOLE_REGION)) == rows_of(2)


@pytest.mark.parametrize(
    "statement",
    [
        f"DELETE FROM result_rows WHERE facility = '{THEIRS}'",
        f"DELETE FROM result_puzzles WHERE facility = '{THEIRS}'",
        f"UPDATE facilities SET name = 'Taken' WHERE id = '{THEIRS}'",
    ],
)
def test_what_names_the_rows_of_others_finds_none(two, statement):
    mine, theirs = two
    mine.tables.rows(statement)
    assert list(theirs.list(WHOLE_REGION)) == rows_of(2)
    assert theirs.tables.rows("SELECT name FROM facilities") == [("Hôpital 2",)]


def test_rights_that_a_facility_hands_on_are_none(two):
    mine, theirs = two
    mine.tables.rows("GRANT ALL ON result_rows TO PUBLIC")  # the server only warns
    asked = (
        "SELECT count(*) FROM information_schema.table_privileges"
        " WHERE table_schema = 'sant_escape' AND grantee = 'PUBLIC'"
    )
    assert theirs.tables.rows(asked) == [(0,)]


def test_the_group_itself_owns_nothing_that_a_login_could_reach(two):
    """Two facilities that both become their group still meet their own rows only."""
    for store, number in zip(two, (1, 2), strict=True):
        store.tables.rows("SET ROLE sant_escape_facility")
        assert list(store.list(WHOLE_REGION)) == rows_of(number)
        with pytest.raises(StorageError):
            store.add(reporter(3 - number, 1_800_000_000_000), [])


def test_a_facility_that_a_coordinator_told_of_first_is_handed_over(login):
    coordinator, mine = login("coordinator"), login()
    coordinator.add(reporter(1), rows_of(1)[:1])
    with pytest.raises(StorageError, match="belong to another login"):
        mine.add(reporter(1, 1_800_000_000_000), rows_of(1))
    ((name,),) = mine.tables.rows("SELECT session_user::text")
    coordinator.tables.rows("UPDATE facilities SET owner = ? WHERE id = ?", (name, MINE))
    assert mine.add(reporter(1, 1_800_000_000_000), rows_of(1)).new == 2


def test_nobody_else_comes_in(region_server, database):
    from kit_app.storage.region.postgres_tables import open_postgres_results

    address, password = region_server.new_login(database)
    region_server.sql(f"REVOKE sant_escape_facility FROM {address.user}")
    with pytest.raises(StorageError) as refused:
        open_postgres_results(address, password)
    assert refused.value.detail.startswith("42501")


def test_the_file_can_be_run_again_without_loss(region_server, database, two):
    region_server.lay_tables(database)
    assert list(two[0].list(WHOLE_REGION)) == rows_of(1)
    two[0].add(reporter(1), [replace(rows_of(1)[0], revision=2)])
    with pytest.raises(StorageError):
        two[0].tables.rows(FORBIDDEN["alter"])


def test_text_is_ordered_as_in_the_file_of_a_coordinator(two):
    """By code point, whatever the language of the server: selections and lists agree."""
    found = two[0].tables.rows(
        "SELECT attname FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid"
        " JOIN pg_collation ON attcollation = pg_collation.oid"
        " WHERE relnamespace = 'sant_escape'::regnamespace AND collname <> 'C' AND attnum > 0"
    )
    assert found == []
