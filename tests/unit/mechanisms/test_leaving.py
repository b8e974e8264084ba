"""Any puzzle but the end left out: the game stays whole, and what the others need of it is on a card."""

from dataclasses import replace
from itertools import combinations

import pytest

from kit_app.domain.deal import TeamTable
from kit_app.domain.dice import Dice
from kit_app.domain.given import GivenSpec, given_lines
from kit_app.domain.plan import SessionPlan
from kit_app.domain.room import room_lines
from kit_app.domain.spelling import normalised, places
from kit_app.mechanisms.filling import clue_references
from kit_app.mechanisms.leaving import choices, removable
from kit_app.mechanisms.picking import picked
from kit_app.mechanisms.proving import unsolved
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_kit
from tests.unit.mechanisms.reached import assert_reached
from tests.unit.mechanisms.test_picking import OPTIONAL, dealt, plan

VARIANTS = ("45-full", "45-light", "30", "60")

NEEDED = {
    "45-full": {
        "P1": {"P2": "{P1.room}", "P4": "{P1.room}", "P9": "{month}"},
        "P2": {"P3": "{P2.code}"},
        "P3": {"P4": "{P3.room}"},
        "P4": {"P11": "{P4.number4}"},
        "P5": {"P6": "{manager}", "P10": "{P5.year}"},
        "P7": {"P10": "{P7.portal}"},
        "P9": {"P10": "{P9.answer}"},
    },
    "45-light": {"P2": {"P4": "{copier_room}"}, "P6": {"P10": "{portal}"}, "P9": {"P10": "{P9.answer}"}},
    "30": {"P1": {"P9": "{month}"}, "P2": {"P10": "{portal}"}, "P5": {"P10": "{P5.pet}"}},
}
"""By variant: what a card must tell, when its puzzle is left out, for one that is played."""


def free(variant: str) -> tuple[str, ...]:
    return tuple(
        one for one in bundled_kit().variant(variant).puzzles if one in removable(bundled_kit(), variant)
    )


def assert_whole(table: TeamTable, of: SessionPlan) -> None:
    """Every puzzle can be reached and solved from what is printed; nothing of the others is in the set."""
    left_out, variant = set(of.left_out), of.variant
    assert_reached(table, set(bundled_kit().variant(variant).puzzles) - left_out | set(of.taken_in))
    envelopes = {one.id for one in table.envelopes}
    for puzzle in table.puzzles:
        assert MECHANISMS[puzzle.mechanism].solve(puzzle.clues) == {normalised(puzzle.answer)}
        for card in puzzle.cards:
            assert card.place in envelopes or card.place in table.places, (card.id, card.place)
    assert not left_out & {card.puzzle for card in table.cards}
    assert unsolved(picked(bundled_kit(), of).in_choice(variant, of.sector), table) == ()
    assert_given(table, left_out, variant)


def assert_given(table: TeamTable, left_out: set[str], variant: str) -> None:
    kit = bundled_kit().in_choice(variant, "hospital")
    given = {one.puzzle: one for one in table.given}
    played = {one.id for one in table.puzzles}
    for gone in left_out:
        needed = {one for one in played if gone in clue_references(kit, kit.puzzle(one))}
        assert gone in given or not needed, (gone, needed)
    for one in given.values():
        text = " ".join(one.lines)
        assert one.card in table.cards
        assert one.card.code
        assert one.card.reading == "\n".join(one.lines)
        assert not places(text), text
        for user, place in NEEDED.get(variant, {}).get(one.puzzle, {}).items():
            if user in played:
                assert table.values[place[1:-1]] in text, (one.puzzle, user)


@pytest.mark.parametrize("variant", VARIANTS)
def test_all_but_the_end_can_be_left_out(variant: str) -> None:
    stays = [one.id for one in choices(bundled_kit(), variant) if one.why]
    assert stays == ["P12"]


@pytest.mark.parametrize(("variant", "gone"), [(one, gone) for one in VARIANTS for gone in free(one)])
def test_without_any_one_puzzle_the_game_is_whole(variant: str, gone: str) -> None:
    of = plan(variant, left_out=(gone,))
    assert_whole(dealt(of), of)


def drawn(number: int) -> SessionPlan:
    """A variant without some of its puzzles and perhaps with others, drawn."""
    dice = Dice(seed=f"leaving {number}")
    variant = dice.pick("variant", VARIANTS)
    odds = dice.number("odds", 1, 9)
    others = [one for one in OPTIONAL if one not in bundled_kit().variant(variant).puzzles]
    return plan(
        variant,
        left_out=tuple(one for one in free(variant) if dice.number(one, 1, 10) <= odds),
        taken_in=tuple(one for one in others if dice.number(one, 1, 3) == 1),
        language=("fr", "en")[number % 2],
    )


@pytest.mark.parametrize("number", range(12))
def test_without_any_several_puzzles_the_game_is_whole(number: int) -> None:
    assert_whole(dealt(drawn(number)), drawn(number))


