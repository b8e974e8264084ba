"""The facts of a run from its result: whole seconds, counts, no words that players typed. Pure."""

from kit_app.domain.plan import SessionPlan
from kit_app.game.tags import NOTE_TAGS
from kit_app.views.facts import PuzzleEnd, PuzzleFacts, RunFacts
from kit_app.views.results import PuzzleResult, RunResult

_SECOND_MS = 1000


def run_facts(result: RunResult, plan: SessionPlan, day: str) -> RunFacts:
    """The row of a run that was played on `day` (ISO)."""
    tags = [note.tag for note in result.notes]
    tagged = {f"notes_{tag.replace('-', '_')}": tags.count(tag) for tag in NOTE_TAGS}
    led = result.leading
    return RunFacts(
        session_id=result.session_id,
        team=result.team_number,
        day=day,
        year=int(day[:4]),
        facility=result.facility.strip(),
        audience=plan.audience,
        service=plan.service.strip(),
        sector=plan.sector,
        facility_id=plan.facility_id,
        session_name=result.session_name,
        team_label=result.team_label,
        kit_id=result.kit_id,
        kit_version=result.kit_version,
        variant=result.variant,
        level=result.level,
        language=result.language,
        people=result.team_size,
        outcome=result.outcome,
        planned_s=result.duration_ms // _SECOND_MS,
        played_s=result.played_ms // _SECOND_MS,
        left_s=-(-max(0, result.left_ms) // _SECOND_MS),
        adjusted_s=round(result.adjusted_ms / _SECOND_MS),
        hints=result.hints,
        by_hand=led.by_hand,
        suggested=led.suggested,
        automatic=led.automatic,
        jokers=result.jokers,
        wrong=result.wrong_tries,
        forced=sum(puzzle.was_forced for puzzle in result.puzzles),
        pauses=led.pauses,
        paused_s=led.paused_ms // _SECOND_MS,
        troubles=led.troubles,
        misread_cards=led.misread_cards,
        **tagged,
        notes_other=len([tag for tag in tags if tag not in NOTE_TAGS]),
        is_trial=result.is_trial,
        is_paper=result.is_paper,
        is_unsaved=result.went_unsaved,
    )


def puzzle_facts(result: RunResult) -> tuple[PuzzleFacts, ...]:
    """The rows of a run's puzzles, in their order."""
    return tuple(
        PuzzleFacts(
            puzzle=puzzle.id,
            title=puzzle.title,
            path=puzzle.path or "",
            end=_end(puzzle),
            spent_s=puzzle.spent_ms // _SECOND_MS,
            target_s=puzzle.target_ms // _SECOND_MS,
            hints=puzzle.hints,
            wrong=puzzle.wrong_tries,
        )
        for puzzle in result.puzzles
    )


def _end(puzzle: PuzzleResult) -> PuzzleEnd:
    if puzzle.was_broken:
        return "broken"
    if puzzle.was_forced:
        return "forced"
    if puzzle.solved_ms is not None:
        return "solved"
    return "closed" if puzzle.opened_ms is None else "left"
