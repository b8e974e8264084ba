"""Prove that a team's game can be solved: each puzzle opens, and its clues lead to its answer alone. Pure."""

from kit_app.domain.deal import PuzzleOnTable, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import normalised
from kit_app.mechanisms.dealing import UNMAKEABLE
from kit_app.mechanisms.filling import clue_references
from kit_app.mechanisms.table import MECHANISMS


def unsolved(kit: Kit, table: TeamTable) -> tuple[str, ...]:
    """The puzzles of `table` that a team could not solve, in their order; `kit` is the one it was dealt from.

    What a puzzle uses of another one must be played before it, or be given since that one is left out.
    """
    known = {one.puzzle for one in table.given}
    reached: set[str] = set()
    while True:
        able = [
            one.id
            for one in table.puzzles
            if one.id not in reached
            and reached.issuperset(one.needs)
            and _used(kit, one.id) <= _before(table, one.id) | known
            and _is_plain(one)
        ]
        if not able:
            return tuple(one.id for one in table.puzzles if one.id not in reached)
        reached |= set(able)


def _used(kit: Kit, puzzle_id: str) -> frozenset[str]:
    """The other puzzles whose values its clues use."""
    return clue_references(kit, kit.puzzle(puzzle_id)) - {puzzle_id}


def _before(table: TeamTable, puzzle_id: str) -> set[str]:
    """Every puzzle that is solved before this one opens."""
    found: set[str] = set()
    waiting = [puzzle_id]
    while waiting:
        for need in table.puzzle(waiting.pop()).needs:
            if need not in found:
                found.add(need)
                waiting.append(need)
    return found


def _is_plain(puzzle: PuzzleOnTable) -> bool:
    """Whether what is printed leads to the answer, and to no other one."""
    try:
        return MECHANISMS[puzzle.mechanism].solve(puzzle.clues) == {normalised(puzzle.answer)}
    except UNMAKEABLE:
        return False