@pytest.mark.long
@pytest.mark.parametrize("part", range(5))
def test_without_many_more_sets_of_puzzles_the_game_is_whole(part: int) -> None:
    for number in range(100 * (part + 1), 100 * (part + 1) + 60):
        assert_whole(dealt(drawn(number)), drawn(number))


@pytest.mark.long
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("sector", ["hospital", "medico-social", "telework", "managers"])
def test_without_any_two_puzzles_the_game_is_whole_everywhere(variant: str, sector: str) -> None:
    for gone in combinations(free(variant), 2):
        for language in ("fr", "en"):
            of = plan(variant, left_out=gone, sector=sector, language=language)
            assert_whole(dealt(of), of)


def test_the_end_alone_is_a_game_too() -> None:
    table = dealt(plan(left_out=free("45-full")))

    assert [one.id for one in table.puzzles] == ["P12"]
    assert table.puzzles[0].needs == ()
    assert table.envelopes == ()
    assert {card.place for card in table.puzzles[0].cards} == {"table"}
    assert [one.puzzle for one in table.given] == ["P10", "P11"]


def test_the_others_keep_their_answers_and_codes() -> None:
    whole, lean = dealt(plan()), dealt(plan(left_out=("P1", "P5", "P9")))
    codes = {card.id: card.code for card in whole.cards}

    assert lean.set_id == whole.set_id
    assert all(one.answer == whole.puzzle(one.id).answer for one in lean.puzzles)
    assert all(codes[card.id] == card.code for card in lean.cards if card.part != "given")
    assert lean.values["P9.answer"] == whole.values["P9.answer"]


def test_what_nobody_needs_is_not_given() -> None:
    table = dealt(plan(left_out=("P5", "P6", "P10")))

    assert [one.puzzle for one in table.given] == ["P10"]
    assert given_lines((GivenSpec(id="a", puzzles=("P9",)),), {"a": ("text",)}, {"P8"}) == ()


def test_envelopes_that_would_wait_for_nothing_lie_open() -> None:
    table = dealt(plan(left_out=("P1",)))
    lying = {card.place for puzzle in ("P2", "P5", "P8") for card in table.puzzle(puzzle).cards}

    assert lying == {"corner-a", "corner-b", "corner-c"}
    assert {"A1", "B1", "C1"}.isdisjoint(one.id for one in table.envelopes)
    assert "A2" in {one.id for one in table.envelopes}


def test_a_seal_goes_with_what_it_closes_and_opens_after_what_is_left() -> None:
    seals = {
        gone: [one.after for one in dealt(plan(left_out=gone)).envelopes if one.id == "A3"]
        for gone in ((), ("P3",), ("P4",), ("P1", "P2", "P3"))
    }

    assert seals == {(): [("P3",)], ("P3",): [("P2",)], ("P4",): [], ("P1", "P2", "P3"): []}


def test_what_is_taken_in_without_what_it_waits_for_has_its_envelope() -> None:
    table = dealt(plan(taken_in=("X2",)))

    assert next(one.after for one in table.envelopes if one.id == "X2") == ("P9",)


def test_a_role_without_a_fact_gets_a_task() -> None:
    table = dealt(plan(left_out=("P6", "P11"), language="en"))
    role = table.role("R4")

    assert role.facts == ()
    assert role.task.startswith("You ask everyone")
    assert table.role("R5").task == ""


def test_the_round_of_the_room_names_what_is_given_and_no_envelope_that_is_not_there() -> None:
    kit = bundled_kit().in_choice("45-full", "hospital")
    words = kit.reference_words["en"]["room"]
    whole = room_lines(kit.room, words, dealt(plan()), 1)
    lean = room_lines(kit.room, words, dealt(plan(left_out=("P9", "P7"))), 1)
    bare = room_lines(kit.room, words, dealt(plan(left_out=free("45-full"))), 1)

    assert "given" not in {one.id for one in whole}
    assert next(one.text for one in lean if one.id == "given").endswith("P7-G, P9-G")
    assert "wheel" not in {one.id for one in lean}
    assert {"envelopes", "kept"}.isdisjoint(one.id for one in bare)


def test_the_kit_knows_what_is_left_out_of_this_length_only() -> None:
    lean = picked(bundled_kit(), plan(left_out=("P5", "P8")))

    assert lean.left_out == {"45-full": ("P5",)}


def test_what_is_not_given_is_found_missing() -> None:
    of = plan(left_out=("P9",))
    kit, table = picked(bundled_kit(), of), dealt(of)
    bare = replace(table, given=())
    shut = replace(
        table, puzzles=tuple(replace(one, needs=("P9",)) if one.id == "P7" else one for one in table.puzzles)
    )

    assert unsolved(kit, table) == ()
    assert unsolved(kit, bare) == ("P10", "P11", "P12")
    assert unsolved(kit, shut) == ("P7", "P10", "P11", "P12")
