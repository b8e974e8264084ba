"""A made-up team at work: groups take puzzles, get on by the timing model, err, ask and fall silent. Pure.

What a puzzle takes is drawn as in game.pace; a hint leaves a part of what is still to come from the moment it
is given. The team knows nothing of the console: it sees the state of the run, and acts by the same commands
that cards and typed answers are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.game import commands as c
from kit_app.game.forecast import groups_of
from kit_app.game.pace import ENTRY_MS, LEFT_BY_HINT, SCATTER, SKILL, log_usual, quantile
from kit_app.game.rehearsal.behaviours import Behaviour
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.game.state import RunState, open_puzzles, played_ms, total_ms
from kit_app.views.rehearsal import MomentKind

GUIDED_PACE = 2.0
"""In the guided end the trainer leads: the last puzzle goes so much faster."""

ERRS_AT, SHOUTS_AT, QUIET_AT = 0.75, 0.5, 1.45
"""Parts of a puzzle's way at which a wrong answer is given, and one is shouted; the part of its target after
which a table that does not ask is quiet."""

_FINE = 10_000


class Act(NamedTuple):
    """What the team does: a command, or something that is only heard or seen (`command` None)."""

    kind: MomentKind
    puzzle: str = ""
    text: str = ""
    commands: tuple[c.Command, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who plays: the same seed and behaviour play the same way under the same help."""

    behaviour: Behaviour
    seed: str

    @property
    def dice(self) -> Dice:
        """What this team draws from."""
        return Dice(seed=self.seed, prefix="rehearsal/")

    def needs_ms(self, setup: RunSetup, puzzle: PuzzleSetup) -> float:
        """The time that a puzzle takes without help, the giving of the answer left out."""
        slow = _slow(self, tuple(one.id for one in setup.puzzles if one.id != setup.finale))
        return _usual_ms(self, puzzle.id, puzzle.target_ms) * (
            self.behaviour.slowness if puzzle.id in slow else 1.0
        )

    def does(self, name: str, percent: int) -> bool:
        """Whether something that so many in a hundred do is done here."""
        return self.dice.number(name, 1, 100) <= percent


@lru_cache(maxsize=256)
def _usual_ms(team: Team, puzzle: str, target_ms: int) -> float:
    own = team.behaviour.pace + SKILL * _normal(team.dice, "skill") + SCATTER * _normal(team.dice, puzzle)
    return exp(log_usual(target_ms) + own)


@lru_cache(maxsize=16)
def _slow(team: Team, ids: tuple[str, ...]) -> tuple[str, ...]:
    return team.dice.sample("slow", ids, team.behaviour.slow)


def _normal(dice: Dice, name: str) -> float:
    return quantile((dice.number(f"{name}/time", 1, _FINE) - 0.5) / _FINE)


class Work(NamedTuple):
    """How far the team is: what was done of each puzzle (unaided ms), how long its answer has been entered.

    `tables` are the puzzles that somebody sits at, `sat` for how long (played ms); `said` what was done once.
    """

    at_ms: int = 0
    tables: tuple[str, ...] = ()
    done: Mapping[str, float] = MappingProxyType({})
    sat: Mapping[str, int] = MappingProxyType({})
    said: frozenset[tuple[str, MomentKind]] = frozenset()


def step(
    team: Team,
    work: Work,
    state: RunState,
    now: int,
    *,
    absent: int = 0,
    broken: frozenset[str] = frozenset(),
) -> tuple[Work, tuple[Act, ...]]:
    """The team plays on until `now` (run time): how far it is then, and what it does.

    `absent` players are not in the room; nothing can be found of the puzzles that are `broken`.
    """
    played = played_ms(state, now)
    if state.phase not in ("playing", "guided"):
        return work._replace(at_ms=played), ()
    passed = max(0, played - work.at_ms)
    open_now = {puzzle.id: puzzle for puzzle in open_puzzles(state)}
    tables = _seated(team, work, state, played, absent, broken)
    begun = [one for one in tables if one not in work.tables]
    done, sat, said = dict(work.done), dict(work.sat), set(work.said)
    acts = [Act("begins", one) for one in begun if (one, "begins") not in said]
    said |= {(one, "begins") for one in begun}
    for ident in tables:
        puzzle = open_now[ident]
        sat[ident] = sat.get(ident, 0) + passed
        if ident not in broken:
            done[ident] = _gone_on(team, state, puzzle, done.get(ident, 0.0), passed)
        for act in _acts(team, state, puzzle, done.get(ident, 0.0), sat[ident], now):
            if act.kind == "finds" or (ident, act.kind) not in said:
                said.add((ident, act.kind))
                acts.append(act)
    return Work(played, tables, done, sat, frozenset(said)), tuple(acts)


