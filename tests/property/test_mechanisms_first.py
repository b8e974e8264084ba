"""For any seed and both languages, the first six puzzles have exactly one answer and the same draws."""

from collections.abc import Iterator

import pytest

from kit_app.domain.deal import PuzzleOnTable
from kit_app.domain.dice import SESSION_CODE_ALPHABET
from kit_app.domain.spelling import normalised
from tests.unit.mechanisms.first import FIRST, dealt

SEEDS = range(300)
IN_WORDS = {"P2": {"foot_word"}, "P3": {"start"}}
"""Values that are words of the language."""


def both(puzzle: str) -> Iterator[tuple[PuzzleOnTable, PuzzleOnTable]]:
    for seed in SEEDS:
        yield dealt("fr", str(seed)).puzzle(puzzle), dealt("en", str(seed)).puzzle(puzzle)


@pytest.mark.parametrize("puzzle", FIRST)
def test_any_seed_has_exactly_one_answer_in_both_languages(puzzle: str) -> None:
    for pair in both(puzzle):
        for one in pair:
            assert FIRST[puzzle].solve(one.clues) == {normalised(one.answer)}


@pytest.mark.parametrize("puzzle", FIRST)
def test_both_languages_have_the_same_draws(puzzle: str) -> None:
    for french, english in both(puzzle):
        assert (french.answer, french.attempt) == (english.answer, english.attempt)
        spared = IN_WORDS.get(puzzle, set())
        assert {key: value for key, value in french.values.items() if key not in spared} == {
            key: value for key, value in english.values.items() if key not in spared
        }
        assert french.readings.keys() == english.readings.keys()


def test_codes_are_of_the_letters_that_nobody_mistakes() -> None:
    allowed = set(SESSION_CODE_ALPHABET)
    for seed in SEEDS:
        table = dealt("fr", str(seed))
        note, plan, call = (table.puzzle(puzzle) for puzzle in ("P2", "P3", "P6"))
        assert set(note.answer) <= allowed
        assert set("".join(plan.clues.edges)) <= allowed
        letters = [reply.letter for one in call.clues.calls for reply in one.replies]
        assert set(letters) <= allowed
        assert all(len({reply.letter for reply in one.replies}) == 3 for one in call.clues.calls)
        assert len(set(plan.clues.edges)) == 4


def test_rooms_and_labels_keep_the_rules_of_the_kit() -> None:
    for seed in SEEDS:
        table = dealt("en", str(seed))
        room, place = table.puzzle("P1").answer, table.puzzle("P3").answer
        assert 412 <= int(room) <= 430
        assert 420 <= int(place) <= 439
        assert room != place
        rows = table.puzzle("P4").clues.rows
        assert len({row.number for row in rows}) == 8
        assert all(800_000 <= int(row.number) <= 809_999 for row in rows)
        assert (rows[2].sex, rows[2].year) == (rows[3].sex, rows[3].year)
        assert rows[2].time == rows[4].time != rows[3].time


@pytest.mark.parametrize(("puzzle", "least"), [("P1", 15), ("P2", 290), ("P3", 20), ("P4", 250), ("P6", 290)])
def test_the_draws_give_many_answers(puzzle: str, least: int) -> None:
    assert len({dealt("fr", str(seed)).puzzle(puzzle).answer for seed in SEEDS}) >= least


def test_the_crossword_keeps_its_word_whatever_is_drawn() -> None:
    assert {dealt("fr", str(seed)).puzzle("P5").answer for seed in SEEDS} == {"ABSENCE"}
    drawn = {
        (dealt("fr", str(seed)).values["P5.pet"], dealt("fr", str(seed)).values["P5.child"]) for seed in SEEDS
    }
    assert len(drawn) == 12


@pytest.mark.parametrize("puzzle", FIRST)
def test_no_text_is_left_with_a_place_to_fill(puzzle: str) -> None:
    for french, english in both(puzzle):
        for one in (french, english):
            texts = (*one.readings.values(), *one.values.values(), *one.words.hints)
            assert not set("{}") & set("".join(texts))
