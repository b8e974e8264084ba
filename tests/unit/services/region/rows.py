"""Made-up rows of made-up facilities."""

from random import Random

from kit_app.domain.plan import AUDIENCES
from kit_app.domain.region import PlayedPuzzle, Reporter, ResultRow

PUZZLES = tuple(f"Q{number}" for number in range(1, 13))


def facility_id(number: int) -> str:
    return f"{number:012x}"


def reporter(number: int, told_ms: int = 1_700_000_000_000) -> Reporter:
    return Reporter(id=facility_id(number), name=f"Hôpital {number}", told_ms=told_ms)


def row(facility: int, number: int, dice: Random, revision: int = 1) -> ResultRow:
    """A session of one or two teams."""
    runs = dice.choice([1, 1, 2])
    won = dice.randint(0, runs)
    return ResultRow(
        facility=facility_id(facility),
        id=f"{number:032x}",
        revision=revision,
        year=dice.randint(2022, 2026),
        audience=dice.choice(["", *AUDIENCES]),
        sector=dice.choice(["hospital", "homes", ""]),
        kit_id=dice.choice(["sant-escape", "other"]),
        kit_version=dice.choice(["1.0.0", "1.1.0"]),
        variant="45-full",
        language=dice.choice(["fr", "en"]),
        sessions=1,
        runs=runs,
        people=sum(dice.randint(3, 8) for _ in range(runs)),
        won=won,
        lost=runs - won,
        hints=dice.randint(0, 9),
        puzzles=tuple(_played(puzzle, dice) for _run in range(runs) for puzzle in PUZZLES),
    )


def _played(puzzle: str, dice: Random) -> PlayedPuzzle:
    end, spent_s = dice.randint(0, 4), dice.randint(30, 900)
    return PlayedPuzzle(puzzle, end, spent_s, 240, dice.randint(0, 7), dice.randint(0, 5))


def withdrawn(facility: int, number: int, revision: int) -> ResultRow:
    return ResultRow(
        facility=facility_id(facility), id=f"{number:032x}", revision=revision, is_withdrawn=True
    )
