"""A kit with some of its optional puzzles left out or taken in. Pure.

A kit says which puzzles are optional; its check proves that nothing else uses their values. What waited for a
puzzle that is left out waits for what that one waited for. One that is taken in has the needs that the kit
gives it, and the first puzzle at which paths meet waits for it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kit_app.domain.kit import Envelope, Kit, Puzzle
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import N_
from kit_app.mechanisms.dealing import clue_references


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A puzzle that a session plays or could: why it stays (a sentence, with the ids of `others`), or not."""

    id: str
    is_played: bool
    why: str = ""
    others: tuple[str, ...] = ()


def choices(kit: Kit, variant_id: str, sector_id: str = "") -> tuple[Choice, ...]:
    """What can be left out of a variant or taken into it, and why the others stay, in the order of play."""
    own = kit.in_choice(variant_id, sector_id)
    variant = own.variant(variant_id)
    puzzles = [own.puzzle(one) for one in variant.puzzles]
    found = [_played(own, puzzle, puzzles, variant.finale) for puzzle in puzzles]
    found += [
        Choice(id=one.id, is_played=False)
        for one in own.puzzles
        if one.is_optional and one.id not in variant.puzzles
    ]
    return tuple(found)


def _played(kit: Kit, puzzle: Puzzle, puzzles: Sequence[Puzzle], finale: str) -> Choice:
    if puzzle.id == finale:
        return Choice(id=puzzle.id, is_played=True, why=N_("It is the end of the game, won or lost."))
    if puzzle.is_optional:
        return Choice(id=puzzle.id, is_played=True)
    users = tuple(one.id for one in puzzles if one is not puzzle and puzzle.id in clue_references(kit, one))
    if users:
        message = N_("What it gives is needed in {others}.")
        return Choice(id=puzzle.id, is_played=True, why=message, others=users)
    return Choice(id=puzzle.id, is_played=True, why=N_("The story needs it: what it tells is used later."))


def picked(kit: Kit, plan: SessionPlan) -> Kit:
    """`kit` as `plan` plays it; the kit itself where nothing is left out or taken in.

    What is not optional is neither: such a wish changes nothing.
    """
    if not plan.left_out and not plan.taken_in:
        return kit
    if plan.variant not in {one.id for one in kit.variants}:
        return kit
    chosen = {
        choice: _picked(one, plan) if choice[0] == plan.variant else one
        for choice, one in kit.choices.items()
    }
    return replace(_picked(kit, plan), choices=chosen)


def _picked(kit: Kit, plan: SessionPlan) -> Kit:
    variant = kit.variant(plan.variant)
    optional = {one.id for one in kit.puzzles if one.is_optional}
    gone = set(plan.left_out) & optional - {variant.finale}
    order = [one for one in variant.puzzles if one not in gone]
    known = {one.id: one for one in kit.puzzles}
    added = [one.id for one in kit.puzzles if one.id in set(plan.taken_in) & optional - {*order} - gone]
    for one in added:
        needs = _played_needs(known, known[one].needs, {*order})
        last = max((order.index(need) for need in needs), default=len(order) - 2)
        order.insert(last + 1, one)
    played = {
        one: replace(known[one], needs=_played_needs(known, known[one].needs, {*order})) for one in order
    }
    gate = _gate(played, added, variant.finale)
    ends = tuple(one for one in added if not any(one in played[other].needs for other in added))
    if ends:
        played[gate] = replace(played[gate], needs=tuple(dict.fromkeys((*played[gate].needs, *ends))))
    played |= _seated(played, added)
    return replace(
        kit,
        puzzles=tuple(played.get(one.id, one) for one in kit.puzzles),
        variants=tuple(
            replace(one, puzzles=tuple(order)) if one.id == variant.id else one for one in kit.variants
        ),
        envelopes=tuple(
            _filled(replace(one, after=_after(one, known, gone, {*order})), played[gate], ends)
            for one in kit.envelopes
        ),
    )


def _played_needs(
    known: Mapping[str, Puzzle], needs: Sequence[str], played: Collection[str]
) -> tuple[str, ...]:
    """`needs`, each that is not played replaced by what it waited for."""
    found: dict[str, None] = {}
    for need in needs:
        for one in (need,) if need in played else _played_needs(known, known[need].needs, played):
            found.setdefault(one)
    return tuple(found)


def _gate(played: Mapping[str, Puzzle], added: Sequence[str], finale: str) -> str:
    """The first puzzle at which paths meet."""
    meeting = (one.id for one in played.values() if len(one.needs) > 1 and one.id not in added)
    return next(meeting, finale)


def _seated(played: Mapping[str, Puzzle], added: Sequence[str]) -> dict[str, Puzzle]:
    """The added puzzles on places of the graph that are free."""
    taken = {(one.column, one.row) for one in played.values() if one.id not in added}
    moved = {}
    for name in added:
        puzzle = played[name]
        column = puzzle.column
        while (column, puzzle.row) in taken:
            column += 1
        taken.add((column, puzzle.row))
        moved[name] = replace(puzzle, column=column)
    return moved


def _after(
    envelope: Envelope, known: Mapping[str, Puzzle], gone: Collection[str], played: Collection[str]
) -> tuple[str, ...]:
    """What opens it; for a puzzle that is left out, what that one waited for."""
    found: dict[str, None] = {}
    for after in envelope.after:
        for one in _played_needs(known, known[after].needs, played) if after in gone else (after,):
            found.setdefault(one)
    return tuple(found)


def _filled(envelope: Envelope, gate: Puzzle, ends: Sequence[str]) -> Envelope:
    """The envelope of the puzzle that waits for what was added waits for it too."""
    if envelope.id not in {card.place for card in gate.cards}:
        return envelope
    return replace(envelope, after=tuple(dict.fromkeys((*envelope.after, *ends))))
