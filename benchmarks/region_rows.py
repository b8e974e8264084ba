"""Results of made-up facilities, as many as wanted, in a region's store: the same for the same seed."""

import json
from collections.abc import Iterator
from random import Random

from kit_app.domain.questionnaire import THEMES, Moment, Question, Sheet
from kit_app.domain.region import PlayedPuzzle, Reporter, ResultRow
from kit_app.game.learning import counts_of
from kit_app.storage.region.sql_results import SqlResults
from kit_app.storage.shape import plain

PUZZLES = tuple(f"P{number}" for number in range(1, 13))
TARGETS_S = (240, 300, 180, 240, 360, 240, 300, 240, 180, 300, 240, 300)
YEARS = (2022, 2023, 2024, 2025, 2026)
_AUDIENCES = ("care", "care", "care", "office", "technical", "managers", "students", "mixed", "")
_KINDS = (
    ("Hôpital de", "hospital"),
    ("Résidence", "medico-social"),
    ("Clinique", "hospital"),
    ("Ehpad", "medico-social"),
)
_PLACES = ("Brévalon", "Saint-Aubrac", "Montcier", "les Glycines", "la Vaudre", "Orsane", "Hautecombe-Val")
_ENDS = (2,) * 14 + (3, 1, 1, 0, 4)
_DAY_MS = 86_400_000
_MOMENTS: tuple[tuple[Moment, float], ...] = (("before", 0.3), ("after", 0.6))
"""What part is answered rightly when."""


def reporter(number: int, now_ms: int) -> Reporter:
    """One facility; every ninth sent nothing for more than a year."""
    kind, place = _KINDS[number % len(_KINDS)][0], _PLACES[number // len(_KINDS) % len(_PLACES)]
    behind = 400 + number if number % 9 == 8 else number % 200
    return Reporter(
        id=f"{number:012x}", name=f"{kind} {place} {number + 1}", told_ms=now_ms - behind * _DAY_MS
    )


def sessions(facility: int, count: int, dice: Random, *, teams: int = 2) -> Iterator[ResultRow]:
    """So many sessions of a facility, of so many teams each."""
    for number in range(count):
        won = sum(dice.random() < 0.7 for _ in range(teams))
        played = tuple(
            _played(place, puzzle, dice) for _ in range(teams) for place, puzzle in enumerate(PUZZLES)
        )
        yield ResultRow(
            facility=f"{facility:012x}",
            id=f"{facility:012x}{number:020x}",
            revision=1,
            year=dice.choice(YEARS),
            audience=dice.choice(_AUDIENCES),
            sector=_KINDS[facility % len(_KINDS)][1] if facility % 7 else "",
            kit_id="sant-escape",
            kit_version=dice.choice(("1.4.0", "1.5.0", "1.5.0")),
            variant="45-full",
            language="fr",
            sessions=1,
            runs=teams,
            people=sum(dice.randint(3, 7) for _ in range(teams)),
            won=won,
            lost=teams - won,
            hints=sum(one.hint_bits.bit_count() for one in played),
            puzzles=played,
        )


def _played(place: int, puzzle: str, dice: Random) -> PlayedPuzzle:
    target_s = TARGETS_S[place]
    usual = target_s * (1.4 if place % 5 == 4 else 0.8)
    spent_s = max(20, round(dice.lognormvariate(0, 0.4) * usual))
    hint_bits = dice.choice((0, 0, 0, 1, 1, 3, 7) if spent_s > target_s else (0, 0, 0, 0, 0, 1))
    return PlayedPuzzle(
        puzzle, dice.choice(_ENDS), spent_s, target_s, hint_bits, dice.choice((0, 0, 0, 1, 2))
    )


def learnt(facility: int, year: int, dice: Random) -> ResultRow:
    """What a facility's people learnt in a year: ten items, eight people, asked before and after."""
    themes = sorted(THEMES)
    questions = [Question(id=f"q{one}", theme=themes[one % len(themes)], right="B") for one in range(10)]
    sheets = [
        Sheet(
            moment=moment,
            number=number,
            answers={
                one.id: "B" if dice.random() < known + 0.04 * themes.index(one.theme) else "A"
                for one in questions
            },
        )
        for moment, known in _MOMENTS
        for number in range(1, 9)
    ]
    counts = json.dumps(plain(counts_of(sheets, questions)))
    return ResultRow(
        facility=f"{facility:012x}",
        id=f"{year:012x}{facility:020x}",
        revision=1,
        year=year,
        kit_id="sant-escape",
        counts=counts,
    )


def fill(results: SqlResults, facilities: int, each: int, now_ms: int, *, seed: int = 45) -> None:
    """Keep so many sessions of each of so many facilities, and what a third of them learnt in a year."""
    dice = Random(seed)
    for facility in range(facilities):
        told = [*sessions(facility, each, dice)]
        if facility % 3 == 0:
            told.append(learnt(facility, YEARS[facility % len(YEARS)], dice))
        results.add(reporter(facility, now_ms), told)
