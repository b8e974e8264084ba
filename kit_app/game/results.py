"""What came out of a run: its result from its journal. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from kit_app.game import events as e
from kit_app.game.corrections import corrected
from kit_app.game.evolve import evolve
from kit_app.game.leading import Watch
from kit_app.game.log import StoredEvent, log_row
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.game.state import Mark, RunState, elapsed_ms, initial, mark_at, play_ms, remaining_ms, settled
from kit_app.views.results import DebriefNote, Moment, PuzzleResult, RunResult

_NO_MOMENT = (
    e.SceneShown,
    e.FieldFilled,
    e.HintHidden,
    e.MessageCleared,
    e.ScreenBlackedOut,
    e.ScreenRestored,
    e.GapNoticed,
    e.FieldCleared,
    e.HintOffered,
    e.OfferWithdrawn,
    e.HintAnnounced,
    e.HintPutOff,
    e.NoteRemoved,
    e.AnswerForgotten,
    e.TroubleNoticed,
    e.PlayedOnPaper,
    e.ResultCorrected,
    e.DebriefNoted,
)


class _Point(NamedTuple):
    mark: Mark
    event: e.Event


def summarise(
    setup: RunSetup,
    journal: Iterable[StoredEvent],
    *,
    facility: str,
    date: str,
    kit_id: str,
    kit_version: str,
) -> RunResult:
    """The result of a run from its stored events; of one not closed yet, as it stands at its last event."""
    state = initial(setup)
    points: list[_Point] = []
    now = 0
    despite: tuple[str, ...] = ()
    watch = Watch()
    troubles: dict[str, None] = {}
    paper: e.PlayedOnPaper | None = None
    corrections: list[e.ResultCorrected] = []
    debrief = DebriefNote()
    for stored in journal:
        now = stored.at_ms
        watch.note(state, stored.event, now)
        if isinstance(stored.event, e.RunStarted):
            despite = stored.event.despite
        if isinstance(stored.event, e.TroubleNoticed):
            troubles[stored.event.what] = None
        if isinstance(stored.event, e.PlayedOnPaper):
            paper = stored.event
        if isinstance(stored.event, e.ResultCorrected):
            corrections.append(stored.event)
        if isinstance(stored.event, e.DebriefNoted):
            debrief = DebriefNote(text=stored.event.text, in_report=stored.event.in_report)
        state = evolve(state, stored.event, now)
        points = _put_right(points, stored.event, mark_at(state, now))
        if not isinstance(stored.event, _NO_MOMENT):
            points.append(_Point(mark_at(state, now), stored.event))
    moments = tuple(_moment(point) for point in points)
    given = [
        hint
        for progress in state.puzzles.values()
        for hint in progress.hints
        if hint.counts and not progress.is_broken
    ]
    tries = [moment for moment in moments if moment.kind == "AnswerRejected"]
    result = RunResult(
        session_id=setup.session_id,
        session_name=setup.session_name,
        facility=facility,
        date=date,
        team_number=setup.team_number,
        team_label=setup.team_label,
        team_size=paper.people if paper is not None else setup.team_size,
        set_id=setup.set_id,
        kit_id=kit_id,
        kit_version=kit_version,
        variant=setup.variant,
        level=setup.level,
        language=setup.language,
        outcome=state.outcome or "stopped",
        duration_ms=state.duration_ms,
        played_ms=play_ms(state, now),
        left_ms=remaining_ms(state, now),
        hints=len(given),
        jokers=sum(hint.joker for hint in given),
        wrong_tries=sum(try_.puzzle is None or not state.puzzles[try_.puzzle].is_broken for try_ in tries),
        went_unsaved=state.is_unsaved,
        puzzles=tuple(_puzzle_result(state, puzzle, now) for puzzle in setup.puzzles),
        notes=tuple(moment for moment in moments if moment.kind == "NoteAdded"),
        moments=moments,
        adjusted_ms=state.adjusted_ms,
        is_trial=state.is_trial,
        despite=despite,
        leading=watch.leading(state),
        troubles=tuple(troubles),
        is_paper=paper is not None,
        debrief=debrief,
    )
    return corrected(result, corrections)


def _put_right(points: list[_Point], event: e.Event, now: Mark) -> list[_Point]:
    """Earlier points once an answer says what time away was, or a stop taken back was not played at all.

    A note or a wrong try that was taken back leaves no point.
    """
    match event:
        case e.NoteRemoved():
            return _without_last(points, e.NoteAdded(text=event.text, tag=event.tag))
        case e.AnswerForgotten():
            return _without_try(points, event)
        case e.GapSettled():
            return [point._replace(mark=settled(point.mark, event.counts) or point.mark) for point in points]
        case e.RunContinued():
            return [point._replace(mark=min(point.mark, now)) for point in points]
        case _:
            return points


def _without_last(points: list[_Point], event: e.Event) -> list[_Point]:
    for place in reversed(range(len(points))):
        if points[place].event == event:
            return [*points[:place], *points[place + 1 :]]
    return points


def _without_try(points: list[_Point], event: e.AnswerForgotten) -> list[_Point]:
    for point in reversed(points):
        tried = point.event
        if isinstance(tried, e.AnswerRejected) and (tried.puzzle, tried.text) == (event.puzzle, event.text):
            return _without_last(points, tried)
    return points


def _moment(point: _Point) -> Moment:
    row = log_row(0, point.mark.ms, point.event)
    text = _moment_text(point.event, row.text)
    return Moment(at_ms=row.at_ms, kind=row.kind, puzzle=row.puzzle, text=text, tag=row.tag)


def _moment_text(event: e.Event, text: str) -> str:
    """What a moment says beside its kind: minutes for time, the level for a hint, else what was typed."""
    match event:
        case e.TimeAdjusted():
            return f"{event.by_ms // 60_000:+d}"
        case e.HintGiven() | e.HintWithdrawn():
            return str(event.level)
        case _:
            return text


def _puzzle_result(state: RunState, puzzle: PuzzleSetup, now: int) -> PuzzleResult:
    progress = state.puzzles[puzzle.id]
    return PuzzleResult(
        id=puzzle.id,
        title=puzzle.title,
        path=puzzle.path,
        opened_ms=progress.opened.ms if progress.opened else None,
        solved_ms=progress.solved.ms if progress.solved else None,
        spent_ms=elapsed_ms(state, puzzle.id, now),
        target_ms=puzzle.target_ms,
        hints=() if progress.is_broken else tuple(hint.level for hint in progress.hints if hint.counts),
        wrong_tries=0 if progress.is_broken else progress.wrong,
        was_forced=progress.was_forced,
        lesson=puzzle.lesson,
        reflex=puzzle.reflex,
        was_broken=progress.is_broken,
    )
