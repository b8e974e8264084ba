"""Whatever the seed, a deal holds its promises."""

from hypothesis import given, settings, strategies as st

from kit_app.domain.codes import is_valid
from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_kit

SEEDS = st.integers(min_value=0, max_value=2**128 - 1).map(lambda number: f"{number:032x}")
LANGUAGES = st.sampled_from(["fr", "en"])


def dealt(seed: str, language: str, number: int = 1, taken: frozenset[str] = frozenset()) -> TeamTable:
    choice = DealChoice(language=language, variant="45-full", seed=seed, number=number, taken=taken)
    return deal_team(bundled_kit(), choice)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, language=LANGUAGES)
def test_every_puzzle_has_exactly_one_answer_and_no_two_are_alike(seed: str, language: str) -> None:
    table = dealt(seed, language)
    for puzzle in table.puzzles:
        assert MECHANISMS[puzzle.mechanism].solve(puzzle.clues) == {normalised(puzzle.answer)}
    spellings = [spelling for puzzle in table.puzzles for spelling in puzzle.accepted]
    assert len(set(spellings)) == len(spellings)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, language=LANGUAGES)
def test_the_same_seed_gives_the_same_deal(seed: str, language: str) -> None:
    assert dealt(seed, language) == dealt(seed, language)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_languages_share_codes_and_draws(seed: str) -> None:
    french, english = dealt(seed, "fr"), dealt(seed, "en")
    assert [card.code for card in french.cards] == [card.code for card in english.cards]
    assert french.set_id == english.set_id
    assert [puzzle.answer for puzzle in french.puzzles] == [puzzle.answer for puzzle in english.puzzles]


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_the_codes_of_teams_are_valid_and_disjoint(seed: str) -> None:
    taken: frozenset[str] = frozenset()
    for number in range(1, 5):
        table = dealt(seed, "fr", number, taken)
        codes = {card.code for card in table.cards}
        assert len(codes) == len(table.cards)
        assert all(is_valid(code) for code in codes)
        assert not codes & taken
        assert table.set_id not in taken
        taken |= codes | {table.set_id}
