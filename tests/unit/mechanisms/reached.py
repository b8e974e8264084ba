"""Whether every puzzle of a set can be reached, with what lies where it must."""

from collections.abc import Mapping

from kit_app.domain.deal import PuzzleOnTable, TeamTable


def assert_reached(table: TeamTable, wanted: set[str]) -> None:
    """The wanted puzzles are played, the last one last, and no card lies behind what needs it."""
    played = {one.id: one for one in table.puzzles}
    assert set(played) == wanted
    solved: set[str] = set()
    while solved != wanted:
        opened = [one for one in played if one not in solved and solved >= set(played[one].needs)]
        assert opened, "puzzles wait for one another"
        solved |= set(opened)
        if "P12" in opened:
            assert solved == wanted, "a puzzle comes after the end"
    envelopes = {one.id: one for one in table.envelopes}
    for puzzle in table.puzzles:
        for card in puzzle.cards:
            after = envelopes[card.place].after if card.place in envelopes else ()
            assert set(after) <= ancestors(played, puzzle.id), (card.id, card.place)
    seats = [(one.column, one.row) for one in table.puzzles]
    assert len(seats) == len(set(seats))


def ancestors(played: Mapping[str, PuzzleOnTable], puzzle_id: str) -> set[str]:
    """What must be solved before a puzzle."""
    needs = set(played[puzzle_id].needs)
    return needs.union(*(ancestors(played, one) for one in needs))
