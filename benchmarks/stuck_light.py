"""Does the stuck light find the teams that need help? Three rules on the same journals, second by second.

A facility needs help with a puzzle from the moment on at which 80 % of its own teams would be done without
any. Who that is, the made-up evenings know and the lights do not. Stated before anything was measured:

- *found*: the part of the attempts that needed help for which the light turned red before they ended;
- *false*: the part of the other attempts for which it turned red all the same, and how many that is a game;
- *score*: found less false (Youden's J), the higher the better; a light that is always or never red has 0;
- *cost*: minutes a game: those that teams wait from needing help until the light turns red (or to the end of
  the attempt when it does not), and one for each false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.rooms import Evening, houses, play, setups
from benchmarks.rows import Row
from kit_app.bootstrap import open_services
from kit_app.domain.dice import Dice
from kit_app.game import events as e
from kit_app.game.evolve import evolve
from kit_app.game.limits import GAMES as ENOUGH, Limit, attempts_of, limits
from kit_app.game.quantiles import percentile_80_of
from kit_app.game.rules.lights import light
from kit_app.game.setup import RunSetup
from kit_app.game.state import RunState, elapsed_ms, initial, open_puzzles
from kit_app.services.services import Services
from kit_app.services.simulate import Team, play_through, virtual_clock
from kit_app.storage.codec import StoredEvent
from kit_app.views.results import RunResult

SEED = 45
HOUSES, GAMES = 12, 20
SHORT_HOUSES, SHORT_GAMES = 3, 6
LEARNED = (5, 10, 20)
SECOND = 1000
MINUTE = 60_000
RED_MS = 300_000
"""The fixed rule: yellow after three minutes in which nothing happened, red after five."""

FALSE_MINUTES = 1.0
WALL_MS = 1_800_000_000_000
SIMULATED_EIGHTY = 1.66
"""The program's simulated teams take 70 to 190 % of the target, all alike."""

Rule = Callable[[RunState, Sequence[StoredEvent], str, int], bool]
"""Whether the light of a puzzle is red, from the state, the events so far and the time."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A puzzle of a game: since when it needed help (None: never), when it ended, when each light turned red.

    Times in ms since it was opened; `red` by rule, as far as it did.
    """

    needed: float | None
    ended: int
    red: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a rule is worth (see above). `delay` is the median wait of those found, in minutes."""

    found: float
    false: float
    false_a_game: float
    delay: float
    cost: float

    @property
    def youden(self) -> float:
        """The score."""
        return self.found - self.false


def nothing_happened(state: RunState, journal: Sequence[StoredEvent], puzzle: str, now: int) -> bool:
    """Red when the room was silent for five minutes: no answer, right or wrong, no card, no hint."""
    return now - journal[-1].at_ms >= RED_MS


def nothing_happened_here(state: RunState, journal: Sequence[StoredEvent], puzzle: str, now: int) -> bool:
    """Red when nothing happened at this puzzle for five minutes: its opening, a try, a card, a hint."""
    opened = state.puzzles[puzzle].opened
    own = (one.at_ms for one in reversed(journal) if getattr(one.event, "puzzle", None) == puzzle)
    return now - max(next(own, 0), opened.ms if opened else 0) >= RED_MS


def ours(state: RunState, journal: Sequence[StoredEvent], puzzle: str, now: int) -> bool:
    """The program's own light."""
    return light(state, state.setup.puzzle(puzzle), now) == "stuck"


def attempts(
    evening: Evening, eighty: Mapping[str, float], rules: Mapping[str, tuple[Rule, Learned]]
) -> list[Attempt]:
    """Every puzzle that was opened, with the first second at which each rule turned red."""
    red: dict[str, dict[str, int]] = {}
    for name, (rule, learned) in rules.items():
        for puzzle, at in _first_red(evening, rule, learned):
            red.setdefault(puzzle, {})[name] = at
    found = []
    for puzzle, progress in evening.state.puzzles.items():
        if progress.opened is not None:
            ended = elapsed_ms(evening.state, puzzle, evening.journal[-1].at_ms)
            needed = eighty[puzzle] if eighty[puzzle] < evening.truth_ms(puzzle) else None
            is_needed = needed is not None and needed < ended
            found.append(Attempt(needed if is_needed else None, ended, red.get(puzzle, {})))
    return found


Learned = Mapping[str, Limit]


