"""Find answers that stand in papers which players see, in any variant, sector and language."""

from collections.abc import Iterator, Mapping, Set
from pathlib import PurePosixPath

from kit_app.content.draft import Draft
from kit_app.content.paper_check import texts_in
from kit_app.content.solving import Findings
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import filled
from kit_app.domain.telling import told
from kit_app.i18n import N_

IN_PLAY = ("players", "room")
"""Shelves that lie open during the game. Elsewhere an answer that never varies is a word like others."""
QUOTED = ("questionnaire", "opinions")
"""Data that players read on papers which only quote it."""


def answer_problems(draft: Draft, findings: Findings) -> Iterator[KitProblem]:
    """Papers without `secret` that tell an answer of any game that the check has dealt."""
    known: dict[str, Set[str]] = {}
    for (variant, sector, language), answers in findings.secrets.items():
        own, values = draft.in_choice(variant, sector), findings.values[variant, sector, language]
        varying = {one: puzzle for one, puzzle in answers.items() if not own.puzzles[puzzle].is_constant}
        papers = {
            f"papers/{spec.id}": spec.shelf in IN_PLAY
            for spec in own.papers.papers.values()
            if not spec.secret
        }
        for paper, is_in_play in (papers | dict.fromkeys(QUOTED, True)).items():
            source = own.source(f"words/{language}/{paper}.toml")
            for path, words in texts_in(source.data):
                text = filled(words, values)
                if text not in known:
                    known[text] = told((text,)).spellings()
                for answer, puzzle in _told(known[text], answers if is_in_play else varying):
                    message = N_(
                        "{paper}: players would read the answer of {puzzle}, “{answer}”, here. Say it "
                        "another way, or write “secret = true” for a paper that only the facilitator sees."
                    )
                    yield source.problem(
                        path, message, paper=PurePosixPath(paper).name, puzzle=puzzle, answer=answer
                    )


def _told(spellings: Set[str], answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Which of `answers` (their puzzles by spelling) a text tells; of one puzzle's, one is enough."""
    found = {answers[one]: one for one in sorted(answers.keys() & spellings)}
    for puzzle, answer in found.items():
        yield answer, puzzle
