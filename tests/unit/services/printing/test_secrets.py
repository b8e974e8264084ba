"""The players' papers hold no answer and nothing that only the facilitator may read."""

import re

import pypdfium2
import pytest

from kit_app.services.printing.door import deck_name
from tests.unit.services.printing.papers import (
    LANGUAGES,
    compact,
    facilitator_pdf,
    job_of,
    players_pdf,
    text_of,
)

SEEDS = ("45" * 16, "7" * 32, "0f" * 16)

CLUES_THEMSELVES = {
    "P1": "the room stands in its line of the register, and the note and the copier speak of it",
    "P2": "the note names the side that the mask has to show, and the mask's edge bears it",
    "P3": "the room's number lies inside the folder of the copier, to be checked against the mask",
    "P4": "the patient's number is one of eight labels",
    "P8": "the workstation is one of many in the log",
    "P11": "the same number is one of the labels, beside the records",
}
"""Answers that players have before them by the game's own rules, among others that look alike."""


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_can_be_read_on_the_players_papers(language: str, seed: str) -> None:
    text = text_of(players_pdf(language, 5, seed))
    words, whole = words_of(text), compact(text)
    for puzzle in job_of(language, 5, seed).table.puzzles:
        if puzzle.id in CLUES_THEMSELVES:
            continue
        for answer in {puzzle.answer, *puzzle.accepted}:
            assert answer.casefold() not in words, f"{puzzle.id}: {answer}"
            if any(character.isdigit() for character in answer):
                assert compact(answer) not in whole, f"{puzzle.id}: {answer}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_account_and_password_of_the_portal_are_nowhere_in_clear(language: str) -> None:
    whole = compact(text_of(players_pdf(language)))
    portal = job_of(language).table.puzzle("P10")
    assert len(portal.fields) == 3
    for field in portal.fields[1:]:
        assert compact(field.answer) not in whole


@pytest.mark.parametrize("puzzle", sorted(CLUES_THEMSELVES))
def test_an_exception_is_one_indeed(puzzle: str) -> None:
    for language in LANGUAGES:
        answer = job_of(language).table.puzzle(puzzle).answer
        assert compact(answer) in compact(text_of(players_pdf(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_facilitator_stands_on_the_players_papers(language: str) -> None:
    job = job_of(language)
    whole = compact(text_of(players_pdf(language)))
    secrets = [hint.text for puzzle in job.setup.puzzles for hint in puzzle.hints]
    secrets += [text for puzzle in job.setup.puzzles for text in (puzzle.stall_see, puzzle.stall_say)]
    secrets += [text for key, text in job.table.script.items() if key != "pitch"]
    secrets += [job.t("Facilitator only"), job.t("Answer key")]
    assert len(secrets) > 60
    assert [text for text in secrets if compact(text) and compact(text) in whole] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_papers_do_hold_every_answer_and_hint(language: str) -> None:
    job = job_of(language)
    whole = compact(text_of(facilitator_pdf(language)))
    assert [puzzle.id for puzzle in job.setup.puzzles if compact(puzzle.answer) not in whole] == []
    assert compact(job.t("Facilitator only")) in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_and_description_of_the_file_tell_no_answer(language: str) -> None:
    job = job_of(language)
    with pypdfium2.PdfDocument(players_pdf(language)) as document:
        told = " ".join([deck_name(job), *document.get_metadata_dict().values()])
        told += " ".join(item.get_title() for item in document.get_toc())
    for puzzle in job.table.puzzles:
        assert compact(puzzle.answer) not in compact(told)
