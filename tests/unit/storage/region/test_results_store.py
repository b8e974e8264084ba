"""One behaviour of two stores: a file of SQLite, and a real PostgreSQL server in the long run."""

from collections import Counter
from dataclasses import replace
from itertools import product
from random import Random
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kit_app.domain.region import ResultRow, Stamp, supersedes
from kit_app.errors import StorageError
from kit_app.game.learning import Counts
from kit_app.storage.codec import encoded
from kit_app.storage.region.bundle import stamp_of
from kit_app.storage.region.sqlite_tables import open_sqlite_results
from kit_app.storage.region.sums import RegionSums
from kit_app.views.facts import PUZZLE_ENDS
from kit_app.views.region import FEWEST_TEAMS, WHOLE_REGION, RegionSelection
from tests.unit.services.region.rows import facility_id, reporter, row, withdrawn

FACILITIES = (1, 2, 3)
STORES = ["sqlite", pytest.param("postgres", marks=pytest.mark.long)]
PROPERTY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=STORES)
def opened(request, tmp_path):
    """Opens one and the same store as often as it is called."""
    stores = []
    if request.param == "postgres":
        from kit_app.storage.region.postgres_tables import open_postgres_results

        server = request.getfixturevalue("region_server")
        address, password = server.new_login(server.new_database(), "coordinator")

        def make():
            return open_postgres_results(address, password)

    else:

        def make():
            return open_sqlite_results(tmp_path, 0)[0]

    def open_one():
        stores.append(make())
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(opened):
    return opened()


def some(facility, count, seed=1, revision=1):
    dice = Random(seed)
    return [row(facility, number, dice, revision) for number in range(count)]


def listed(store, selection=WHOLE_REGION):
    return list(store.list(selection))


def changed(one: ResultRow, dice: Random) -> ResultRow:
    """The same session, told again and otherwise."""
    return replace(one, hints=one.hints + dice.randint(0, 3), puzzles=one.puzzles[: dice.randint(0, 3)])


@st.composite
def tellings(draw):
    """Groups of rows as facilities tell them: corrected, withdrawn, told twice, with equal revisions."""
    dice = Random(draw(st.integers(0, 10_000)))
    told = []
    for facility in FACILITIES[:2]:
        for number in range(draw(st.integers(0, 3))):
            first = row(facility, number, dice)
            told.append(first)
            for revision in draw(st.lists(st.integers(1, 3), max_size=3)):
                told.append(replace(changed(first, dice), revision=revision))
            if draw(st.booleans()):
                told.append(withdrawn(facility, number, draw(st.integers(1, 3))))
    return told


def latest(rows):
    """What the merge rule leaves of rows, in plain Python."""
    kept: dict[tuple[str, str], ResultRow] = {}
    for one in rows:
        before = kept.get((one.facility, one.id))
        if supersedes(stamp_of(one), None if before is None else stamp_of(before)):
            kept[one.facility, one.id] = one
    return [kept[key] for key in sorted(kept) if not kept[key].is_withdrawn]


