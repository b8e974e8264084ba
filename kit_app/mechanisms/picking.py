"""A kit with some of its puzzles left out, or optional ones taken in. Pure.

What waited for a puzzle that is left out waits for what that one waited for; what later puzzles need of it
the team is given (`Kit.left_out`, see mechanisms.leaving). What an envelope holds that would wait for nothing
lies open from the start. A puzzle that is taken in has the needs that the kit gives it, and the first puzzle
at which paths meet waits for it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kit_app.domain.kit import CardSpec, Envelope, Kit, Puzzle
from kit_app.domain.plan import SessionPlan
from kit_app.mechanisms.leaving import CORNERS, removable


def picked(kit: Kit, plan: SessionPlan) -> Kit:
    """`kit` as `plan` plays it; the kit itself where nothing is left out or taken in.

    What can be neither stays as it is: such a wish changes nothing.
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
    gone = set(plan.left_out) & removable(kit, plan.variant)
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
    lost = gone | {one for one in optional if one not in order}
    envelopes = [
        _filled(replace(one, after=_after(one, known, lost, {*order})), played[gate], ends)
        for one in kit.envelopes
    ]
    opened = {one.id: CORNERS.get(one.path, "table") for one in envelopes if not one.after}
    played = {one.id: _at_hand(one, opened) for one in _together(played.values())}
    return replace(
        kit,
        puzzles=tuple(played.get(one.id, one) for one in kit.puzzles),
        variants=tuple(
            replace(one, puzzles=tuple(order)) if one.id == variant.id else one for one in kit.variants
        ),
        envelopes=tuple(one for one in envelopes if one.after and _closes(one, played)),
        left_out={variant.id: tuple(one for one in variant.puzzles if one in gone - optional)},
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


def _together(puzzles: Collection[Puzzle]) -> list[Puzzle]:
    """The puzzles without the columns and rows of the graph in which no puzzle is left."""
    columns, rows = sorted({one.column for one in puzzles}), sorted({one.row for one in puzzles})
    return [replace(one, column=columns.index(one.column), row=rows.index(one.row)) for one in puzzles]


def _at_hand(puzzle: Puzzle, opened: Mapping[str, str]) -> Puzzle:
    """The puzzle with the cards of envelopes that wait for nothing where they lie without one."""
    return replace(puzzle, cards=tuple(_moved(card, opened) for card in puzzle.cards))


def _moved(card: CardSpec, opened: Mapping[str, str]) -> CardSpec:
    return replace(card, place=opened[card.place]) if card.place in opened else card


def _closes(envelope: Envelope, played: Mapping[str, Puzzle]) -> bool:
    """Whether a seal closes something: a played puzzle of its path comes after all that opens it."""
    return envelope.kind != "seal" or any(
        puzzle.path == envelope.path and _before(puzzle.id, played).issuperset(envelope.after)
        for puzzle in played.values()
    )


def _before(puzzle_id: str, played: Mapping[str, Puzzle]) -> set[str]:
    """Every puzzle that is solved before this one opens."""
    needs = [one for one in played[puzzle_id].needs if one in played]
    return set(needs).union(*(_before(one, played) for one in needs))


def _after(
    envelope: Envelope, known: Mapping[str, Puzzle], gone: Collection[str], played: Collection[str]
) -> tuple[str, ...]:
    """What opens it; for a puzzle that is not played, what that one waited for."""
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
