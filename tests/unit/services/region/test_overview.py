"""What a coordinator sees: sums that agree with plain Python, masked, with names where kits give them."""

import json
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from statistics import median

import pytest

from benchmarks.region_rows import fill, learnt, reporter, sessions
from kit_app.domain.region import ResultRow
from kit_app.game.learning import Counts, PairCounts, together
from kit_app.i18n import Catalogue
from kit_app.services.puzzle_rows import hints_a_team
from kit_app.services.region.overview import RegionDesk
from kit_app.storage.codec import decoded
from kit_app.storage.region.sqlite_tables import open_sqlite_results
from kit_app.storage.region.sums import RegionSums
from kit_app.storage.shape import plain
from kit_app.views.kits import KitNames
from kit_app.views.region import WHOLE_REGION, RegionSelection
from tests.unit.services.region.rows import facility_id, row, withdrawn

NOW_MS = 1_790_000_000_000
T = Catalogue("en")
NAMES = KitNames(
    variants={},
    themes={},
    sectors={"hospital": "Hospital"},
    kits={"sant-escape": "The night watch"},
    puzzles={"sant-escape": {"P1": "The register"}},
)


@pytest.fixture
def results(tmp_path):
    results, _notices = open_sqlite_results(tmp_path, NOW_MS)
    yield results
    results.close()


@pytest.fixture
def desk(results):
    @contextmanager
    def opened():
        yield RegionSums(results.tables)

    return RegionDesk(opened, lambda _language: NAMES)


def _told(counts: Counts) -> str:
    return json.dumps(plain(counts))


def meant(rows: list[ResultRow], selection: RegionSelection) -> list[ResultRow]:
    chosen = {name: getattr(selection, name) for name in ("year", "facility", "audience", "sector", "kit_id")}
    return [
        one
        for one in rows
        if all(value is None or getattr(one, name) == value for name, value in chosen.items())
    ]


@pytest.mark.parametrize(
    "selection",
    [
        WHOLE_REGION,
        RegionSelection(year=2025),
        RegionSelection(facility=facility_id(3)),
        RegionSelection(audience="care"),
        RegionSelection(audience="", sector="medico-social", year=2024),
        RegionSelection(kit_id="sant-escape", sector="hospital"),
        RegionSelection(kit_id="other"),
    ],
)
def test_puzzles_are_those_of_the_rows_that_are_meant(desk, results, selection):
    dice = Random(7)
    rows = []
    for facility in range(12):
        own = [*sessions(facility, 15, dice)]
        results.add(reporter(facility, NOW_MS), own)
        rows += own
    found = {
        line.count.puzzle: line for kit in desk.contents(selection, NOW_MS, T).puzzles for line in kit.lines
    }
    played: dict[str, list] = {}
    for one in meant(rows, selection):
        for puzzle in one.puzzles:
            played.setdefault(puzzle.puzzle, []).append(puzzle)
    assert found.keys() == played.keys()
    for ident, runs in played.items():
        count = found[ident].count
        solved = [one.spent_s for one in runs if one.end == 2]
        assert count.solved == len(solved)
        assert count.met == sum(one.end in (1, 2, 3) for one in runs)
        assert count.median_s == (median(solved) if len(solved) >= 5 else None)
        assert count.hints[0] == sum(one.hint_bits & 1 for one in runs if one.end != 4)
        assert count.wrong == sum(one.wrong for one in runs if one.end != 4)
        assert count.is_few == (count.met < 5)


def test_puzzles_stand_in_the_order_of_their_numbers_with_the_names_that_a_kit_here_gives(desk, results):
    fill(results, 3, 5, NOW_MS)
    other = replace(row(9, 1, Random(1)), kit_id="other")
    results.add(reporter(9, NOW_MS), [other])
    kits = {one.kit: one.lines for one in desk.contents(WHOLE_REGION, NOW_MS, T).puzzles}
    lines = kits["The night watch"]
    assert [line.count.puzzle for line in lines] == [f"P{number}" for number in range(1, 13)]
    assert [line.count.puzzle for line in kits["other"]] == [f"Q{number}" for number in range(1, 13)]
    assert lines[0].count.title == "The register"
    assert lines[1].count.title == ""


def test_the_counter_tells_who_has_sent_nothing_for_a_year(desk, results):
    fill(results, 18, 4, NOW_MS)
    contents = desk.contents(WHOLE_REGION, NOW_MS, T)
    silent = [one for one in contents.facilities if one.is_silent]
    assert {one.name.rpartition(" ")[2] for one in silent} == {"9", "18"}
    assert contents.overview.silent == 2
    assert contents.overview.known == contents.overview.facilities == 18
    assert contents.overview.sessions == 72
    assert contents.overview.teams == 144
    assert sum(one.sessions for one in contents.facilities) == 72


def test_a_facility_tells_its_last_year_whatever_is_chosen(desk, results):
    fill(results, 4, 20, NOW_MS)
    contents = desk.contents(RegionSelection(year=2022), NOW_MS, T)
    assert {one.last_year for one in contents.facilities} == {2026}
    only = desk.contents(RegionSelection(facility=facility_id(2)), NOW_MS, T)
    assert [one.id for one in only.facilities] == [facility_id(2)]
    assert only.chosen == (("Facility", only.facilities[0].name),)


