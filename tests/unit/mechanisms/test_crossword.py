"""The crossword: the posts fill it for every cat and child, and its shaded cells make the word."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from kit_app.domain.spelling import normalised
from kit_app.mechanisms import crossword
from kit_app.mechanisms.interlock import Place, Slot, interlocked
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.first import example, made, parameters

LANGUAGES = ("fr", "en")
CATS = ("Pistache", "Moustache", "Risotto", "Samouraï")
CHILDREN = ("Malo", "Naël", "Sacha")
DRAWS = tuple(product(CATS, CHILDREN))


def written(clues: crossword.Clues) -> dict[str, tuple[str, tuple[Place, ...]]]:
    """The words of the grid and their cells, by what their clues ask for."""
    names = {subject: normalised(name) for post in clues.posts for name, subject in post.names}
    return {clue.subject: (names[clue.subject], clue.slot.places(clue.length)) for clue in clues.clues}


@pytest.mark.parametrize(("pet", "child"), DRAWS)
def test_the_grid_interlocks_for_every_cat_and_child(pet: str, child: str) -> None:
    clues = made("P5", pet=pet, child=child).clues
    words = written(clues).values()
    letters: dict[Place, set[str]] = {}
    for word, places in words:
        for place, letter in zip(places, word, strict=True):
            letters.setdefault(place, set()).add(letter)
    assert all(len(there) == 1 for there in letters.values())
    uses = Counter(place for _, places in words for place in places)
    assert all(any(uses[place] == 2 for place in places) for _, places in words)
    assert max(uses.values()) == 2
    assert min(row for row, _ in letters) == min(column for _, column in letters) == 1
    assert clues.rows <= 9
    assert clues.columns <= 11


@pytest.mark.parametrize(("pet", "child"), DRAWS)
def test_every_row_and_column_of_letters_is_a_word_of_the_clues(pet: str, child: str) -> None:
    words = written(made("P5", pet=pet, child=child).clues)
    cells = {place for _, places in words.values() for place in places}
    known = {places for _, places in words.values()}
    for row, column in cells:
        for step in ((0, 1), (1, 0)):
            if (row - step[0], column - step[1]) in cells:
                continue
            run = [(row, column)]
            while (run[-1][0] + step[0], run[-1][1] + step[1]) in cells:
                run.append((run[-1][0] + step[0], run[-1][1] + step[1]))
            assert len(run) == 1 or tuple(run) in known


@pytest.mark.parametrize(("pet", "child"), DRAWS)
def test_the_shaded_cells_make_the_word_and_no_cell_has_two_numbers(pet: str, child: str) -> None:
    clues = made("P5", pet=pet, child=child).clues
    assert crossword.solve(clues) == {"ABSENCE"}
    assert len(set(clues.shaded)) == 7
    assert len({(clue.slot.row, clue.slot.column) for clue in clues.clues}) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_cannot_be_found_without_the_posts(language: str) -> None:
    clues = example(language).puzzle("P5").clues
    for number, post in enumerate(clues.posts):
        kept = replace(clues, posts=clues.posts[:number] + clues.posts[number + 1 :])
        assert crossword.solve(kept) == (frozenset() if post.names else {"ABSENCE"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_posts_tell_the_drawn_cat_child_and_year(language: str) -> None:
    result = made("P5", language, pet="Samouraï", child="Naël", year=2013)
    captions = [post.caption for post in result.clues.posts]
    assert "**Samouraï**" in captions[0]
    assert "**Naël**" in captions[1]
    assert "**2013**" in captions[4]
    assert "Naël" in captions[6]
    values = result.values
    assert (values["pet"], values["pet_upper"], values["year"]) == ("Samouraï", "SAMOURAI", "2013")
    assert (values["year_before"], values["year_after"]) == ("2011", "2015")


def test_the_clues_tell_number_way_and_length() -> None:
    lines = example("fr").puzzle("P5").clues.lines()
    assert lines[0] == "1 ↓ son fils (4)"
    assert lines[2] == "3 → le chat (8)"
    assert example("fr").puzzle("P5").readings["grid"].splitlines()[:7] == list(lines)


def test_no_post_shows_its_marks_when_it_is_read_aloud() -> None:
    readings = example("en").puzzle("P5").readings
    assert readings["post-1"] == ("@maelle.orsenne\nAnother bag of food for Pistache. That cat will ruin me.")
    assert "*" not in "".join(readings.values())


def test_a_shaded_letter_that_the_word_lacks_is_refused() -> None:
    entries = (replace(parameters("P5").entries[0], letter="Z"), *parameters("P5").entries[1:])
    with pytest.raises(ValueError, match="MALO has no Z"):
        made("P5", own=replace(parameters("P5"), entries=entries))


def test_names_that_fit_in_no_grid_are_drawn_again() -> None:
    with pytest.raises(Redraw):
        made("P5", own=replace(parameters("P5"), most_rows=3, most_columns=3), pet="Risotto")


def test_a_preferred_grid_that_does_not_suit_gives_way_to_another() -> None:
    words = ["CAT", "TAR"]
    preferred = [Slot(row=1, column=1, across=True), Slot(row=1, column=3, across=False)]
    assert interlocked(words, preferred, (5, 5), lambda _: True) == preferred
    other = interlocked(words, preferred, (5, 5), lambda slots: list(slots) != preferred)
    assert other is not None
    assert other != preferred
    assert set(other[0].places(3)) & set(other[1].places(3))
    assert interlocked(["CAT", "DOG"], preferred, (5, 5), lambda _: True) is None