def _seated(
    team: Team, work: Work, state: RunState, played: int, absent: int, broken: frozenset[str]
) -> tuple[str, ...]:
    """The puzzles at which groups sit: they stay, and those who are free take what is open."""
    open_now = [puzzle.id for puzzle in open_puzzles(state)]
    is_one_table = played < total_ms(state) * team.behaviour.together / 100
    groups = 1 if is_one_table else groups_of(max(1, state.setup.team_size - absent))
    staying = [one for one in work.tables if one in open_now]
    free = [one for one in open_now if one not in staying]
    while free and len(staying) < groups:
        taken = team.dice.pick(f"takes/{len(work.said)}/{len(staying)}", free)
        free.remove(taken)
        staying.append(taken)
    lame = [one for one in staying if one in broken]
    if free and lame and len(staying) >= groups:  # nobody sits before a thing that does not work for ever
        staying[staying.index(lame[0])] = free[0]
    return tuple(staying[:groups])


def _gone_on(team: Team, state: RunState, puzzle: PuzzleSetup, done: float, passed: int) -> float:
    """What is done after `passed` ms: the puzzle, faster with each hint, then the giving of its answer."""
    needs = team.needs_ms(state.setup, puzzle)
    rate = GUIDED_PACE if state.phase == "guided" else 1.0
    for level in state.puzzles[puzzle.id].given_levels:
        rate /= LEFT_BY_HINT.get(level, 1.0)
    if done >= needs:
        return done + passed
    solved_in = (needs - done) / rate
    return done + passed * rate if passed < solved_in else needs + passed - solved_in


def _acts(team: Team, state: RunState, puzzle: PuzzleSetup, done: float, sat: int, now: int) -> Iterator[Act]:
    """What a table may do at this point of its way; what was done before is left out by the caller."""
    needs = team.needs_ms(state.setup, puzzle)
    if state.puzzles[puzzle.id].locked_until > now:
        return
    if done >= needs + ENTRY_MS:
        yield Act("finds", puzzle.id, commands=answers(puzzle))
        return
    yield from _slips(team, puzzle, done / needs)
    behaviour = team.behaviour
    if behaviour.asks and sat >= puzzle.target_ms * behaviour.asks / 100:
        yield Act("asks", puzzle.id)
    elif not behaviour.asks and sat >= puzzle.target_ms * QUIET_AT:
        yield Act("quiet", puzzle.id)


def _slips(team: Team, puzzle: PuzzleSetup, part: float) -> Iterator[Act]:
    guess = wrong_guess(puzzle)
    if part >= SHOUTS_AT and team.does(f"{puzzle.id}/shouts", team.behaviour.shouts):
        yield Act("wrong-guess", puzzle.id, guess)
    if part >= ERRS_AT and team.does(f"{puzzle.id}/errs", team.behaviour.errs):
        first, *others = answers(puzzle)
        yield Act("tries", puzzle.id, guess, (replace(first, text=guess), *others))


def wrong_guess(puzzle: PuzzleSetup) -> str:
    """Something that is near the answer and is not right: a known mistake, or the answer's signs turned."""
    if puzzle.misses:
        return puzzle.misses[0].typed
    field = puzzle.fields[0] if puzzle.fields else puzzle
    plain = normalised(field.answer)
    for turned in (plain[::-1], plain[1:] + plain[:1], plain + plain[-1:]):
        if turned not in field.accepted and turned != plain:
            return turned
    return f"{plain}?"


def answers(puzzle: PuzzleSetup) -> tuple[c.EnterAnswer, ...]:
    """What solves a puzzle, as it is typed: its answer, or one for each field."""
    if not puzzle.fields:
        return (c.EnterAnswer(text=puzzle.answer, puzzle=puzzle.id),)
    return tuple(c.EnterAnswer(text=one.answer, puzzle=puzzle.id, field=one.key) for one in puzzle.fields)
