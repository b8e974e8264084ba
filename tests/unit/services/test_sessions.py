"""Sessions: drafted, checked field by field, dealt, duplicated, hidden and found."""

from dataclasses import replace

import pytest

from kit_app.domain.deal import to_team_deal
from kit_app.errors import KitAppError, ProblemsError, StorageError
from kit_app.game.commands import StartRun
from kit_app.mechanisms.dealing import deal_team
from kit_app.services.dealing import choice_of
from kit_app.services.session_check import missing
from tests.unit.services.bundled import SEED, draft, opened, teams


def saved(services, **changes):
    return services.sessions.save(draft(services, **changes)).plan


def test_a_team_that_comes_leaves_a_deal_with_the_codes_that_another_team_left_it(services):
    two = replace(teams("A", "B")[1], number=2)
    plan = saved(services, teams=(two,))
    (deal,) = plan.deals
    first = deal_team(services.library.kit_of(plan), replace(choice_of(plan), number=2))
    taken = frozenset({first.cards[0].code})
    other = deal_team(services.library.kit_of(plan), replace(choice_of(plan), number=2, taken=taken))
    evaded = to_team_deal(other)
    assert evaded != deal
    services.sessions._store.sessions.save(replace(plan, deals=(evaded,), printed_teams=(2,)), 0)
    wider = replace(plan, teams=(*teams("A"), two), deals=(), printed_teams=(2,))
    kept = services.sessions.save(wider).plan
    assert kept.deals[1] == evaded
    assert kept.printed_teams == (2,)
    assert services.sessions.tables(services.sessions.get(plan.id))[1].cards == other.cards


def test_a_draft_needs_only_a_name(services):
    assert set(services.sessions.problems(services.sessions.draft())) == {"name"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"facility": "two\nlines"}, "facility"),
        ({"date": "24/11/2026"}, "date"),
        ({"date": "2026-02-30"}, "date"),
        ({"time": "25:00"}, "time"),
        ({"duration_min": 9}, "duration_min"),
        ({"duration_min": 121}, "duration_min"),
        ({"hint_cost_min": -1}, "hint_cost_min"),
        ({"hint_stock": 51}, "hint_stock"),
        ({"hint_shown_s": 14}, "hint_shown_s"),
        ({"language": "de"}, "language"),
        ({"level": "brutal"}, "level"),
        ({"variant": "90"}, "variant"),
        ({"seed": "short"}, "seed"),
        ({"audience": "nurses"}, "audience"),
        ({"service": "x" * 81}, "service"),
        ({"teams": ()}, "teams"),
        ({"teams": teams("A", "B", "C", "D", "E", "F", "G")}, "teams"),
        ({"teams": teams("A", "a ")}, "teams.1.label"),
        ({"teams": teams("A", "  ")}, "teams.2.label"),
        ({"teams": (replace(teams("A")[0], size=2),)}, "teams.1.size"),
        ({"teams": (replace(teams("A")[0], size=9),)}, "teams.1.size"),
    ],
)
def test_each_wrong_choice_is_said_at_its_field_and_nothing_is_stored(services, changes, field):
    plan = draft(services, **changes)
    assert field in services.sessions.problems(plan)
    with pytest.raises(ProblemsError) as refused:
        services.sessions.save(plan)
    assert field in [problem.field for problem in refused.value.problems]
    assert services.sessions.list() == ()


@pytest.mark.parametrize("changes", [{"duration_min": 10}, {"duration_min": 120}, {"date": "", "time": ""}])
def test_the_edges_of_the_choices_are_allowed(services, changes):
    assert services.sessions.problems(draft(services, **changes)) == {}


def test_saving_deals_each_team_its_own_game(services):
    plan = saved(services, teams=teams("Les Indiscrets", "Les Fouineurs"))
    first, second = plan.deals
    assert first.set_id != second.set_id
    assert not set(first.codes.values()) & set(second.codes.values())
    assert services.sessions.get(plan.id) == plan


def test_the_same_seed_deals_the_same_and_a_duplicate_draws_anew(services):
    plan = saved(services)
    assert saved(services).deals == plan.deals
    copy = services.sessions.duplicate(plan.id).plan
    assert copy.id != plan.id
    assert copy.seed != plan.seed == SEED
    assert copy.deals[0].codes != plan.deals[0].codes
    assert (copy.name, copy.date, copy.printed_teams) == (plan.name, "", ())


def test_a_change_of_the_date_keeps_cards_and_what_is_printed(services):
    plan = saved(services)
    services.sessions.mark_printed(plan.id, 1)
    later = services.sessions.save(replace(services.sessions.get(plan.id), date="2026-12-03")).plan
    assert later.deals == plan.deals
    assert later.printed_teams == (1,)


def test_another_language_makes_other_cards_that_are_not_printed_yet(services):
    plan = saved(services)
    services.sessions.mark_printed(plan.id, 1)
    other = services.sessions.save(replace(services.sessions.get(plan.id), language="en", seed="f" * 32)).plan
    assert other.deals != plan.deals
    assert other.printed_teams == ()


def test_a_team_more_leaves_the_printed_team_printed(services):
    plan = saved(services)
    services.sessions.mark_printed(plan.id, 1)
    more = replace(services.sessions.get(plan.id), teams=teams("Les Indiscrets", "Les Fouineurs"))
    plan_of_two = services.sessions.save(more).plan
    assert plan_of_two.deals[0] == plan.deals[0]
    assert plan_of_two.printed_teams == (1,)


def test_a_played_session_keeps_its_cards(services):
    plan = saved(services)
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun())
    room.close()
    with pytest.raises(KitAppError, match="Duplicate it"):
        services.sessions.save(replace(plan, seed="f" * 32))
    renamed = services.sessions.save(replace(plan, name="Other")).plan
    assert renamed.deals == plan.deals


