"""Facts against a reference computation in plain Python; pages, totals, what is out of date."""

from collections import Counter
from dataclasses import fields, replace
from statistics import median

import pytest

from benchmarks.game_facts import Made, filled
from kit_app.game.events import NoteAdded
from kit_app.storage.codec import StoredEvent
from kit_app.storage.facts import COLUMNS, FactReader
from kit_app.storage.journal import RunRecord
from kit_app.storage.store import Store, open_store
from kit_app.views.facts import EVERYTHING, LeadingCount, Selection

RUN = RunRecord(id="new", session_id="", team=1, created_ms=9)
SELECTIONS = (
    EVERYTHING,
    Selection(year=2025),
    Selection(variant="45-light", language="fr"),
    Selection(facility="Résidence des Glycines", audience=""),
    Selection(service="Service 3", with_trials=True),
    Selection(year=1999),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> tuple[Store, list[Made]]:
    store = open_store(tmp_path_factory.mktemp("facts"), 0)
    runs = filled(store, 600)
    yield store, runs
    store.close()


def meant(runs: list[Made], selection: Selection) -> list[Made]:
    """The reference: which runs a selection means."""
    chosen = [one for one in fields(Selection) if one.name != "with_trials"]
    return [
        one
        for one in runs
        if (selection.with_trials or not one.run.is_trial)
        and all(getattr(selection, name.name) in (None, getattr(one.run, name.name)) for name in chosen)
    ]


def eighty(values: list[int]) -> int | None:
    """The reference: the smallest value that four of five do not exceed."""
    ordered = sorted(values)
    return next(
        (one for one in ordered if sum(other <= one for other in values) * 5 >= len(values) * 4), None
    )


@pytest.mark.parametrize("selection", SELECTIONS)
def test_sums_agree_with_the_reference(kept, selection) -> None:
    store, runs = kept
    wanted = [one.run for one in meant(runs, selection)]
    found = store.sums.counted(selection)
    outcomes = Counter(one.outcome for one in wanted)
    assert (found.sessions, found.runs) == (len({one.session_id for one in wanted}), len(wanted))
    assert (found.people, found.hints) == (
        sum(one.people for one in wanted),
        sum(one.hints for one in wanted),
    )
    assert (found.won, found.lost, found.stopped) == (outcomes["won"], outcomes["lost"], outcomes["stopped"])
    left = [one.left_s for one in wanted if one.outcome == "won"]
    assert store.sums.left_s(selection) == (median(left) if left else None)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_puzzles_agree_with_the_reference(kept, selection) -> None:
    store, runs = kept
    wanted = [puzzle for one in meant(runs, selection) for puzzle in one.puzzles]
    found = store.sums.puzzles(selection, "fr")
    assert [one.puzzle for one in found] == list(dict.fromkeys(one.puzzle for one in wanted))
    for count in found:
        own = [one for one in wanted if one.puzzle == count.puzzle]
        ends = Counter(one.end for one in own)
        times = [one.spent_s for one in own if one.end == "solved"]
        counted = [one for one in own if one.end != "broken"]
        assert count.median_s == (median(times) if times else None)
        assert count.p80_s == eighty(times)
        assert count.met == ends["solved"] + ends["forced"] + ends["left"]
        assert (count.solved, count.forced, count.left) == (ends["solved"], ends["forced"], ends["left"])
        assert count.broken == ends["broken"]
        assert count.hints == tuple(sum(level in one.hints for one in counted) for level in (1, 2, 3))
        assert count.wrong == sum(one.wrong for one in counted)
        assert count.title == f"Title {count.puzzle}"


def test_puzzles_that_few_people_met_are_marked(kept) -> None:
    store, runs = kept
    for service in range(12):
        for year in range(2022, 2027):
            selection = Selection(service=f"Service {service}", year=year, variant="30", language="en")
            wanted = meant(runs, selection)
            for count in store.sums.puzzles(selection, "fr"):
                met = sum(
                    made.run.people
                    for made in wanted
                    for one in made.puzzles
                    if one.puzzle == count.puzzle and one.end != "closed"
                )
                solved = sum(
                    made.run.people
                    for made in wanted
                    for one in made.puzzles
                    if one.puzzle == count.puzzle and one.end == "solved"
                )
                assert count.is_few == (met < 5 or 0 < solved < 5)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_people_agree_with_the_reference(kept, selection) -> None:
    store, runs = kept
    wanted = Counter()
    for one in meant(runs, selection):
        wanted[str(one.run.year), one.run.audience, one.run.service] += one.run.people
    found = {(one.year, one.audience, one.service): one.people for one in store.sums.people(selection)}
    assert found == dict(wanted)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_leading_agrees_with_the_reference(kept, selection) -> None:
    store, runs = kept
    wanted = [one.run for one in meant(runs, selection)]
    found = store.sums.leading(selection)
    assert found.runs == len(wanted)
    assert found.adjusted_runs == sum(one.adjusted_s != 0 for one in wanted)
    assert found.unsaved == sum(one.is_unsaved for one in wanted)
    for name in {field.name for field in fields(LeadingCount)} - {"runs", "adjusted_runs", "unsaved"}:
        assert getattr(found, name) == sum(getattr(one, name) for one in wanted), name


def test_pages_are_the_runs_in_order_and_whole(kept) -> None:
    store, runs = kept
    wanted = sorted((one.run for one in meant(runs, EVERYTHING)), key=lambda run: (run.session_id, run.team))
    wanted.sort(key=lambda run: run.day, reverse=True)
    assert store.facts.count(EVERYTHING) == len(wanted)
    assert store.facts.page(EVERYTHING, 0, 50) == tuple(wanted[:50])
    assert store.facts.page(EVERYTHING, 100, 7) == tuple(wanted[100:107])
    reader = FactReader(store.database.path, EVERYTHING)
    assert list(reader.runs()) == wanted
    assert reader.sizes() == (len(wanted), 12 * len(wanted))
    puzzles = {(made.run.session_id, made.run.team): made.puzzles for made in runs}
    assert [puzzle for _run, puzzle in reader.puzzles()] == [
        puzzle for run in wanted for puzzle in puzzles[run.session_id, run.team]
    ]


def test_the_table_has_a_column_for_each_fact_and_none_for_a_person(kept) -> None:
    store, _runs = kept
    columns = [str(row[1]) for row in store.database.rows("PRAGMA table_info(run_facts)")]
    assert set(columns) == {"number", "run_id", "last_seq", "saved_ms", *COLUMNS}


def people_by_year_and_audience(store) -> Counter:
    """Services of few people lose their name in a purge: these two groups stay as they were."""
    found = Counter()
    for one in store.sums.people(EVERYTHING):
        found[one.year, one.audience] += one.people
    return found


def test_what_was_purged_is_still_counted(tmp_path) -> None:
    store = open_store(tmp_path, 0)
    runs = filled(store, 200, seed=3)
    before = store.sums.counted(EVERYTHING)
    years = people_by_year_and_audience(store)
    late = {one.run.session_id for one in runs if one.run.day >= "2025-01-01"}
    gone = {one.run.session_id for one in runs} - late
    store.facts.purge("2025-01-01")
    after = store.sums.counted(EVERYTHING)
    assert replace(after, stored_runs=before.stored_runs) == before
    assert people_by_year_and_audience(store) == years
    assert not any(store.sessions.has(one) for one in gone)
    assert all(store.sessions.has(one) for one in late)
    journals = {str(row[0]) for row in store.database.rows("SELECT DISTINCT run_id FROM journal")}
    assert {one.partition("/")[0] for one in journals} == late
    kept = [one for one in runs if one.run.session_id in late and not one.run.is_trial]
    assert after.stored_runs == len(kept)
    named = "SELECT sum(people) FROM totals WHERE service <> '' GROUP BY year, service"
    assert all(people >= 5 for (people,) in store.database.rows(named))
    store.facts.purge("2025-01-01")
    assert store.sums.counted(EVERYTHING) == after
    store.close()


def test_facts_are_out_of_date_when_the_journal_or_the_plan_is_another(tmp_path) -> None:
    store = open_store(tmp_path, 0)
    (made, *_others) = filled(store, 4)
    session, team = made.run.session_id, made.run.team
    assert store.facts.out_of_date() == ()
    store.journal.append(f"{session}/{team}", [StoredEvent(2, 9, 9, NoteAdded(text="later"))])
    assert [one.run_id for one in store.facts.out_of_date()] == [f"{session}/{team}"]
    (late,) = store.facts.out_of_date()
    store.facts.put(late, made.run, made.puzzles, {})
    assert store.facts.out_of_date() == ()
    plan = store.sessions.get(session)
    store.sessions.save(replace(plan, name="Other"), 77)
    assert {one.session_id for one in store.facts.out_of_date()} == {session}
    store.close()


def test_facts_of_a_run_that_was_begun_anew_are_dropped(tmp_path) -> None:
    store = open_store(tmp_path, 0)
    (made,) = filled(store, 1)
    store.journal.add_run(replace(RUN, session_id=made.run.session_id, team=made.run.team))
    assert store.facts.out_of_date() == ()
    assert store.facts.count(Selection(with_trials=True)) == 0
    store.close()


def test_a_deleted_session_does_not_count_until_it_is_back(tmp_path) -> None:
    store = open_store(tmp_path, 0)
    (made,) = filled(store, 1)
    everything = Selection(with_trials=True)
    store.sessions.hide(made.run.session_id, 9)
    assert (store.facts.count(everything), store.sums.puzzles(everything, "fr")) == (0, ())
    store.sessions.hide(made.run.session_id, None)
    assert store.facts.count(everything) == 1
    store.close()
