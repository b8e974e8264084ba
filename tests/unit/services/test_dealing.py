"""The teams of a session get their games, the same each time."""

import json
from dataclasses import asdict, replace

import pytest

from kit_app.domain.deal import to_team_deal
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.errors import KitAppError
from kit_app.mechanisms.dealing import deal_team
from kit_app.services.dealing import choice_of, deal_session, deals_of
from tests.unit.content.bundled import bundled_kit


def plan(teams: int = 2, language: str = "fr", seed: str = "0" * 32) -> SessionPlan:
    return SessionPlan(
        id="s",
        name="Mardi",
        facility="",
        date="",
        time="",
        room="",
        kit_id="sant-escape",
        kit_digest=bundled_kit().digest,
        variant="45-full",
        level="standard",
        language=language,
        duration_min=45,
        extra_time=False,
        teams=tuple(TeamPlan(number=one, label=f"Équipe {one}", size=5) for one in range(1, teams + 1)),
        hint_policy="by-hand",
        hint_cost_min=0,
        clock_style="clock",
        seed=seed,
    )


def test_teams_have_other_set_ids_codes_and_answers() -> None:
    one, two = deal_session(bundled_kit(), plan())
    assert one.set_id != two.set_id
    assert not {card.code for card in one.cards} & {card.code for card in two.cards}
    same = [puzzle.id for puzzle in one.puzzles if puzzle.answer == two.puzzle(puzzle.id).answer]
    assert {"P5", "P12"} <= set(same)
    assert len(same) <= 4


def test_the_same_plan_is_dealt_the_same_and_a_stored_deal_is_recognised() -> None:
    tables = deal_session(bundled_kit(), plan())
    stored = replace(plan(), deals=deals_of(tables))
    assert deal_session(bundled_kit(), stored) == tables
    assert json.dumps([asdict(deal) for deal in deals_of(tables)]) == json.dumps(
        [asdict(deal) for deal in deals_of(deal_session(bundled_kit(), plan()))]
    )


def test_a_team_more_leaves_the_others_as_they_are() -> None:
    assert deal_session(bundled_kit(), plan(3))[:2] == deal_session(bundled_kit(), plan(2))


def evaded(number: int, language: str = "fr"):
    """Team `number` as it was dealt when other teams had its first set id and its first two codes."""
    choice = replace(choice_of(plan(language=language)), number=number)
    first = deal_team(bundled_kit(), choice)
    taken = frozenset({first.set_id, *(card.code for card in first.cards[:2])})
    other = deal_team(bundled_kit(), replace(choice, taken=taken))
    assert other.set_id not in taken
    assert not {card.code for card in other.cards} & taken
    return other


def test_a_stored_deal_holds_when_the_team_that_had_its_codes_is_gone() -> None:
    two = evaded(2)
    alone = replace(plan(), teams=plan().teams[1:], deals=(to_team_deal(two),))
    assert deal_session(bundled_kit(), alone) == (two,)
    (english,) = deal_session(bundled_kit(), replace(alone, language="en"), is_checked=False)
    assert [card.code for card in english.cards] == [card.code for card in two.cards]
    one, again = deal_session(bundled_kit(), replace(alone, teams=plan().teams))
    assert again == two
    assert not {card.code for card in one.cards} & {card.code for card in two.cards}


def test_a_new_team_takes_no_code_of_a_stored_deal() -> None:
    first = deal_team(bundled_kit(), replace(choice_of(plan()), number=1))
    deal = to_team_deal(evaded(2))
    card, code = next(iter(deal.codes)), first.cards[0].code
    held = replace(deal, codes={**deal.codes, card: code})
    new, _two = deal_session(bundled_kit(), replace(plan(), deals=(held,)), is_checked=False)
    assert code not in {card.code for card in new.cards}


def test_a_code_that_the_dice_cannot_draw_is_no_deal_that_holds() -> None:
    deals = deals_of(deal_session(bundled_kit(), plan(1)))
    forged = replace(deals[0], codes={**deals[0].codes, next(iter(deals[0].codes)): "AAAAAA"})
    with pytest.raises(KitAppError, match="Team 1 would now get another game"):
        deal_session(bundled_kit(), replace(plan(1), deals=(forged,)))


def test_a_deal_that_would_come_out_otherwise_is_refused_with_a_sentence() -> None:
    stored = replace(plan(), deals=deals_of(deal_session(bundled_kit(), plan(seed="1" * 32))))
    with pytest.raises(KitAppError, match="Team 1 would now get another game"):
        deal_session(bundled_kit(), stored)


def test_both_languages_have_the_same_codes_and_set_ids() -> None:
    (french,) = deal_session(bundled_kit(), plan(1))
    (english,) = deal_session(bundled_kit(), plan(1, language="en"))
    assert french.set_id == english.set_id
    assert [card.code for card in french.cards] == [card.code for card in english.cards]


def test_a_seed_is_dealt_for_ever_as_it_was_first() -> None:
    one, two = deal_session(bundled_kit(), plan())
    assert (one.set_id, two.set_id) == ("LMWW", "EGT9")
    assert [card.code for card in one.cards][:2] == ["NGYDGH", "PJTRDH"]
    assert (one.puzzle("P1").answer, one.puzzle("P2").answer, two.puzzle("P2").answer) == (
        "414",
        "JLG3",
        "7PPJ",
    )
