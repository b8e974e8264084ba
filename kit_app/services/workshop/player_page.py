"""The players' page at a moment of a game: a scene, a puzzle that has just opened, one of its hints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit, Moment
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.errors import CommandRefused, KitAppError
from kit_app.game import commands as c
from kit_app.services.conductor import Conductor, Instant
from kit_app.services.setup import run_setup
from kit_app.views.player import PlayerView

_SIZE = 5
_LATER_MS = 20_000
"""What was said before is not shown any more."""


def plan_of(kit: Kit, variant_id: str, language: str) -> SessionPlan:
    """A session of one team, as it is proposed for a new one."""
    variant = kit.variant(variant_id)
    return SessionPlan(
        id="", name="", facility="", date="", time="", room="",
        kit_id=kit.id, kit_digest=kit.digest, variant=variant.id, level=kit.levels[len(kit.levels) // 2].id,
        language=language, duration_min=variant.minutes, extra_time=False,
        teams=(TeamPlan(number=1, label="", size=_SIZE),),
        hint_policy="suggested", hint_cost_min=0, clock_style="clock", seed="",
    )  # fmt: skip


def player_page(kit: Kit, table: TeamTable, scene: str, puzzle: str, hint: int) -> PlayerView | None:
    """What players see of a scene, or of a puzzle with one of its hints (0: none); None of neither."""
    if not scene and not puzzle:
        return None
    try:
        game = Conductor(
            run_setup(kit, plan_of(kit, table.variant, table.language), 1, table, {}),
            [],
            Instant(steady_ms=0, wall_ms=0),
        )
        spec = next((one for one in kit.scenes if one.id == scene), None)
        moment: Moment = "puzzle" if spec is None else spec.moment
        wanted = puzzle if spec is None or spec.puzzle is None else spec.puzzle
        for at_ms, command in _way(game, moment, scene, wanted):
            _do(game, command, at_ms)
        if hint:
            _do(game, c.GiveHint(puzzle=puzzle, level=hint), _LATER_MS)
        return game.screens(_at(2 * _LATER_MS if moment == "puzzle" else game.setup.duration_ms)).player
    except (KitAppError, LookupError, StopIteration):
        return None


def _way(game: Conductor, moment: Moment, scene: str, puzzle: str) -> Iterator[tuple[int, c.Command]]:
    """What leads to a moment, each with when it is done."""
    if moment == "before-start":
        yield 0, c.ShowScene(scene=scene)
        return
    yield 0, c.StartRun()
    if moment == "puzzle":
        yield from ((0, c.SolvePuzzle(puzzle=one)) for one in _before(game, puzzle))
        return
    yield game.setup.duration_ms, c.NoticeTime()
    if moment == "time-over":
        return
    yield game.setup.duration_ms, c.EndRun()
    if moment == "debrief":
        yield game.setup.duration_ms, c.EndRun()


def _before(game: Conductor, puzzle: str) -> Sequence[str]:
    """The puzzles that must be solved before one opens, in an order in which they can be."""
    needs = {one.id: one.needs for one in game.setup.puzzles}
    wanted: set[str] = set()
    waiting = list(needs.get(puzzle, ()))
    while waiting:
        one = waiting.pop()
        if one not in wanted:
            wanted.add(one)
            waiting += needs.get(one, ())
    ordered: list[str] = []
    while len(ordered) < len(wanted):
        ready = [
            one for one in needs if one in wanted and one not in ordered and set(needs[one]) <= set(ordered)
        ]
        if not ready:
            break
        ordered += ready
    return ordered


def _do(game: Conductor, command: c.Command, at_ms: int) -> None:
    try:
        game.take(game.decided(command, _at(at_ms)), _at(at_ms))
    except CommandRefused:
        return


def _at(at_ms: int) -> Instant:
    return Instant(steady_ms=at_ms, wall_ms=at_ms)