def _first_red(evening: Evening, rule: Rule, learned: Learned) -> Iterator[tuple[str, int]]:
    """The puzzles for which a rule turns red, and when, in ms since they were opened."""
    told: set[str] = set()
    for state, journal, now in seconds(evening, learned):
        for puzzle in open_puzzles(state):
            if puzzle.id not in told and rule(state, journal, puzzle.id, now):
                told.add(puzzle.id)
                yield puzzle.id, elapsed_ms(state, puzzle.id, now)


def seconds(evening: Evening, learned: Learned) -> Iterator[tuple[RunState, Sequence[StoredEvent], int]]:
    """A journal lived again: the state at each second of play, begun with these limits."""
    state = initial(evening.setup)
    waiting = [_with_limits(stored, learned) for stored in evening.journal]
    past: list[StoredEvent] = []
    for now in range(0, evening.journal[-1].at_ms + SECOND, SECOND):
        while len(past) < len(waiting) and waiting[len(past)].at_ms <= now:
            stored = waiting[len(past)]
            state = evolve(state, stored.event, stored.at_ms)
            past.append(stored)
        if state.phase == "playing":
            yield state, past, now


def _with_limits(stored: StoredEvent, learned: Learned) -> StoredEvent:
    if not isinstance(stored.event, e.RunStarted):
        return stored
    ms = {puzzle: limit.ms for puzzle, limit in learned.items()}
    games = {puzzle: limit.games for puzzle, limit in learned.items()}
    return stored._replace(event=replace(stored.event, limits_ms=ms, limits_games=games))


