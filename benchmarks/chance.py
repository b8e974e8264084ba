"""How long the chance to finish takes to reckon, and how far it lies from plain draws of the same model.

The baseline is what one would write first: 20,000 games by Python's `random`, one after another.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import product

from benchmarks.check import KIT
from benchmarks.rows import Row
from kit_app.content.files import read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.plan import HintPolicy
from kit_app.game.chance import Game, Step, chance
from kit_app.game.forecast import groups_of
from kit_app.game.pace import ENTRY_MS, SCATTER, SKILL, USUAL, aided_ms

PLAIN, SHORT_PLAIN = 20_000, 2_000
REPETITIONS, SHORT_REPETITIONS = 5, 1
PLAYERS = (5, 4)


def games() -> Iterator[Game]:
    """Every variant of the bundled kit for two sizes of teams, with hints at once and with none."""
    kit = read_kit(read_folder(KIT))
    for variant, players, helped in product(kit.variants, PLAYERS, (True, False)):
        own = kit.in_choice(variant.id)
        steps = []
        for puzzle in (own.puzzle(one) for one in variant.puzzles):
            target_ms = puzzle.target_s * 1000
            due = tuple(target_ms * factor for factor in kit.level("standard").due)
            steps.append(Step(puzzle.id, puzzle.needs, USUAL * target_ms, due))
        policy: HintPolicy = "automatic" if helped else "by-hand"
        yield Game(tuple(steps), variant.finale, variant.minutes * 60_000, players, policy)


def reckoned(game: Game) -> float:
    """The part that the program tells."""
    found = chance(game)
    assert found is not None
    return found.chance


def plain(game: Game, count: int) -> float:
    """The part of `count` plainly drawn games that end in time."""
    draws = random.Random(45)
    return sum(_plain_end(game, draws) <= game.total_ms for _ in range(count)) / count


def _plain_end(game: Game, draws: random.Random) -> float:
    skill = draws.lognormvariate(0, SKILL)
    lasts = {}
    for step in game.steps:
        needs = step.usual_ms * skill * draws.lognormvariate(0, SCATTER)
        hints = enumerate(step.due, start=1) if game.hint_policy == "automatic" else ()
        lasts[step.id] = aided_ms(needs, [(due, level) for level, due in hints]) + ENTRY_MS
    solved: set[str] = set()
    running: dict[str, float] = {}
    now = 0.0
    while game.finale not in solved:
        begun = solved | running.keys()
        waiting = [step for step in game.steps if step.id not in begun and solved.issuperset(step.needs)]
        draws.shuffle(waiting)
        for step in waiting[: groups_of(game.players) - len(running)]:
            running[step.id] = now + lasts[step.id]
        first = min(running, key=running.__getitem__)
        now = running.pop(first)
        solved.add(first)
    return now


def rows(*, is_short: bool) -> list[Row]:
    every = list(games())
    repetitions = SHORT_REPETITIONS if is_short else REPETITIONS
    times = []
    for game in every * repetitions:
        chance.cache_clear()
        started = time.perf_counter()
        chance(game)
        times.append((time.perf_counter() - started) * 1000)
    count = SHORT_PLAIN if is_short else PLAIN
    started = time.perf_counter()
    drawn = [plain(game, count) for game in every]
    plain_ms = (time.perf_counter() - started) * 1000 / len(every)
    off = [abs(reckoned(game) - part) * 100 for game, part in zip(every, drawn, strict=True)]
    return [
        Row(metric="a chance to finish, reckoned", unit="ms", ours=statistics.median(times),
            baseline=plain_ms, goal="<= 0.2"),
        Row(metric="the slowest of them", unit="ms", ours=max(times), goal="<= 200", judges="ours"),
        Row(metric="farthest from the plain draws", unit="points", ours=max(off), goal="<= 3", judges="ours"),
    ]  # fmt: skip


if __name__ == "__main__":
    for row in rows(is_short=True):
        sys.stdout.write(f"{row}\n")
