"""Check that optional puzzles can really be missing: none is a finale, nothing else uses their values."""

from collections.abc import Iterator

from kit_app.content.draft import Draft
from kit_app.domain.problems import KitProblem
from kit_app.i18n import N_
from kit_app.mechanisms.filling import references


def optional_problems(draft: Draft) -> Iterator[KitProblem]:
    """What keeps a puzzle that is declared optional from being left out."""
    finales = {one.finale for one in draft.head.variants} if draft.head else set()
    for puzzle in draft.puzzles.values():
        if not puzzle.is_optional:
            continue
        source = draft.source(f"puzzles/{puzzle.id}.toml")
        if puzzle.id in finales:
            message = N_("{puzzle} ends a variant, so that it cannot be optional.")
            yield source.problem(("is_optional",), message, puzzle=puzzle.id)
        users = sorted(users_of(draft, puzzle.id))
        if users:
            message = N_("{puzzle} cannot be optional: {users} use its values.")
            yield source.problem(("is_optional",), message, puzzle=puzzle.id, users=", ".join(users))


def users_of(draft: Draft, puzzle_id: str) -> set[str]:
    """The puzzles that use its values, and the file of the kit's own words if that does."""
    found = {
        other.id
        for other in draft.puzzles.values()
        if other.id != puzzle_id and puzzle_id in draft.once(references, other.parameters)
    }
    for language in draft.languages:
        for other, words in draft.puzzle_words[language].items():
            if other != puzzle_id and puzzle_id in draft.once(references, words):
                found.add(other)
        if language in draft.words and puzzle_id in draft.once(references, draft.words[language]):
            found.add("kit.toml")
    return found
