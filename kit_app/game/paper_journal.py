"""The journal of a game that was played on paper, from what people wrote down. Pure."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kit_app.domain.paper_game import PaperGame, PaperPuzzle
from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.i18n import N_

MINUTE_MS = 60_000
LONGEST_MIN = 360


class Written(NamedTuple):
    """An event and its run time."""

    at_ms: int
    event: e.Event


class PaperRefused(CommandRefused):
    """Something typed in cannot be; `where` is the puzzle, empty for the game as a whole."""

    def __init__(self, where: str, message: str, **values: object) -> None:
        super().__init__(message, "", **values)
        self.where = where


def journal_of(setup: RunSetup, game: PaperGame) -> tuple[Written, ...]:
    """The events of the game in order, from its start to its end. Raises PaperRefused.

    A hint has no minute on paper: it stands where it was due, at the latest where its puzzle ended.
    """
    rows = {row.id: row for row in game.puzzles}
    _check(setup, game, rows)
    solved = {row.id: row.solved_min * MINUTE_MS for row in rows.values() if row.solved_min is not None}
    end = game.end_min * MINUTE_MS
    close = max((end, *solved.values()))
    written = [Written(0, event) for event in _opening(setup, game)]
    body = [one for puzzle in setup.puzzles for one in _of_puzzle(setup, puzzle, rows, solved, close)]
    body += [Written(end, event) for event in _ending_of_play(game)]
    place = {puzzle.id: number for number, puzzle in enumerate(_in_order(setup.puzzles))}
    written += sorted(body, key=lambda one: (one.at_ms, _rank(one.event, place, setup.finale)))
    written += [
        Written(close, e.LastSceneShown(outcome=game.outcome)),
        Written(close, e.RunEnded(outcome=game.outcome)),
    ]
    return tuple(written)


def _opening(setup: RunSetup, game: PaperGame) -> tuple[e.Event, ...]:
    started = e.RunStarted(
        kit_digest=setup.kit_digest,
        duration_ms=setup.duration_ms,
        limits_ms={puzzle: limit.ms for puzzle, limit in setup.limits.items()},
        limits_games={puzzle: limit.games for puzzle, limit in setup.limits.items()},
        regional=tuple(puzzle for puzzle, limit in setup.limits.items() if limit.is_regional),
    )
    return started, e.PlayedOnPaper(people=game.people, began=game.began)


def _ending_of_play(game: PaperGame) -> tuple[e.Event, ...]:
    """What began the guided end; a game that was won has none."""
    if game.outcome == "lost":
        return (e.TimeRanOut(),)
    return (e.RunStopped(),) if game.outcome == "stopped" else ()


def _of_puzzle(
    setup: RunSetup,
    puzzle: PuzzleSetup,
    rows: Mapping[str, PaperPuzzle],
    solved: Mapping[str, int],
    close: int,
) -> Iterable[Written]:
    row = rows.get(puzzle.id)
    if row is None:
        return
    opened = max((solved[need] for need in puzzle.needs if need in solved), default=0)
    last = solved.get(puzzle.id, close)
    for level in row.hints:
        due = puzzle.due[level - 1] if len(puzzle.due) >= level else 0
        counts = puzzle.hints[level - 1].counts
        cost = setup.hint_cost_ms if counts else 0
        at = min(last, opened + due)
        yield Written(at, e.HintGiven(puzzle=puzzle.id, level=level, cost_ms=cost, counts=counts))
    if puzzle.id in solved:
        yield Written(last, e.PuzzleSolved(puzzle=puzzle.id, forced=row.by_hand))


def _rank(event: e.Event, place: Mapping[str, int], finale: str) -> tuple[int, int, int]:
    """The order of what happened in the same minute: along the needs, the end of play before its exercise."""
    match event:
        case e.HintGiven():
            return (0 if event.puzzle != finale else 2, place[event.puzzle], 0)
        case e.PuzzleSolved():
            return (0 if event.puzzle != finale else 2, place[event.puzzle], 1)
        case _:
            return (1, 0, 0)


def _in_order(puzzles: tuple[PuzzleSetup, ...]) -> list[PuzzleSetup]:
    """The puzzles, each after those that it needs."""
    ordered: list[PuzzleSetup] = []
    waiting = list(puzzles)
    while waiting:
        known = {one.id for one in ordered}
        left = {one.id for one in waiting}
        ready = [one for one in waiting if all(need in known or need not in left for need in one.needs)]
        ordered += ready or waiting
        waiting = [one for one in waiting if one not in ordered]
    return ordered


def _check(setup: RunSetup, game: PaperGame, rows: Mapping[str, PaperPuzzle]) -> None:
    if not 0 < game.end_min <= LONGEST_MIN:
        raise PaperRefused("", N_("The game ended between minute 1 and minute {most}."), most=LONGEST_MIN)
    finale = rows.get(setup.finale)
    for puzzle in setup.puzzles:
        row = rows.get(puzzle.id)
        if row is not None and row.solved_min is not None:
            _check_solved(puzzle, row.solved_min, game, rows, is_finale=puzzle.id == setup.finale)
    if game.outcome == "won" and (finale is None or finale.solved_min is None):
        raise PaperRefused(setup.finale, N_("A team that won solved the last puzzle: type its minute."))


def _check_solved(
    puzzle: PuzzleSetup, minute: int, game: PaperGame, rows: Mapping[str, PaperPuzzle], *, is_finale: bool
) -> None:
    if not 0 <= minute <= LONGEST_MIN:
        raise PaperRefused(puzzle.id, N_("A minute lies between 0 and {most}."), most=LONGEST_MIN)
    is_guided = is_finale and game.outcome != "won"
    if minute > game.end_min and not is_guided:
        raise PaperRefused(puzzle.id, N_("The game ended at minute {end}, before this."), end=game.end_min)
    if is_guided and minute >= game.end_min:
        return
    for need in (one for one in puzzle.needs if one in rows):
        before = rows[need].solved_min
        if before is None:
            message = N_("It opens after {need}: type the minute of {need}, or leave this one empty.")
            raise PaperRefused(puzzle.id, message, need=need)
        if before > minute:
            message = N_("It opens after {need}, which was solved at minute {minute}.")
            raise PaperRefused(puzzle.id, message, need=need, minute=before)