class TestResultsStore:
    """What every `ResultsStore` does."""

    def test_what_is_added_comes_back_the_same(self, store):
        rows = some(1, 7)
        added = store.add(reporter(1), rows)
        assert (added.new, added.corrected, added.known) == (7, 0, 0)
        assert listed(store) == rows

    def test_rows_that_are_known_change_nothing(self, store):
        rows = some(1, 4)
        store.add(reporter(1), rows)
        added = store.add(reporter(1), rows[:3])
        assert (added.new, added.corrected, added.known) == (0, 0, 3)
        assert listed(store) == rows

    def test_a_correction_takes_the_place_of_its_row_with_its_puzzles(self, store):
        rows = some(1, 3)
        store.add(reporter(1), rows)
        later = replace(rows[1], revision=2, hints=99, puzzles=rows[1].puzzles[:2])
        added = store.add(reporter(1), [later])
        assert (added.new, added.corrected, added.known) == (0, 1, 0)
        assert listed(store) == [rows[0], later, rows[2]]
        assert store.add(reporter(1), [rows[1]]).known == 1
        assert listed(store)[1] == later

    def test_a_withdrawn_row_counts_nothing_and_stays_withdrawn(self, store):
        rows = some(1, 2)
        store.add(reporter(1), rows)
        assert store.add(reporter(1), [withdrawn(1, 0, 2)]).corrected == 1
        store.add(reporter(1), rows)
        assert listed(store) == [rows[1]]
        assert store.stamps(facility_id(1))[rows[0].id].revision == 2

    def test_stamps_tell_what_is_known_of_one_facility(self, store):
        store.add(reporter(1), some(1, 3))
        store.add(reporter(2), some(2, 2))
        expected = {one.id: Stamp(1, stamp_of(one).digest) for one in some(2, 2)}
        assert store.stamps(facility_id(2)) == expected
        assert store.stamps(facility_id(3)) == {}

    def test_a_facility_is_forgotten_with_all_its_rows(self, store):
        for facility in FACILITIES:
            store.add(reporter(facility), some(facility, 2))
        store.forget(facility_id(2))
        assert listed(store) == [*some(1, 2), *some(3, 2)]
        assert store.stamps(facility_id(2)) == {}
        assert set(RegionSums(store.tables).choices().facilities) == {facility_id(1), facility_id(3)}

    def test_the_latest_name_of_a_facility_counts(self, store):
        for told_ms, name in ((5, "Newer"), (4, "Older"), (5, "Named later")):
            store.add(replace(reporter(1, told_ms), name=name), [])
        assert RegionSums(store.tables).choices().facilities == {facility_id(1): "Newer"}
        assert RegionSums(store.tables).facilities()[0].told_ms == 5

    def test_every_selection_lists_what_it_says(self, store):
        rows = sorted([*some(1, 30, 1), *some(2, 30, 2)], key=lambda one: (one.facility, one.id))
        for facility in (1, 2):
            mine = [one for one in rows if one.facility == facility_id(facility)]
            store.add(reporter(facility), mine)
        years, audiences = (None, 2024), (None, "", "care")
        sectors, kits, facilities = (None, "", "homes"), (None, "other"), (None, facility_id(2))
        found = 0
        for year, audience, sector, kit, facility in product(years, audiences, sectors, kits, facilities):
            selection = RegionSelection(
                year=year, audience=audience, sector=sector, kit_id=kit, facility=facility
            )
            expected = [one for one in rows if _is_meant(one, selection)]
            assert listed(store, selection) == expected, selection
            found += bool(expected)
        assert found > 30

    def test_a_long_list_comes_in_parts_whole(self, store):
        rows = some(1, 120)
        store.add(reporter(1), rows)
        started = store.list(WHOLE_REGION)
        assert next(started) == rows[0]
        store.add(reporter(2), some(2, 1))  # while the list is being read
        assert [one for one in started if one.facility == facility_id(1)] == rows[1:]

    def test_what_fails_leaves_nothing_behind(self, store):
        rows = some(1, 3)
        twice = replace(rows[2], puzzles=())
        store.add(reporter(1), rows[:1])
        with pytest.raises(StorageError):
            store.add(reporter(1), [rows[1], rows[2], twice])
        assert listed(store) == rows[:1]
        store.add(reporter(1), rows[1:])
        assert listed(store) == rows

    def test_two_who_have_it_open_add_to_the_same(self, opened):
        one, other = opened(), opened()
        one.add(reporter(1), some(1, 3))
        assert other.add(reporter(1), some(1, 5)).new == 2
        assert listed(one) == some(1, 5)

    @PROPERTY
    @given(told=tellings(), dice=st.randoms(use_true_random=False))
    def test_rows_merge_the_same_in_any_order_and_grouping(self, store, told, dice):
        for facility in FACILITIES:
            store.forget(facility_id(facility))
        order = [*told, *dice.sample(told, len(told) // 2)]
        dice.shuffle(order)
        while order:
            facility = order[0].facility
            group = {}
            while order and order[0].facility == facility and order[0].id not in group and len(group) < 4:
                one = order.pop(0)
                group[one.id] = one
            store.add(reporter(int(facility, 16)), group.values())
        assert listed(store) == latest(told)

    def test_sums_are_those_of_plain_python(self, store):
        rows = [*some(1, 40, 1), *some(2, 40, 2), *some(3, 40, 3)]
        for facility in FACILITIES:
            mine = [one for one in rows if one.facility == facility_id(facility)]
            store.add(reporter(facility), [*mine, withdrawn(facility, 99, 1)])
        sums = RegionSums(store.tables)
        for selection in (
            WHOLE_REGION,
            RegionSelection(year=2024),
            RegionSelection(facility=facility_id(2), audience="care"),
            RegionSelection(sector="homes", kit_id="other"),
        ):
            meant = [one for one in rows if _is_meant(one, selection)]
            _agrees(sums, selection, meant)

    def test_what_can_be_chosen_is_what_there_is(self, store):
        rows = some(1, 40, 1)
        store.add(reporter(1), rows)
        choices = RegionSums(store.tables).choices()
        assert choices.years == tuple(sorted({one.year for one in rows}, reverse=True))
        assert choices.audiences == tuple(sorted({one.audience for one in rows}))
        assert choices.sectors == tuple(sorted({one.sector for one in rows}))
        assert choices.kits == tuple(sorted({one.kit_id for one in rows}))

    def test_what_was_learnt_comes_back(self, store):
        counts = Counts()
        learnt = ResultRow(
            facility=facility_id(1), id="f" * 32, revision=1, year=2024, counts=encoded(counts)
        )
        store.add(reporter(1), [*some(1, 2), learnt])
        assert RegionSums(store.tables).learnt() == counts
        assert RegionSums(store.tables).learnt(RegionSelection(year=2023)) == Counts()


def _is_meant(one: ResultRow, selection: RegionSelection) -> bool:
    names = ("year", "facility", "audience", "sector", "kit_id")
    return all(getattr(selection, name) in (None, getattr(one, name)) for name in names)


def _agrees(sums: RegionSums, selection: RegionSelection, meant: list[ResultRow]) -> None:
    count = sums.count(selection)
    for name in ("sessions", "runs", "people", "won", "lost", "stopped", "hints"):
        assert getattr(count, name) == sum(getattr(one, name) for one in meant), name
    assert count.facilities == len({one.facility for one in meant})

    cells = Counter()
    for one in meant:
        cells[one.year, one.audience, one.sector] += one.people
    assert {(cell.year, cell.audience, cell.sector): cell.people for cell in sums.cells(selection)} == cells

    told = {one.id: one.sessions for one in sums.facilities(selection)}
    assert told == {
        facility_id(number): sum(one.sessions for one in meant if one.facility == facility_id(number))
        for number in FACILITIES
    }
    kits = Counter()
    for one in meant:
        kits[one.kit_id, one.kit_version] += 1
    assert {(kit.kit_id, kit.kit_version): kit.sessions for kit in sums.kits(selection)} == kits

    ends: dict[tuple[str, str], Counter] = {}
    times: dict[tuple[str, str], list[int]] = {}
    for one in meant:
        for played in one.puzzles:
            key, end = (one.kit_id, played.puzzle), PUZZLE_ENDS[played.end]
            ends.setdefault(key, Counter())[end] += 1
            if end == "solved":
                times.setdefault(key, []).append(played.spent_s)
    found = {(use.kit_id, use.puzzle): use for use in sums.puzzles(selection)}
    assert set(found) == set(ends)
    for key, use in found.items():
        assert (use.solved, use.forced, use.left, use.broken) == tuple(
            ends[key][end] for end in ("solved", "forced", "left", "broken")
        )
        if use.solved >= FEWEST_TEAMS:
            assert abs(use.median_s - median(times[key])) <= 1
