"""Optional puzzles left out or taken in: the game stays whole, the other puzzles as they were dealt."""

from dataclasses import replace
from itertools import combinations, product

import pytest

from kit_app.domain.plan import SessionPlan
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.leaving import choices
from kit_app.mechanisms.picking import picked
from kit_app.services.dealing import choice_of
from tests.unit.content.bundled import bundled_kit
from tests.unit.mechanisms.reached import assert_reached
from tests.unit.storage.made import plan as stored_plan

OPTIONAL = ("P8", "X1", "X2")


def plan(variant: str = "45-full", **changes) -> SessionPlan:
    kit = bundled_kit()
    minutes = kit.variant(variant).minutes
    usual = {"variant": variant, "sector": "hospital", "duration_min": minutes, "deals": (), "language": "fr"}
    return replace(stored_plan(), **{**usual, **changes})


def dealt(of: SessionPlan):
    return deal_team(picked(bundled_kit(), of), choice_of(of))


def every_pick():
    for variant in bundled_kit().variants:
        inside = [one for one in OPTIONAL if one in variant.puzzles]
        outside = [one for one in OPTIONAL if one not in variant.puzzles]
        subsets = [
            [some for size in range(len(of) + 1) for some in combinations(of, size)]
            for of in (inside, outside)
        ]
        for left_out, taken_in in product(*subsets):
            yield variant.id, left_out, taken_in


@pytest.mark.parametrize(("variant", "left_out", "taken_in"), list(every_pick()))
def test_whatever_is_picked_can_be_played_to_the_end(variant: str, left_out, taken_in) -> None:
    table = dealt(plan(variant, left_out=left_out, taken_in=taken_in))
    assert_reached(table, (set(bundled_kit().variant(variant).puzzles) - set(left_out)) | set(taken_in))


def test_the_other_puzzles_keep_their_answers_and_codes() -> None:
    whole = dealt(plan())
    other = dealt(plan(left_out=("P8",), taken_in=("X1", "X2")))
    answers = {one.id: one.answer for one in other.puzzles}
    codes = {card.id: card.code for card in other.cards}

    assert other.set_id == whole.set_id
    assert all(answers[one.id] == one.answer for one in whole.puzzles if one.id != "P8")
    assert all(codes[card.id] == card.code for card in whole.cards if card.puzzle != "P8")
    assert not any(card.puzzle == "P8" for card in other.cards)


def test_what_waited_waits_for_what_came_before() -> None:
    kit = picked(bundled_kit(), plan(left_out=("P8",))).in_choice("45-full", "hospital")
    assert kit.puzzle("P9").needs == ("P1",)
    assert next(one for one in kit.envelopes if one.id == "C2").after == ("P1",)


def test_where_paths_meet_what_was_taken_in_is_waited_for() -> None:
    kit = picked(bundled_kit(), plan(taken_in=("X1", "X2"))).in_choice("45-full", "hospital")
    assert kit.puzzle("X2").needs == ("X1",)
    assert "X2" in kit.puzzle("P10").needs
    assert "X2" in next(one for one in kit.envelopes if one.id == "D1").after


def test_what_ends_the_game_stays_and_what_is_not_optional_is_not_taken_in() -> None:
    of = plan("30", left_out=("P12",), taken_in=("P7",))
    assert picked(bundled_kit(), of).variant("30") == bundled_kit().variant("30")


def test_it_is_said_why_a_puzzle_stays() -> None:
    found = {one.id: one for one in choices(bundled_kit(), "45-full")}

    assert not found["P8"].why
    assert not found["X1"].is_played
    assert found["P12"].why == "It is the end of the game, won or lost."
    assert not found["P3"].why
    assert found["P3"].others == ("P4",)


def test_without_words_of_what_is_given_a_puzzle_stays_as_it_did() -> None:
    kit = bundled_kit()
    bare = replace(kit, puzzles=tuple(replace(one, given=()) for one in kit.puzzles), choices={})
    found = {one.id: one for one in choices(bare, "45-full")}

    assert found["P3"].why == "What it gives is needed in {others}."
    assert found["P6"].why.startswith("The story needs it")
    assert picked(bare, plan(left_out=("P3",))).variant("45-full") == bare.variant("45-full")