def score(found: Iterable[Attempt], rule: str, games: int) -> Score:
    """What a rule is worth on these attempts."""
    needing, others, waits, delays, alarms = 0, 0, 0.0, [], 0
    for one in found:
        at = one.red.get(rule)
        if one.needed is None:
            others += 1
            alarms += at is not None
            continue
        needing += 1
        waits += max(0.0, (one.ended if at is None else at) - one.needed) / MINUTE
        if at is not None:
            delays.append(max(0.0, at - one.needed) / MINUTE)
    delays.sort()
    return Score(
        found=len(delays) / max(1, needing),
        false=alarms / max(1, others),
        false_a_game=alarms / games,
        delay=delays[len(delays) // 2] if delays else 0.0,
        cost=(waits + FALSE_MINUTES * alarms) / games,
    )


def learned_of(setup: RunSetup, results: Sequence[RunResult]) -> dict[str, Limit]:
    """What the program learns from these results."""
    said = [attempts_of(result) for result in results]
    targets = {puzzle.id: puzzle.target_ms for puzzle in setup.puzzles}
    return limits({puzzle: [one[puzzle] for one in said if puzzle in one] for puzzle in targets}, targets)


def plain_of(setup: RunSetup, results: Sequence[RunResult]) -> dict[str, Limit]:
    """The plain 80th percentile of the times as they were, hints or not: what learning is held against."""
    found = {}
    for puzzle in setup.puzzles:
        rows = [row for result in results for row in result.puzzles if row.id == puzzle.id]
        spent = [row.spent_ms for row in rows if row.solved_ms is not None and not row.was_forced]
        eighty = percentile_80_of(sorted(Counter(spent).items()))
        if eighty is not None and len(spent) >= ENOUGH:
            found[puzzle.id] = Limit(eighty, len(spent))
    return found


def rules_after(
    setup: RunSetup, past: Sequence[RunResult], counts: Sequence[int]
) -> dict[str, tuple[Rule, Learned]]:
    """All rules by name, those that learn after so many of the games of `past`."""
    rules: dict[str, tuple[Rule, Learned]] = {
        "3 and 5 minutes, the room": (nothing_happened, {}),
        "3 and 5 minutes, each puzzle": (nothing_happened_here, {}),
        "the kit's times": (ours, {}),
    }
    for n in counts:
        rules[f"plain 80 % of {n} games"] = (ours, plain_of(setup, past[:n]))
        rules[f"learned from {n} games"] = (ours, learned_of(setup, past[:n]))
    return rules


def simulated(count: int) -> dict[str, Score]:
    """All rules on journals of the program's own simulated games, after as many earlier ones."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as place:
        services = open_services(Path(place))
        try:
            draft = services.sessions.draft(language="fr")
            session = services.sessions.save(replace(draft, name="Mesures")).plan.id
            setup = services.runs.setup(session, 1)
            past = [_simulated(services, session, f"{SEED}/past/{n}").result() for n in range(count)]
            rules = rules_after(setup, past, (count,))
            eighty = {puzzle.id: SIMULATED_EIGHTY * puzzle.target_ms for puzzle in setup.puzzles}
            found: list[Attempt] = []
            for n in range(count):
                found += attempts(_simulated(services, session, f"{SEED}/{n}"), eighty, rules)
            return {name: score(found, name, count) for name in rules}
        finally:
            services.close()


def _simulated(services: Services, session: str, seed: str) -> Evening:
    services.runs.start_over(session, 1)
    clock, dice = virtual_clock(WALL_MS), Dice(seed=seed, prefix="simulation/")
    room = services.runs.open(session, 1, clock=clock)
    for _ in play_through(room, clock, dice):
        pass
    room.close()
    setup, team = services.runs.setup(session, 1), Team(dice)
    state, journal = initial(setup), list(services.runs.journal(session, 1))
    for stored in journal:
        state = evolve(state, stored.event, stored.at_ms)
    needs = {puzzle.id: float(team.needs_ms(puzzle, 0)) for puzzle in setup.puzzles}
    return Evening(setup, needs, journal, state, entry_ms=0)


def compare(
    setup: RunSetup, *, gives_hints: bool, count: int, games: int, scatter: float = 0.5, bias: float = 0.3
) -> dict[str, Score]:
    """All rules on `games` evenings of each of `count` facilities, after earlier ones with hints."""
    found: list[Attempt] = []
    names: list[str] = []
    for number, house in enumerate(houses(setup, count, SEED, bias=bias, scatter=scatter)):
        past = [
            play(setup, house, f"{SEED}/{number}/past/{n}", groups=3, gives_hints=True).result()
            for n in range(max(LEARNED))
        ]
        rules = rules_after(setup, past, LEARNED)
        names = list(rules)
        eighty = {puzzle.id: house.eighty_ms(puzzle) for puzzle in setup.puzzles}
        for n in range(games):
            evening = play(setup, house, f"{SEED}/{number}/{n}", groups=3, gives_hints=gives_hints)
            found += attempts(evening, eighty, rules)
    return {name: score(found, name, count * games) for name in names}


def rows(*, is_short: bool = False) -> list[Row]:
    """The scores; the baseline is the better of the two fixed rules."""
    count, games = (SHORT_HOUSES, SHORT_GAMES) if is_short else (HOUSES, GAMES)
    (setup,) = setups(("45-full", 5))
    found = []
    for gives_hints in (False, True):
        scores = compare(setup, gives_hints=gives_hints, count=count, games=games)
        fixed = max((one for name, one in scores.items() if name.startswith("3")), key=lambda one: one.youden)
        words = "hints given" if gives_hints else "no hints given"
        for name, one in scores.items():
            if not name.startswith("3"):
                goals = (">= 1", "<= 1") if name.startswith("learned") else ("", "")
                found += [
                    Row(metric=f"stuck light, {name}, {words}: score", ours=one.youden, baseline=fixed.youden,
                        goal=goals[0]),
                    Row(metric=f"stuck light, {name}, {words}: cost", unit="min a game", ours=one.cost,
                        baseline=fixed.cost, goal=goals[1]),
                ]  # fmt: skip
    return found


def main() -> None:
    """The whole table, as it stands in docs/benchmarks.md."""
    (setup,) = setups(("45-full", 5))
    whole = {"count": HOUSES, "games": GAMES}
    cases: dict[str, Callable[[], dict[str, Score]]] = {
        "no hints given": lambda: compare(setup, gives_hints=False, **whole),
        "hints given": lambda: compare(setup, gives_hints=True, **whole),
        "facilities like the kit": lambda: compare(setup, gives_hints=False, bias=0.0, **whole),
        "times that scatter more": lambda: compare(setup, gives_hints=False, scatter=0.7, **whole),
        "simulated games of the program": lambda: simulated(20),
    }
    for words, compared in cases.items():
        sys.stdout.write(f"\n{words}\n")
        for name, one in compared().items():
            sys.stdout.write(
                f"| {name} | {one.found:.0%} | {one.false:.0%} | {one.false_a_game:.2f} | {one.delay:.1f} "
                f"| {one.youden:.2f} | {one.cost:.1f} |\n"
            )


if __name__ == "__main__":
    main()
