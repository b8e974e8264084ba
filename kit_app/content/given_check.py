"""Check what a team is given of a puzzle that is left out: whoever uses its values must be served."""

from collections.abc import Iterator

from kit_app.content.draft import HEAD, Draft
from kit_app.content.graph import unknown
from kit_app.content.optional import users_of
from kit_app.content.solving import Findings
from kit_app.domain.kit import Puzzle
from kit_app.domain.problems import KitProblem
from kit_app.domain.spelling import filled
from kit_app.domain.telling import told
from kit_app.i18n import N_


def given_problems(draft: Draft) -> Iterator[KitProblem]:
    """Puzzles that nobody knows, users that get nothing, lines and titles that lack."""
    is_there = False
    for puzzle in draft.puzzles.values():
        is_there |= bool(puzzle.given)
        yield from _structure_problems(draft, puzzle)
    for language, words in draft.words.items():
        if is_there and not words.cards.given.strip():
            source = draft.source(f"words/{language}/{HEAD}")
            message = N_("Write in “given” the title of the cards that tell what the team already has.")
            yield source.problem(("cards", "given"), message)
        for puzzle_id, own in draft.puzzle_words.get(language, {}).items():
            source = draft.source(f"words/{language}/{puzzle_id}.toml")
            for key, lines in own.given.items():
                if not lines or not all(line.strip() for line in lines):
                    yield source.problem(("given", key), N_("“{key}” is empty. Write its text."), key=key)


def _structure_problems(draft: Draft, puzzle: Puzzle) -> Iterator[KitProblem]:
    if not puzzle.given:
        return
    source = draft.source(f"puzzles/{puzzle.id}.toml")
    names = [one.id for one in puzzle.given]
    for number, one in enumerate(puzzle.given):
        if one.id in names[:number]:
            message = N_("“{name}” is there twice. Keep one of them.")
            yield source.problem(("given", number, "id"), message, name=one.id)
        if not one.puzzles:
            message = N_("Say in “puzzles” which puzzles need “{name}”.")
            yield source.problem(("given", number, "puzzles"), message, name=one.id)
        for place, other in enumerate(one.puzzles):
            where = ("given", number, "puzzles", place)
            yield from unknown(source, where, other, draft.puzzle_ids)
            if other == puzzle.id:
                message = N_("{puzzle} gives nothing to itself. Take it out of “puzzles”.")
                yield source.problem(where, message, puzzle=puzzle.id)
    if puzzle.is_optional:
        message = N_("{puzzle} is optional: nothing uses its values, so nothing can be given.")
        yield source.problem(("given",), message, puzzle=puzzle.id)
    served = {one for given in puzzle.given for one in given.puzzles}
    lacking = sorted(users_of(draft, puzzle.id) & set(draft.puzzle_ids) - served)
    if lacking:
        message = N_("{users} use values of {puzzle}: say what they are given when it is left out.")
        yield source.problem(("given",), message, users=", ".join(lacking), puzzle=puzzle.id)


def given_answers(draft: Draft, findings: Findings) -> Iterator[KitProblem]:
    """What is given of a puzzle and tells the answer of another one that does not use its values."""
    for (variant, sector, language), answers in findings.secrets.items():
        own, values = draft.in_choice(variant, sector), findings.values[variant, sector, language]
        for puzzle_id, words in own.puzzle_words.get(language, {}).items():
            if not words.given:
                continue
            source = own.source(f"words/{language}/{puzzle_id}.toml")
            known = {puzzle_id, *users_of(own, puzzle_id)}
            for key, lines in words.given.items():
                spellings = told(filled(line, values) for line in lines).spellings()
                told_of = sorted(one for one in answers.keys() & spellings if answers[one] not in known)
                for answer in told_of[:1]:
                    message = N_(
                        "Players would read the answer of {puzzle}, “{answer}”, here. Say it another way."
                    )
                    yield source.problem(("given", key), message, puzzle=answers[answer], answer=answer)
