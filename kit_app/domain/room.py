"""What a facilitator looks at in the room before a game: a kit's list, ticked by hand, for one variant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Envelope
from kit_app.domain.references import RoomCheck, RoomCheckWords
from kit_app.domain.spelling import filled, places

ROOM_PLACES = frozenset({"room.envelopes", "room.kept", "room.teams", "room.given"})
"""What the lines may name: the envelopes in the corners, those that the facilitator keeps, how many teams,
the cards that tell what the team is given of puzzles that are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A line as it is read and ticked."""

    id: str
    text: str


def room_lines(
    checks: Sequence[RoomCheck], words: Mapping[str, RoomCheckWords], table: TeamTable, teams: int
) -> tuple[RoomLine, ...]:
    """The lines for a game that `table` is dealt for, in the order of the kit; none about no envelope."""
    played = {puzzle.id for puzzle in table.puzzles}
    values = {
        **table.values,
        "room.envelopes": _ids(table.envelopes, "corner"),
        "room.kept": _ids(table.envelopes, "facilitator"),
        "room.teams": str(teams),
        "room.given": ", ".join(one.card.id for one in table.given),
    }
    said = {one.id: _said(words[one.id], teams) for one in checks if one.id in words}
    return tuple(
        RoomLine(id=one.id, text=filled(said[one.id], values))
        for one in checks
        if one.id in said
        and teams >= one.least_teams
        and (not one.puzzles or played & set(one.puzzles))
        and (table.given or not one.is_given)
        and all(values[place] for place in places(said[one.id]) if place in ROOM_PLACES)
    )


def _said(words: RoomCheckWords, teams: int) -> str:
    return words.several if teams > 1 and words.several else words.text


def _ids(envelopes: Sequence[Envelope], keeper: str) -> str:
    """`A1, A2, B1`, in the order of their names."""
    found = [one.id for one in envelopes if one.kind == "envelope" and one.keeper == keeper]
    return ", ".join(sorted(found))
