"""The example's tables and texts of the first six puzzles, against the kit's specification."""

from pathlib import Path
from typing import Any

import pytest

from kit_app.domain.spelling import normalised
from tests.unit.mechanisms.first import FIRST, example

LANGUAGES = ("fr", "en")


def golden(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def with_plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


def clues(puzzle: str, language: str = "fr") -> Any:
    return example(language).puzzle(puzzle).clues


def test_the_register_is_that_of_the_specification() -> None:
    lines = [" | ".join(line.cells) for line in clues("P1").lines]
    assert "\n".join(lines) + "\n" == golden("P1-fr.txt")


def test_the_english_register_keeps_names_times_and_rooms() -> None:
    page = clues("P1", "en")
    reasons = {
        "Livraison linge": "Linen delivery",
        "Visite famille": "Family visit",
        "Zéphilog - maintenance": "Zéphilog - maintenance",
        "Bénévole bibliothèque": "Library volunteer",
    }
    places = {"Quai": "Dock", "Local technique": "Plant room", "Hall": "Hall"}
    for line, french in zip(page.lines, golden("P1-fr.txt").splitlines(), strict=True):
        arrival, name, reason, where, badge, departure = french.split(" | ")
        assert line.shown_name == name.replace("Mme", "Mrs").replace("M. ", "Mr ", 1)
        assert line.cells[2:4] == (reasons[reason], places.get(where, where))
        assert (line.arrival, line.badge, line.departure) == (arrival, badge, departure)
    assert "Pervenche = periwinkle" in page.notes[0]
    assert clues("P1").notes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_is_that_of_the_specification(language: str) -> None:
    note = clues("P2", language)
    lines = [with_plain_spaces(line).rstrip() for line in note.lines]
    assert "\n".join(lines) + "\n" == golden(f"P2-{language}.txt")
    assert {len(line) for line in note.lines} == {36}
    assert note.foot_word == {"fr": "CONFIDENTIEL", "en": "CONFIDENTIAL"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_and_the_mask_are_those_of_the_specification(language: str) -> None:
    sheet = clues("P3", language)
    assert "\n".join(" ".join(row) for row in sheet.rows) + "\n" == golden(f"P3-{language}.txt")
    assert sheet.edges == ("K7Q4", "W6HA", "M9XC", "R3TD")
    assert sheet.windows == ((1, 3), (2, 7), (3, 2), (4, 5), (5, 1), (6, 6), (7, 4), (8, 8))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_are_those_of_the_specification(language: str) -> None:
    lines = [" ".join(row.cells) for row in clues("P4", language).rows]
    assert "\n".join(lines) + "\n" == golden("P4.txt")


def test_the_papers_of_the_tray_say_what_the_specification_says() -> None:
    tray, english = clues("P4"), clues("P4", "en")
    assert (tray.cover, tray.inside) == ("Bac du copieur", "Local 426")
    assert " — ".join((tray.slip.title, *tray.slip.lines)).lower() == (
        "mouvement interne — départ chambre 417 — mme (nom protégé) — saisi à 17:42"
        " — étiquettes rééditées dans la même minute."
    )
    assert " — ".join((english.slip.title, *english.slip.lines)).lower() == (
        "internal transfer — leaving room 417 — mrs (name protected) — entered 17:42"
        " — labels reprinted in the same minute."
    )
    assert set(tray.sheets) == {"menu", "leave", "recipe", "minutes"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_crossword_is_that_of_the_specification(language: str) -> None:
    grid = clues("P5", language)
    names = {subject: normalised(name) for post in grid.posts for name, subject in post.names}
    cells, lines = {}, []
    for clue, shaded in zip(grid.clues, grid.shaded, strict=True):
        word, slot = names[clue.subject], clue.slot
        cells |= dict(zip(slot.places(clue.length), word, strict=True))
        way = "across" if slot.across else "down"
        lines.append(
            f"{clue.number} {word} r{slot.row}c{slot.column} {way} {cells[shaded]} r{shaded[0]}c{shaded[1]}"
        )
    columns = range(1, grid.columns + 1)
    rows = [" ".join(cells.get((row, column), ".") for column in columns) for row in range(1, grid.rows + 1)]
    assert "\n".join(rows) + "\n" == golden("P5-grid.txt")
    assert "\n".join(lines) + "\n" == golden("P5-words.txt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_posts_are_those_of_the_specification(language: str) -> None:
    captions = [with_plain_spaces(post.caption) for post in clues("P5", language).posts]
    assert "\n".join(captions) + "\n" == golden(f"P5-{language}.txt")
    pictures = [post.picture for post in clues("P5", language).posts]
    names = ["cat", "cake", "shoe", "ball", "mug", "star", "pony", "boat"]
    assert pictures == [f"images/post-{name}.svg" for name in names]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_replies_earn_the_letters_of_the_specification(language: str) -> None:
    calls = clues("P6", language).calls
    assert ["".join(reply.letter for reply in call.replies) for call in calls] == ["LRT", "UAO", "SDN", "EIY"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_reflexes_and_stall_notes_are_those_of_the_specification(language: str) -> None:
    lines = []
    for puzzle in FIRST:
        words = example(language).puzzle(puzzle).words
        lines += [f"{puzzle} hint {level} | {hint}" for level, hint in enumerate(words.hints, start=1)]
        lines.append(f"{puzzle} reflex | {words.reflex}")
        if language == "en":
            lines.append(f"{puzzle} lesson | {words.lesson}")
        lines.append(f"{puzzle} stall | {words.stall.say}")
    assert with_plain_spaces("\n".join(lines) + "\n") == golden(f"first-texts-{language}.txt")
