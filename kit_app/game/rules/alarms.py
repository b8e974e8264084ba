"""Alarms of the kit: when a team is so late that it needs help at once, and what help."""

from typing import NamedTuple

from kit_app.game.rules.hints import is_put_off
from kit_app.game.setup import AlarmSetup, PathSetup, PuzzleSetup
from kit_app.game.state import RunState, elapsed_ms, is_solved, open_puzzles, played_ms, total_ms


class Alarm(NamedTuple):
    """An alarm that holds, with the hint to give of `puzzle` (level 0: the puzzle is accepted by hand).

    Without a puzzle there are only words; they pass when the kit gives them a time.
    """

    setup: AlarmSetup
    puzzle: PuzzleSetup | None = None
    level: int = 0

    @property
    def passes(self) -> bool:
        """Whether it goes by itself."""
        return self.setup.until > 0


def raised(state: RunState, now: int) -> tuple[Alarm, ...]:
    """The alarms that hold, the latest first; not those that were put off or have nothing left to give."""
    if state.phase != "playing":
        return ()
    found = (
        _with_help(state, alarm, now)
        for alarm in reversed(state.setup.alarms)
        if _holds(state, alarm, now) and not is_put_off(state, alarm.id, 0, now)
    )
    return tuple(alarm for alarm in found if alarm is not None)


def _holds(state: RunState, alarm: AlarmSetup, now: int) -> bool:
    part = played_ms(state, now) / max(1, total_ms(state))
    if part < alarm.at or (alarm.until and part >= alarm.until):
        return False
    if any(is_solved(state, puzzle) for puzzle in alarm.unless_solved):
        return False
    if any(_was_opened(state, puzzle) for puzzle in alarm.unless_open):
        return False
    paths = (path for path in state.setup.paths if path.letter in alarm.unless_finished)
    if any(all(is_solved(state, puzzle) for puzzle in path.puzzles) for path in paths):
        return False
    return not alarm.one_path_moves or _one_path_moves(state, now)


def _was_opened(state: RunState, puzzle_id: str) -> bool:
    progress = state.puzzles[puzzle_id]
    return progress.opened is not None or progress.solved is not None


def _one_path_moves(state: RunState, now: int) -> bool:
    """Whether several paths are open, one of them got on, and of the others not one was touched.

    A puzzle that has been open for less than its target may still be read in silence.
    """
    still, moving = 0, 0
    for path in state.setup.paths:
        begun = [puzzle for puzzle in path.puzzles if _was_opened(state, puzzle)]
        if not begun:
            continue
        if any(is_solved(state, puzzle) for puzzle in path.puzzles):
            moving += 1
        elif _is_untouched(state, path, now):
            still += 1
        else:
            return False
    return moving == 1 and still > 0


def _is_untouched(state: RunState, path: PathSetup, now: int) -> bool:
    for puzzle_id in path.puzzles:
        progress = state.puzzles[puzzle_id]
        if progress.wrong or progress.fields or progress.hints:
            return False
        if progress.is_open and elapsed_ms(state, puzzle_id, now) < state.setup.puzzle(puzzle_id).target_ms:
            return False
    return True


def _with_help(state: RunState, alarm: AlarmSetup, now: int) -> Alarm | None:
    """The alarm with what is to be done now; None when that was done, or cannot be."""
    if alarm.give:
        given = state.setup.puzzle(alarm.give)
        return Alarm(alarm, given) if state.puzzles[given.id].is_open else None
    if not alarm.hint:
        return Alarm(alarm)
    puzzle = state.setup.puzzle(alarm.puzzle) if alarm.puzzle else blocking(state, alarm.unless_open, now)
    if puzzle is None or not state.puzzles[puzzle.id].is_open:
        return None
    if max(state.puzzles[puzzle.id].given_levels, default=0) >= alarm.hint:
        return None
    return Alarm(alarm, puzzle, alarm.hint)


def blocking(state: RunState, goals: tuple[str, ...], now: int) -> PuzzleSetup | None:
    """The open puzzle behind which most time (in targets) lies before `goals`; of equals the longest open."""
    on_the_way: dict[str, int] = {}
    waiting = [(goal, 0) for goal in goals]
    while waiting:
        name, behind = waiting.pop()
        puzzle = state.setup.puzzle(name)
        for need in puzzle.needs:
            reached = behind + state.setup.puzzle(need).target_ms
            if not is_solved(state, need) and reached > on_the_way.get(need, -1):
                on_the_way[need] = reached
                waiting.append((need, reached))
    candidates = [puzzle for puzzle in open_puzzles(state) if puzzle.id in on_the_way]
    return max(
        candidates,
        key=lambda puzzle: (on_the_way[puzzle.id], elapsed_ms(state, puzzle.id, now)),
        default=None,
    )