def test_the_kit_is_stored_with_the_session(services):
    plan = saved(services)
    assert services.library.kit_of(plan).digest == plan.kit_digest
    assert services.library.snapshot(services.library.kit_of(plan)).kit_id == "sant-escape"


def test_a_deleted_session_comes_back_until_the_program_starts_again(services, tmp_path, clock):
    plan = saved(services)
    services.sessions.delete(plan.id)
    assert services.sessions.list() == ()
    services.sessions.undelete(plan.id)
    assert [row.id for row in services.sessions.list()] == [plan.id]
    services.sessions.delete(plan.id)
    services.close()
    again = opened(tmp_path / "data", clock)
    with pytest.raises(StorageError):
        again.sessions.get(plan.id)
    again.close()


def test_an_archived_session_leaves_the_list(services):
    plan = saved(services)
    services.sessions.archive(plan.id)
    assert services.sessions.list() == ()
    assert [row.id for row in services.sessions.list(archived=True)] == [plan.id]
    services.sessions.archive(plan.id, on=False)
    assert [row.id for row in services.sessions.list()] == [plan.id]


def test_the_next_session_comes_first(services):
    for name, date in (
        ("past", "2026-11-17"),
        ("later", "2026-12-03"),
        ("today", "2026-11-24"),
        ("idea", ""),
    ):
        saved(services, name=name, date=date)
    in_order = ["today", "later", "idea", "past"]
    assert [row.name for row in services.sessions.list()] == in_order
    for count in (1, 2, 3):
        pages = [services.sessions.list(first=first, count=count) for first in range(0, 5, count)]
        assert [row.name for page in pages for row in page] == in_order


def test_sessions_are_found_by_words_of_name_room_facility_and_set(services):
    late = saved(services, name="Relève de nuit", room="Salle Camélia", date="2026-12-03")
    soon = saved(services, name="Urgences", facility="Clinique du Parc", room="", teams=teams("A", "B"))
    hidden = saved(services, name="Relève archivée")
    services.sessions.archive(hidden.id)
    assert services.sessions.search("releve CAMELIA") == (late.id,)
    assert services.sessions.search("parc urg") == (soon.id,)
    assert services.sessions.search(soon.deals[1].set_id.lower()) == (soon.id,)
    assert services.sessions.search("e") == (soon.id, late.id)
    assert services.sessions.search("releve parc") == ()
    assert services.sessions.search("releve", archived=True) == (hidden.id,)
    assert [row.id for row in services.sessions.rows_of((late.id, "gone", soon.id))] == [late.id, soon.id]


def test_a_session_is_found_by_the_beginning_of_its_id(services):
    plan = saved(services)
    assert services.sessions.find(plan.id[:6]) == plan
    for unknown in ("", "no such"):
        with pytest.raises(StorageError, match="no session"):
            services.sessions.find(unknown)


def test_an_ambiguous_beginning_is_refused(services):
    saved(services, id="aa-1")
    saved(services, id="aa-2")
    with pytest.raises(StorageError, match="Several"):
        services.sessions.find("aa")


def test_what_is_missing_is_listed_until_it_is_there(services):
    plan = saved(services, date="", room="")
    assert [problem.field for problem in missing(plan)] == ["date", "room", "teams.1"]
    services.sessions.mark_printed(plan.id, 1)
    ready = replace(services.sessions.get(plan.id), date="2026-11-24", room="Salle Camélia")
    assert missing(ready) == ()


def test_codes_of_other_sessions_are_known_as_foreign(services):
    plan, other = saved(services), saved(services, seed="f" * 32)
    code = next(iter(other.deals[0].codes.values()))
    foreign = services.runs.setup(plan.id, 1).foreign
    assert foreign[code].set_id == other.deals[0].set_id
    assert foreign[code].session_name == other.name
    assert not set(foreign) & set(plan.deals[0].codes.values())


def test_a_puzzle_left_out_is_in_no_deal_and_the_set_is_to_be_printed_anew(services):
    plan = services.sessions.save(draft(services)).plan
    services.sessions.mark_printed(plan.id, 1)
    fresh = services.sessions.get(plan.id)
    lean = services.sessions.save(replace(fresh, left_out=("P8",))).plan
    before = {one.id: one.answer for one in plan.deals[0].puzzles}

    assert {one.id: one.answer for one in lean.deals[0].puzzles} == {
        puzzle: answer for puzzle, answer in before.items() if puzzle != "P8"
    }
    assert lean.printed_teams == ()
    assert services.sessions.save(replace(lean, left_out=())).plan.deals == plan.deals


@pytest.mark.parametrize("changes", [{"left_out": ("P12",)}, {"taken_in": ("P99",)}])
def test_what_is_not_optional_is_refused(services, changes):
    assert set(services.sessions.problems(draft(services, **changes))) == set(changes)


def test_a_played_session_keeps_its_puzzles(services):
    plan = services.sessions.save(draft(services)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun())
    room.close()
    with pytest.raises(KitAppError, match="was played"):
        services.sessions.save(replace(plan, left_out=("P8",)))


def test_the_console_knows_no_puzzle_that_was_left_out(services):
    plan = services.sessions.save(draft(services, left_out=("P8",), taken_in=("X1",))).plan
    setup = services.runs.setup(plan.id, 1)
    assert "P8" not in {one.id for one in setup.puzzles}
    assert setup.puzzle("P9").needs == ("P1",)
    assert "X1" in setup.puzzle("P10").needs
    assert next(one for one in setup.envelopes if one.id == "C2").after == ("P1",)
