"""Text breaks at spaces, behind hyphens where it must, and keeps its words and weights."""

from printables.layout.text import Line, Pair, wrapped
from tests.unit.printables.samples import sample_look


def faces() -> Pair:
    return sample_look().faces.text


def words_of(line: Line) -> str:
    return " ".join(run.text for run in line.runs)


def test_a_no_break_space_never_ends_a_line() -> None:
    lines = wrapped("Votre unité\u00a0? Votre unité\u00a0?", faces(), False, 7)
    assert [words_of(line) for line in lines] == ["Votre unité\u00a0?", "Votre unité\u00a0?"]


def test_a_narrow_no_break_space_becomes_one_that_fonts_have() -> None:
    (line,) = wrapped("18\u202fh", faces(), False, 50)
    assert words_of(line) == "18\u00a0h"


def test_a_line_feed_ends_a_line() -> None:
    assert len(wrapped("un\ndeux", faces(), False, 50)) == 2


def test_marked_words_are_bold_and_keep_their_punctuation() -> None:
    (line,) = wrapped("pour **Pistache**. Ce chat", faces(), False, 50)
    assert [(run.text, run.bold) for run in line.runs] == [
        ("pour", False), ("Pistache", True), (".", False), ("Ce", False), ("chat", False),
    ]  # fmt: skip
    full_stop = line.runs[2]
    assert full_stop.start == line.runs[1].start + faces().bold.ems("Pistache")


def test_a_word_wider_than_the_line_stays_whole() -> None:
    lines = wrapped("a facturation@zephilog.example b", faces(), False, 4)
    assert [words_of(line) for line in lines] == ["a", "facturation@zephilog.example", "b"]
    assert lines[1].ems > 4


def test_a_word_wider_than_the_line_is_parted_behind_its_hyphens() -> None:
    lines = wrapped("la Val-de-Sèvre-Nantaise -et puis", faces(), False, 5.2)
    assert [words_of(line) for line in lines] == ["la Val-de-", "Sèvre-", "Nantaise", "-et puis"]
    assert all(line.ems <= 5.2 for line in lines)


def test_a_bold_word_is_parted_as_well_and_one_that_fits_is_not() -> None:
    lines = wrapped("**Val-de-Sèvre** après-midi", faces(), False, 5.5)
    assert [words_of(line) for line in lines] == ["Val-de-", "Sèvre", "après-midi"]
    assert [run.bold for line in lines for run in line.runs] == [True, True, False]


def test_a_font_says_which_characters_it_lacks() -> None:
    assert faces().regular.lacks("Ça coûte 5 € → ✓") == ""
    assert faces().regular.lacks("Bien ☃ joué ☂") == "☂☃"
