"""Slides of the talk: mistakes are told with file and line; every puzzle of the kit has its slide."""

import pytest

from kit_app.content.overlays import read_whole
from kit_app.content.slide_check import slide_problems
from kit_app.domain.slides import PACES, nearest_pace
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_files, bundled_kit

SPEC = "papers/debrief.toml"
WORDS = "words/fr/papers/debrief.toml"


def told(file: str, old: str, new: str) -> list[tuple[str, str, dict[str, str]]]:
    """What the check says of the bundled kit with one text of a file replaced."""
    files = dict(bundled_files())
    text = files[file].decode()
    assert old in text
    files[file] = text.replace(old, new, 1).encode()
    draft = read_whole(files, MECHANISMS)
    return [(one.file, one.key, dict(one.values)) for one in slide_problems(draft)]


def test_the_bundled_kit_has_nothing_to_mend_and_every_puzzle_has_a_slide() -> None:
    assert list(slide_problems(read_whole(bundled_files(), MECHANISMS))) == []
    kit = bundled_kit()
    (spec,) = [one for one in kit.papers if one.slides]
    named = {puzzle for slide in spec.slides for puzzle in slide.puzzles}
    assert named == {puzzle.id for puzzle in kit.puzzles}
    usual = [slide for slide in spec.slides if slide.id != "here"]
    assert [sum(slide.minutes[place] for slide in usual) for place in range(len(PACES))] == list(PACES)


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ('"P5", "P6", "P7"', '"P5", "P66", "P7"', "puzzles", "P66"),
        ("poster-5.svg", "poster-55.svg", "picture", "images/poster-55.svg"),
        ('contact = "dpo"', 'contact = "dpoo"', "contact", "dpoo"),
        ('paper = "cases"', 'paper = "casses"', "paper", "casses"),
        ('"incidents-2024"', '"incidents-1924"', "facts", "incidents-1924"),
        ('path = "B"', 'path = "Z"', "path", "Z"),
    ],
)
def test_what_a_slide_names_must_be_there(old: str, new: str, key: str, said: str) -> None:
    ((file, where, values),) = told(SPEC, old, new)
    assert file == SPEC
    assert key in where
    assert said in values.values()


def test_a_heading_names_a_slide_of_the_paper() -> None:
    found = told(WORDS, 'slide = "people"', 'slide = "peeple"')
    assert (WORDS, "peeple") in [(file, values.get("name")) for file, _key, values in found]


def test_a_slide_without_its_step_is_told() -> None:
    found = told(SPEC, 'id = "thanks"', 'id = "thankyou"')
    assert "thankyou" in [values.get("key") for _file, _key, values in found]


def test_a_slide_is_there_once() -> None:
    found = told(SPEC, 'id = "thanks"', 'id = "gestures"')
    assert "gestures" in [values.get("key") for _file, _key, values in found]


def test_the_nearest_pace_is_chosen() -> None:
    assert [PACES[nearest_pace(minutes)] for minutes in (5, 15, 18, 24, 40)] == [15, 15, 20, 25, 25]
