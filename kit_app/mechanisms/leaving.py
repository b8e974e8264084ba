"""Which puzzles of a variant a session can leave out, and why the others stay. Pure; loads no mechanism."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kit_app.domain.kit import Kit, Puzzle
from kit_app.i18n import N_
from kit_app.mechanisms.filling import clue_references

CORNERS = {"A": "corner-a", "B": "corner-b", "C": "corner-c"}
"""Where the cards of a path lie that need no envelope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A puzzle that a session plays or could: why it stays (a sentence, with the ids of `others`), or not.

    Of one that can be left out, `others` are the puzzles of which the team is then given what they need.
    """

    id: str
    is_played: bool
    why: str = ""
    others: tuple[str, ...] = ()


def choices(kit: Kit, variant_id: str, sector_id: str = "") -> tuple[Choice, ...]:
    """What can be left out of a variant or taken into it, and why the others stay, in the order of play."""
    own = kit.in_choice(variant_id, sector_id)
    variant = own.variant(variant_id)
    used = {one: clue_references(own, own.puzzle(one)) for one in variant.puzzles}
    found = [_played(own.puzzle(one), used, variant.finale) for one in variant.puzzles]
    found += [
        Choice(id=one.id, is_played=False)
        for one in own.puzzles
        if one.is_optional and one.id not in variant.puzzles
    ]
    return tuple(found)


def removable(kit: Kit, variant_id: str, sector_id: str = "") -> frozenset[str]:
    """The puzzles of a variant that a session can leave out."""
    return frozenset(one.id for one in choices(kit, variant_id, sector_id) if one.is_played and not one.why)


def _played(puzzle: Puzzle, used: Mapping[str, Collection[str]], finale: str) -> Choice:
    """A puzzle of a variant; `used` says whose values each of them uses, in the order of play."""
    if puzzle.id == finale:
        return Choice(id=puzzle.id, is_played=True, why=N_("It is the end of the game, won or lost."))
    if puzzle.is_optional:
        return Choice(id=puzzle.id, is_played=True)
    users = [one for one, theirs in used.items() if one != puzzle.id and puzzle.id in theirs]
    served = {one for given in puzzle.given for one in given.puzzles}
    if served and served.issuperset(users):
        others = tuple(one for one in used if one in served)
        return Choice(id=puzzle.id, is_played=True, others=others)
    if users:
        message = N_("What it gives is needed in {others}.")
        return Choice(id=puzzle.id, is_played=True, why=message, others=tuple(users))
    return Choice(id=puzzle.id, is_played=True, why=N_("The story needs it: what it tells is used later."))
