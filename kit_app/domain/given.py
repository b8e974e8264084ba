"""What a team is told at the start of a game that leaves one of its puzzles out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSpec:
    """One thing that the team is given when its puzzle is left out; its lines stand in the languages.

    `puzzles` are those that need it: it is told when one of them is played.
    """

    id: str
    puzzles: tuple[str, ...]


def given_lines(
    given: Sequence[GivenSpec], words: Mapping[str, tuple[str, ...]], played: Collection[str]
) -> tuple[str, ...]:
    """The lines of all that some `played` puzzle needs, in the order of the kit."""
    return tuple(
        line
        for one in given
        if any(puzzle in played for puzzle in one.puzzles)
        for line in words.get(one.id, ())
    )