def test_few_people_of_one_facility_are_told_nowhere(desk, results):
    few = ResultRow(
        facility=facility_id(0), id="1" * 32, revision=1, year=2026, sessions=1, runs=1, people=3, won=1,
        sector="hospital",
    )  # fmt: skip
    results.add(reporter(0, NOW_MS), [few])
    for facility in (1, 2):
        results.add(reporter(facility, NOW_MS), [*sessions(facility, 3, Random(facility))])
    contents = desk.contents(WHOLE_REGION, NOW_MS, T)
    by_id = {one.id: one.people for one in contents.facilities}
    assert by_id[facility_id(0)] == "< 5"
    assert "–" in by_id.values()  # else the three would follow from the sum
    assert contents.overview.people is not None
    alone = desk.contents(RegionSelection(facility=facility_id(0)), NOW_MS, T)
    assert alone.overview.people is None
    assert alone.overview.won_teams is None


def test_people_are_told_by_year_audience_and_sector_in_words(desk, results):
    fill(results, 20, 10, NOW_MS)
    people = desk.contents(WHOLE_REGION, NOW_MS, T).people
    assert [one.name for one in people.years.rows] == ["2022", "2023", "2024", "2025", "2026"]
    assert {one.name for one in people.services.rows} == {"Hospital", "medico-social", "Not given"}
    overview = desk.contents(WHOLE_REGION, NOW_MS, T).overview
    assert sum(one.people or 0 for one in people.years.rows) == overview.people


def test_what_was_learnt_is_told_by_theme_though_an_audience_is_chosen(desk, results):
    for facility in (1, 2):
        pair = PairCounts()
        counts = Counts(moments={"before": 9, "after": 9}, pairs={"before-after": pair})
        sheets = ResultRow(
            facility=facility_id(facility),
            id=f"{facility:032x}",
            revision=1,
            year=2026,
            counts=_told(counts),
        )
        results.add(reporter(facility, NOW_MS), [sheets, *sessions(facility, 3, Random(facility))])
    everybody = desk.contents(WHOLE_REGION, NOW_MS, T, ["learning"]).learning
    care = desk.contents(RegionSelection(audience="care"), NOW_MS, T, ["learning"]).learning
    assert everybody == care
    assert [table.title for table in care] == ["What was learnt: after the game"]
    assert not desk.contents(RegionSelection(year=2020), NOW_MS, T, ["learning"]).learning


def test_what_many_facilities_learnt_is_the_sum_of_what_each_told(desk, results):
    dice = Random(5)
    told = [learnt(facility, 2026, dice) for facility in range(6)]
    for facility, one in enumerate(told):
        results.add(reporter(facility, NOW_MS), [one, *sessions(facility, 1, dice)])
    summed = RegionSums(results.tables).learnt()
    apart = together(decoded(Counts, one.counts) for one in told)
    assert summed.moments == apart.moments
    assert summed.themes == apart.themes
    for pair, counts in apart.pairs.items():
        assert summed.pairs[pair].items == counts.items
        for theme, scores in counts.themes.items():
            assert summed.pairs[pair].themes[theme].firsts.total == pytest.approx(scores.firsts.total)


def test_kits_in_use_are_told_by_version_and_withdrawn_rows_count_nothing(desk, results):
    fill(results, 6, 10, NOW_MS)
    before = desk.contents(WHOLE_REGION, NOW_MS, T).kits
    assert [(one.kit, one.version) for one in before] == [
        ("The night watch", "1.5.0"),
        ("The night watch", "1.4.0"),
    ]
    ids = [f"{0:012x}{number:020x}" for number in range(10)]
    gone = [withdrawn(0, int(one, 16), 9) for one in ids]
    results.add(reporter(0, NOW_MS), gone)
    after = desk.contents(WHOLE_REGION, NOW_MS, T)
    assert sum(one.sessions for one in after.kits) == sum(one.sessions for one in before) - 10
    assert after.overview.facilities == 5
    assert after.overview.known == 6


def test_the_hardest_puzzles_needed_most_hints_a_team(desk, results):
    fill(results, 20, 10, NOW_MS)
    hardest = desk.contents(WHOLE_REGION, NOW_MS, T).hardest
    asked = [hints_a_team(line) for _kit, line in hardest]
    assert asked == sorted(asked, reverse=True)
    assert {line.count.puzzle for _kit, line in hardest[:2]} == {"P5", "P10"}


def test_sections_that_nobody_asked_for_are_empty(desk, results):
    fill(results, 2, 5, NOW_MS)
    contents = desk.contents(WHOLE_REGION, NOW_MS, T, ["kits"])
    assert contents.kits
    assert not (contents.puzzles or contents.facilities or contents.learning or contents.people)


def test_choices_are_words_by_value(desk, results):
    fill(results, 8, 10, NOW_MS)
    choices = desk.contents(WHOLE_REGION, NOW_MS, T, []).choices
    assert list(choices["year"])[0] == "2026"
    assert choices["sector"]["hospital"] == "Hospital"
    assert choices["kit_id"] == {"sant-escape": "The night watch"}
    assert choices["audience"][""] == "Not given"
    assert len(choices["facility"]) == 8
