"""What is likely of a session that is being planned: each call reads nothing but its arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kit_app.domain.advice import Advice, Answers
from kit_app.domain.kit import Kit, Puzzle
from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitFileError
from kit_app.game.chance import Game, Step, chance
from kit_app.game.limits import Attempts, Limit, Regional, usual_times
from kit_app.game.pace import USUAL
from kit_app.services.sessions import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """How likely a team is in time (0 to 1), and when half and four fifths of such teams end, in ms.

    `players`: of the team that this holds for, the smallest. `games`: so many of the facility's own games
    told how long its puzzles take; 0 when none did. `is_regional`: its region told of some. `unsolved` names
    puzzles that could not be solved from what is printed and given; None: that was not looked at.
    """

    chance: float
    expected_ms: int
    low_ms: int
    high_ms: int
    players: int
    games: int
    is_regional: bool = False
    unsolved: tuple[str, ...] | None = None


def foresee(
    plan: SessionPlan, kit: Kit, attempts: Attempts, regional: Regional = MappingProxyType({})
) -> Foresight | None:
    """What is likely of the smallest team of `plan`; `attempts` are of games like it (`History`).

    None while the plan has no team or names what the kit has not.
    """
    if not plan.teams or plan.variant not in {one.id for one in kit.variants}:
        return None
    from kit_app.mechanisms.picking import picked  # loads every mechanism

    played = picked(kit, plan).in_choice(plan.variant, plan.sector)
    puzzles = [played.puzzle(one) for one in played.variant(plan.variant).puzzles]
    targets = {puzzle.id: puzzle.target_s * 1000 for puzzle in puzzles}
    learned = usual_times(attempts, targets, regional)
    players = min(team.size for team in plan.teams)
    found = chance(game_of(plan, kit, puzzles, players, learned))
    if found is None:
        return None
    return Foresight(
        chance=found.chance,
        expected_ms=found.expected_ms,
        low_ms=found.low_ms,
        high_ms=found.high_ms,
        players=players,
        games=max((one.games for one in learned.values() if not one.is_regional), default=0),
        is_regional=any(one.is_regional for one in learned.values()),
    )


def unsolved(plan: SessionPlan, kit: Kit) -> tuple[str, ...]:
    """The puzzles of `plan` that its first team could not solve from what it is dealt and given."""
    from kit_app.mechanisms.dealing import deal_team  # these load every mechanism
    from kit_app.mechanisms.picking import picked
    from kit_app.mechanisms.proving import unsolved as unsolved_of
    from kit_app.services.dealing import choice_of

    own = picked(kit, plan)
    try:
        table = deal_team(own, choice_of(plan))
    except KitFileError as error:
        return (str(error.values["puzzle"]),)
    return unsolved_of(own.in_choice(plan.variant, plan.sector), table)


def with_advice(plan: SessionPlan, advice: Advice, answers: Answers, kit: Kit) -> SessionPlan:
    """`plan` as advised; teams that stay keep their names."""
    known = {team.number: team for team in plan.teams}
    teams = []
    for number, size in enumerate(advice.sizes, start=1):
        team = known.get(number) or Sessions.usual_team(number, plan.language, kit)
        teams.append(replace(team, size=size))
    return replace(
        plan,
        variant=advice.variant,
        level=advice.level,
        duration_min=kit.variant(advice.variant).minutes,
        audience=answers.audience,
        teams=tuple(teams),
    )


def game_of(
    plan: SessionPlan, kit: Kit, puzzles: Sequence[Puzzle], players: int, learned: Mapping[str, Limit]
) -> Game:
    """The game of one team, for its chance.

    What a puzzle takes does not follow the clock that was chosen; when its hints come, does.
    """
    variant = kit.variant(plan.variant)
    factors = next((level.due for level in kit.levels if level.id == plan.level), ())
    scale = plan.duration_min / variant.minutes
    steps = []
    for puzzle in puzzles:
        target_ms = puzzle.target_s * 1000
        known = learned.get(puzzle.id)
        steps.append(
            Step(
                id=puzzle.id,
                needs=puzzle.needs,
                usual_ms=known.ms if known else USUAL * target_ms,
                due=tuple(target_ms * scale * factor for factor in factors),
            )
        )
    return Game(
        steps=tuple(steps),
        finale=variant.finale,
        total_ms=plan.duration_ms,
        players=players,
        hint_policy=plan.hint_policy,
        cost_ms=plan.hint_cost_min * 60_000,
    )
