"""Dealing a small kit: order, redraws, codes and what cannot be dealt."""

import pytest

from kit_app.content.kit_reader import read_kit
from kit_app.domain.codes import is_valid
from kit_app.domain.deal import DealChoice, TeamTable, to_team_deal
from kit_app.domain.kit import Kit
from kit_app.errors import KitFileError
from kit_app.mechanisms.dealing import deal_team, in_dealing_order, team_seed
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit


def kit(**edits: tuple[str, str]) -> Kit:
    """The small kit; `Q2=(old, new)` edits both the puzzle's file and its words."""
    files = tiny_kit()
    for puzzle, (old, new) in edits.items():
        for name in (f"puzzles/{puzzle}.toml", f"words/fr/{puzzle}.toml", f"words/en/{puzzle}.toml"):
            files[name] = files[name].replace(old.encode(), new.encode())
    return read_kit(files, TINY_MECHANISMS)


def dealt(of: Kit, seed: str = "seed", **choice: object) -> TeamTable:
    chosen = DealChoice(language="en", variant="all", seed=seed, **choice)  # type: ignore[arg-type]
    return deal_team(of, chosen, TINY_MECHANISMS)


def test_a_puzzle_is_made_after_those_whose_values_it_uses() -> None:
    uses = kit(Q1=("The code:", "After {Q3.code}:"))
    assert [puzzle.id for puzzle in in_dealing_order(uses, uses.puzzles)][:3] == ["Q2", "Q3", "Q1"]
    table = dealt(uses)
    assert table.puzzle("Q1").clues.text == f"After {table.puzzle('Q3').answer}: #{table.puzzle('Q1').answer}"


def test_puzzles_that_use_each_other_in_a_circle_cannot_be_dealt() -> None:
    circle = kit(Q1=("The code:", "{Q2.code}:"), Q2=("The code:", "{Q1.code}:"))
    with pytest.raises(KitFileError) as caught:
        dealt(circle)
    assert "Q1, Q2 use each other’s values in a circle" in str(caught.value.problems[0])


def test_an_answer_that_another_puzzle_has_is_drawn_again() -> None:
    plain = dealt(kit())
    twin = kit(Q1=("[parameters]", f"is_constant = true\n[parameters]\ncode = '{plain.puzzle('Q4').answer}'"))
    again = dealt(twin).puzzle("Q4")
    assert again.attempt == 1
    assert again.answer != plain.puzzle("Q4").answer


def test_two_puzzles_that_can_only_be_alike_cannot_be_dealt() -> None:
    alike = kit(
        Q1=("[parameters]", "[parameters]\ncode = 'AAAA'"), Q5=("[parameters]", "[parameters]\ncode = 'aaaa'")
    )
    with pytest.raises(KitFileError, match="The puzzle Q5") as caught:
        dealt(alike)
    assert str(caught.value.problems[0]) == (
        "puzzles/Q5.toml: This puzzle has the same answer as Q1, whatever is drawn. Change one of them."
    )


def test_hints_facts_scenes_and_script_are_in_full() -> None:
    table = dealt(kit(), fixed={"month": "june"})
    assert table.puzzle("Q1").words.hints[2] == f"It begins with {table.puzzle('Q1').answer}."
    assert table.role("R1").facts == ("The star is Ysaline.",)
    assert table.scenes[0].words.title == "The end of June"
    assert table.script["pitch"] == "It is June."
    assert table.values["month_upper"] == "JUNE"
    assert table.player.envelope == "Envelope {envelope}: open."


def test_every_card_and_badge_has_a_valid_code_of_its_own() -> None:
    table = dealt(kit())
    codes = [card.code for card in table.cards]
    assert [card.id for card in table.cards] == [f"Q{one}-C1" for one in range(1, 9)] + ["R1"]
    assert len(set(codes)) == len(codes)
    assert all(is_valid(code) for code in codes)
    assert [card.id for card in table.content_of("A1")] == ["Q2-C1"]


def test_codes_and_set_ids_in_use_are_not_dealt_again() -> None:
    first = dealt(kit())
    taken = frozenset({card.code for card in first.cards} | {first.set_id})
    second = dealt(kit(), taken=taken)
    assert not {card.code for card in second.cards} & taken
    assert second.set_id != first.set_id
    assert [puzzle.answer for puzzle in second.puzzles] == [puzzle.answer for puzzle in first.puzzles]


def test_teams_of_a_session_have_seeds_of_their_own() -> None:
    assert team_seed("seed", 1) != team_seed("seed", 2)
    assert dealt(kit(), number=1).puzzle("Q1").answer != dealt(kit(), number=2).puzzle("Q1").answer


def test_a_plan_keeps_what_tells_a_deal_from_another() -> None:
    table = dealt(kit())
    deal = to_team_deal(table)
    assert deal == to_team_deal(dealt(kit()))
    assert deal != to_team_deal(dealt(kit(), seed="other"))
    assert deal.codes["R1"] == table.role("R1").card.code


def test_a_large_print_reading_stands_with_every_card() -> None:
    table = dealt(kit())
    assert table.puzzle("Q2").cards[0].reading == f"The code: #{table.puzzle('Q2').answer}"
    assert table.role("R1").card.reading == "Editor\nThe star is Ysaline."
