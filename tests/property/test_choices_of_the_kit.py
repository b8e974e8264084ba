"""Every variant of the bundled kit, in every sector and language, has one answer a puzzle for any seed."""

from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_kit

SEEDS = range(50)
MORE_SEEDS = range(50, 200)
FEW = range(20)
VARIANTS = tuple(variant.id for variant in bundled_kit().variants)
SECTORS = tuple(sector.id for sector in bundled_kit().sectors)
LANGUAGES = ("fr", "en")


def dealt(variant: str, seed: int, language: str = "fr", sector: str = "", second: str = "") -> TeamTable:
    choice = DealChoice(
        language=language, variant=variant, sector=sector, second_language=second, seed=str(seed)
    )
    return deal_team(bundled_kit(), choice)


def wrong(table: TeamTable) -> Iterator[str]:
    """The puzzles that what is printed does not lead to their one answer."""
    for puzzle in table.puzzles:
        if MECHANISMS[puzzle.mechanism].solve(puzzle.clues) != {normalised(puzzle.answer)}:
            yield puzzle.id


def heavy_but(quick: object, choices: Iterable[tuple[str, ...]]) -> list[object]:
    """`choices` as parameters, those without `quick` for the long run."""
    return [pytest.param(*one, marks=() if quick in one else pytest.mark.long) for one in choices]


@pytest.mark.parametrize("seeds", [SEEDS, pytest.param(MORE_SEEDS, marks=pytest.mark.long)], ids=str)
@pytest.mark.parametrize(("variant", "language"), heavy_but("fr", product(VARIANTS, LANGUAGES)))
def test_any_seed_has_one_answer_a_puzzle_and_no_two_alike(variant: str, language: str, seeds: range) -> None:
    for seed in seeds:
        table = dealt(variant, seed, language)
        assert list(wrong(table)) == [], seed
        answers = [normalised(puzzle.answer) for puzzle in table.puzzles]
        assert len(set(answers)) == len(answers), seed


@pytest.mark.parametrize(("variant", "sector", "language"), tuple(product(VARIANTS, SECTORS[1:], LANGUAGES)))
def test_every_sector_has_one_answer_a_puzzle(variant: str, sector: str, language: str) -> None:
    for seed in FEW:
        assert list(wrong(dealt(variant, seed, language, sector))) == [], seed


@pytest.mark.parametrize(("variant", "sector"), heavy_but(SECTORS[0], product(VARIANTS, SECTORS)))
def test_both_sets_of_a_mixed_team_have_the_same_values_and_codes(variant: str, sector: str) -> None:
    for seed in FEW:
        french = dealt(variant, seed, "fr", sector, "en")
        english = dealt(variant, seed, "en", sector, "fr")
        assert french.set_id == english.set_id
        assert [(card.id, card.code) for card in french.cards] == [
            (card.id, card.code) for card in english.cards
        ]
        for one, other in zip(french.puzzles, english.puzzles, strict=True):
            assert one.attempt == other.attempt
            assert set(one.accepted) == set(other.accepted), one.id
            assert {normalised(one.answer), normalised(other.answer)} <= set(one.accepted)
            assert [set(field.accepted) for field in one.fields] == [
                set(field.accepted) for field in other.fields
            ]


def test_a_mixed_team_may_answer_in_both_languages() -> None:
    table = dealt("60", 1, "fr", "", "en")
    assert set(table.puzzle("X2").accepted) == {"PREVENIR", "PREVENTS"}
    assert {"SIGNAL", "SIGNALER"} <= set(table.puzzle("P12").accepted)


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_to_open_is_empty_and_every_card_can_be_reached(variant: str) -> None:
    table = dealt(variant, 1)
    envelopes = {one.id: one for one in table.envelopes}
    cards = {card.id for card in table.cards}
    for one in table.envelopes:
        assert one.kind != "envelope" or table.content_of(one.id)
        assert one.kind != "flap" or one.id in cards
    for puzzle in table.puzzles:
        for card in puzzle.cards:
            if card.place in envelopes:
                assert set(envelopes[card.place].after) <= before(table, puzzle.id)


def before(table: TeamTable, puzzle_id: str) -> set[str]:
    """The puzzles solved before this one opens."""
    found: set[str] = set()
    waiting = [puzzle_id]
    while waiting:
        needs = set(table.puzzle(waiting.pop()).needs) - found
        found |= needs
        waiting += needs
    return found


@pytest.mark.parametrize(
    ("variant", "opened"),
    [
        ("45-light", {"P1": "A1 B1 C1", "P2": "A3", "P5": "B2", "P6": "P06-C5", "P8": "C2", "P11": "D3"}),
        ("30", {"P1": "A1 B1 C1", "P2 P5 P9": "D1", "P10": "D3"}),
        ("60", {"P9": "X1", "X1": "X2", "P6 P7 X2": "D1", "P3": "A3"}),
    ],
)
def test_envelopes_of_a_variant_open_as_the_guide_says(variant: str, opened: dict[str, str]) -> None:
    found: dict[str, list[str]] = {}
    for envelope in dealt(variant, 1).envelopes:
        found.setdefault(" ".join(envelope.after), []).append(envelope.id)
    assert {after: " ".join(ids) for after, ids in found.items() if after in opened} == opened


def test_players_of_the_short_game_hold_no_fact_that_it_does_not_need() -> None:
    facts = {role.id: len(role.facts) for role in dealt("30", 1).roles if role.facts}
    assert facts == {"R1": 1, "R2": 1, "R3": 1, "R5": 1}
    assert all(role.sentence for role in dealt("30", 1).roles[:5])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portal_of_every_variant_is_told_on_a_card(language: str) -> None:
    bearer = {"45-full": "P7", "45-light": "P6", "30": "P2", "60": "P7"}
    for variant, puzzle in bearer.items():
        for seed in FEW:
            table = dealt(variant, seed, language)
            portal = table.puzzle("P10").fields[0].answer
            told = " ".join(table.puzzle(puzzle).readings.values()).replace("\u00a0", " ").lower()
            assert any(f"{word} {portal}" in told for word in ("portail n°", "portal no.")), seed


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_tell_the_length_of_the_game(language: str) -> None:
    for variant in bundled_kit().variants:
        table = dealt(variant.id, 1, language)
        for text in (table.script["pitch"], table.script["briefing"]):
            assert f"{variant.minutes}\u00a0minutes" in text.replace(" minutes", "\u00a0minutes")
    choice = DealChoice(language=language, variant="30", seed="1", minutes=40)
    assert "40" in deal_team(bundled_kit(), choice).script["briefing"]
