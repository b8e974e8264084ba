"""What a facilitator looks at in the room before a game: a kit's list, ticked by hand, for one variant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Envelope
from kit_app.domain.references import RoomCheck, RoomCheckWords
from kit_app.domain.spelling import filled

ROOM_PLACES = frozenset({"room.envelopes", "room.kept", "room.teams"})
"""What the lines may name: the envelopes in the corners, those that the facilitator keeps, how many teams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A line as it is read and ticked."""

    id: str
    text: str


def room_lines(
    checks: Sequence[RoomCheck], words: Mapping[str, RoomCheckWords], table: TeamTable, teams: int
) -> tuple[RoomLine, ...]:
    """The lines for a game that `table` is dealt for, in the order of the kit."""
    played = {puzzle.id for puzzle in table.puzzles}
    corners = _ids(table.envelopes, "corner")
    kept = _ids(table.envelopes, "facilitator")
    values = {**table.values, "room.envelopes": corners, "room.kept": kept, "room.teams": str(teams)}
    return tuple(
        RoomLine(id=one.id, text=filled(_said(words[one.id], teams), values))
        for one in checks
        if one.id in words and teams >= one.least_teams and (not one.puzzles or played & set(one.puzzles))
    )


def _said(words: RoomCheckWords, teams: int) -> str:
    return words.several if teams > 1 and words.several else words.text


def _ids(envelopes: Sequence[Envelope], keeper: str) -> str:
    """`A1, A2, B1`, in the order of their names."""
    found = [one.id for one in envelopes if one.kind == "envelope" and one.keeper == keeper]
    return ", ".join(sorted(found))
