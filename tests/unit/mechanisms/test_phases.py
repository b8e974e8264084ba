"""Cards to sort into phases: what is printed, and the word that their letters make."""

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import phases
from kit_app.mechanisms.made import Redraw
from kit_app.mechanisms.phases import Parameters, Phase, Words
from tests.unit.mechanisms.bundled import made

WORDS = {"fr": "PREVENIR", "en": "PREVENTS"}
EXAMPLE = Dice(seed="example", fixed={"X2/numbers": [1, 6, 0, 5, 2, 7, 3, 4]})
TWO = Parameters(phases=(Phase(key="a", cards=("x",)), Phase(key="b", cards=("y",))))


@pytest.mark.parametrize("language", WORDS)
def test_the_example_has_the_cards_of_the_specification(language: str) -> None:
    clues = made(phases, "X2", language, EXAMPLE).clues
    assert [(card.number, card.letter) for card in clues.cards] == [
        (1, "E"),
        (2, "P"),
        (3, "E"),
        (4, WORDS[language][6]),
        (5, WORDS[language][7]),
        (6, "V"),
        (7, "R"),
        (8, "N"),
    ]
    assert [column.slots for column in clues.columns] == [2, 2, 2, 2]


@pytest.mark.parametrize("language", WORDS)
def test_any_seed_leads_to_the_word_and_never_by_the_numbers_alone(language: str) -> None:
    for seed in range(200):
        result = made(phases, "X2", language, Dice(seed=str(seed)))
        assert phases.solve(result.clues) == {WORDS[language]}
        assert [card.number for card in result.clues.cards] == list(range(1, 9))
        assert "".join(card.letter for card in result.clues.cards) != WORDS[language]


def test_both_languages_have_the_same_numbers_on_the_same_cards() -> None:
    french, english = (made(phases, "X2", language, Dice(seed="any")).clues for language in WORDS)
    places = [[clues.columns.index(column) for column in clues.columns] for clues in (french, english)]
    assert places[0] == places[1]
    order = [
        [[column.name for column in clues.columns].index(clues.phase_of[card.text]) for card in clues.cards]
        for clues in (french, english)
    ]
    assert order[0] == order[1]


def test_numbers_that_give_the_word_away_are_drawn_again() -> None:
    with pytest.raises(Redraw):
        made(phases, "X2", "fr", Dice(seed="any", fixed={"X2/numbers": list(range(8))}))


def test_each_card_and_the_board_can_be_read_aloud() -> None:
    readings = made(phases, "X2", "en", EXAMPLE).readings
    assert readings["card-2"] == "2 – P\nSecurity requirements written in the tender"
    assert readings["board"].splitlines()[1] == "Before the contract: 2"


@pytest.mark.parametrize(
    "made_of",
    [
        (Phase(key="a", cards=("x",)),),
        (Phase(key="a", cards=("x",)), Phase(key="b", cards=())),
        (Phase(key="a", cards=("x",)), Phase(key="a", cards=("y",))),
        (Phase(key="a", cards=("x",)), Phase(key="b", cards=("x",))),
    ],
)
def test_phases_that_do_not_hold_together_are_refused(made_of: tuple[Phase, ...]) -> None:
    with pytest.raises(ValueError, match="need"):
        Parameters(phases=made_of)


@pytest.mark.parametrize(
    ("word", "cards", "says"),
    [("ABC", {"x": "1", "y": "2"}, "one letter for each"), ("AB", {"x": "1", "y": "1"}, "same text")],
)
def test_words_that_do_not_fit_the_cards_are_refused(word: str, cards: dict[str, str], says: str) -> None:
    words = Words(word=word, how="", phases={"a": "1", "b": "2"}, cards=cards)
    with pytest.raises(ValueError, match=says):
        phases.make(TWO, words, Dice(seed="any"))
