"""A session without some of its puzzles, from the plan to the end: console, alarms, chance, papers."""

from dataclasses import replace
from time import process_time

import pytest

from kit_app.domain.dice import Dice
from kit_app.i18n import Catalogue
from kit_app.mechanisms.leaving import removable
from kit_app.services.advising import foresee, unsolved
from kit_app.services.debriefing import debrief_of
from kit_app.services.printing.desk import facilitator_papers, made, players_papers
from kit_app.services.simulate import simulate_run
from tests.fakes import WALL_START_MS, FakeClock
from tests.unit.content.bundled import bundled_kit
from tests.unit.services.bundled import draft, opened

MOST_MS = 200
"""A choice of puzzles is answered within this time."""


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    services = opened(tmp_path_factory.mktemp("lean"), FakeClock())
    yield services
    services.close()


def planned(services, left_out, variant="45-full", **changes):
    minutes = bundled_kit().variant(variant).minutes
    choices = {"variant": variant, "duration_min": minutes, "left_out": tuple(left_out), "language": "en"}
    return services.sessions.save(draft(services, **{**choices, **changes})).plan


def setup(services, left_out, **changes):
    return services.runs.setup(planned(services, left_out, **changes).id, 1)


def free(variant):
    own = bundled_kit().variant(variant).puzzles
    return [one for one in own if one in removable(bundled_kit(), variant)]


def played(services, plan, seed="45"):
    found = simulate_run(services.runs, services.results, plan.id, 1, seed, WALL_START_MS)
    gone = set(plan.left_out)
    assert [one.id for one in found.puzzles] == [
        one for one in bundled_kit().variant(plan.variant).puzzles if one not in gone
    ]
    assert all(one.opened_ms is not None for one in found.puzzles)
    return found


def test_a_game_without_the_first_puzzle_and_others_is_played_to_its_end_and_talked_over(services):
    plan = planned(services, ("P1", "P4", "P10", "P11"))
    found = played(services, plan)

    assert found.outcome == "won"
    assert all(one.solved_ms is not None for one in found.puzzles)
    reflexes = {one.title for one in debrief_of(services, plan.id, Catalogue("en")).reflexes}
    assert "The talkative bin" in reflexes
    assert reflexes.isdisjoint({"The visitor register", "The copier tray", "The portal", "The right person?"})
    titles = [step.slide.title for step in debrief_of(services, plan.id, Catalogue("en")).steps]
    assert "Places" in titles
    assert "The wrong person" not in titles


@pytest.mark.long
@pytest.mark.parametrize(
    ("variant", "gone"), [(one.id, gone) for one in bundled_kit().variants for gone in free(one.id)]
)
def test_without_any_one_puzzle_a_game_ends(services, variant, gone):
    played(services, planned(services, (gone,), variant))


@pytest.mark.long
@pytest.mark.parametrize("number", range(12))
def test_without_any_several_puzzles_a_game_ends(services, number):
    dice = Dice(seed=f"played {number}")
    variant = dice.pick("variant", [one.id for one in bundled_kit().variants])
    gone = [one for one in free(variant) if dice.number(one, 0, 1)]
    played(services, planned(services, gone, variant, language=("fr", "en")[number % 2]))


def test_the_console_is_told_what_is_given_and_a_scanned_card_says_the_same(services):
    found = setup(services, ("P5",))
    (given,) = found.given
    card = next(one for one in found.cards if one.id == "P5-G")

    assert given.title == "Oversharing"
    assert card.title == "What you already have"
    assert card.reading == given.reading
    assert setup(services, ("P8",)).given == ()


def test_nobody_is_asked_for_papers_of_a_puzzle_that_is_left_out(services):
    whole, lean = setup(services, ()), setup(services, ("P5",))

    assert [one.id for one in whole.puzzle("P6").searches] == ["calls", "result", "posts"]
    assert [one.id for one in lean.puzzle("P6").searches] == ["calls", "result"]


def test_an_alarm_about_what_is_not_played_does_not_come(services):
    whole = {one.id for one in setup(services, ()).alarms}
    lean = {one.id for one in setup(services, ("P1", "P10", "P11")).alarms}
    bare = {one.id for one in setup(services, free("45-full")).alarms}

    assert whole - lean == {"alarm_start", "alarm_portal", "push"}
    assert {"alarm_paths", "first_minutes"} <= lean
    assert bare == {"one_path", "quiet_first", "quiet_second"}


def test_what_cannot_be_left_out_is_refused_and_what_can_is_named(services):
    plan = draft(services, left_out=("P5", "P12"), taken_in=("P3",))
    found = services.sessions.problems(plan)

    assert found["left_out"].values["puzzles"] == "P12"
    assert "P11" in found["left_out"].values["choices"]
    assert found["taken_in"].values == {"puzzles": "P3", "choices": "P8, X1, X2"}


@pytest.mark.parametrize(
    ("language", "gone"),
    [("fr", ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P9")), ("en", free("45-full"))],
)
def test_the_papers_of_what_is_left_can_be_printed(services, language, gone):
    plan = planned(services, gone, language=language)
    kit, t = services.library.kit_of(plan), Catalogue(language)
    players = players_papers(kit, plan, 1, t)
    facilitator = facilitator_papers(kit, plan, t)
    wanted = ("run-sheet", "guide", "contents", "host-grid", "answer-key")

    assert made(players, ["given", "roles", "papers"]).pdf
    assert made(facilitator, [f"1-{one}" for one in wanted]).pdf


def test_the_chance_of_another_choice_is_there_at_once(services):
    kit, plan = bundled_kit(), draft(services)
    usual = foresee(plan, kit, {})
    for number, gone in enumerate((("P7",), ("P1", "P5"), ("P2", "P3", "P4"))):
        began = process_time()
        lean = replace(plan, left_out=gone, hint_cost_min=number)
        found = foresee(lean, kit, {})
        assert unsolved(lean, kit) == ()
        assert (process_time() - began) * 1000 < MOST_MS
        assert found.expected_ms < usual.expected_ms
