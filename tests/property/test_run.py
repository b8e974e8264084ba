"""Whatever is asked of a run: time, graph, journal and screens stay sound."""

from hypothesis import given, strategies as st

from kit_app.game import commands as c, events as e
from kit_app.game.project import project_console
from kit_app.game.results import summarise
from kit_app.game.state import (
    RunState,
    balance_ms,
    guided_left_ms,
    is_solved,
    open_envelopes,
    played_ms,
    remaining_ms,
)
from tests.builders import MINUTE, Play
from tests.property.runs import SETUPS, STEPS, attempt

GIVES_TIME_BACK = (c.AdjustTime, c.WithdrawHint, c.TakeBack, c.StartRun)


@given(SETUPS, STEPS)
def test_time_is_never_negative_and_never_rises_unasked(setup, steps):
    play = Play(setup, started=False)
    for step in steps:
        before, phase = remaining_ms(play.state, play.now), play.state.phase
        guided_before = guided_left_ms(play.state, play.now)
        attempt(play, step)
        assert min(remaining_ms(play.state, play.now), played_ms(play.state, play.now)) >= 0
        assert play.player().remaining_ms >= 0
        if not isinstance(step[1], GIVES_TIME_BACK):
            assert remaining_ms(play.state, play.now) <= before
            if phase == play.state.phase == "guided":
                assert 0 <= guided_left_ms(play.state, play.now) <= guided_before


@given(SETUPS, STEPS)
def test_the_order_of_the_puzzles_is_respected_unless_forced(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
        _check_graph(play.state)


def _check_graph(state: RunState) -> None:
    was_guided = state.play_ended is not None
    for puzzle in state.setup.puzzles:
        progress = state.puzzles[puzzle.id]
        is_ready = all(is_solved(state, need) for need in puzzle.needs)
        if progress.opened is not None:
            assert is_ready or (was_guided and puzzle.id == state.setup.finale)
        elif progress.solved is not None:
            assert progress.was_forced
        else:
            assert not is_ready
    for envelope in state.setup.envelopes:
        if envelope.id in open_envelopes(state):
            assert was_guided or all(is_solved(state, puzzle) for puzzle in envelope.after)


@given(SETUPS, STEPS)
def test_the_journal_makes_the_live_state_again(setup, steps):
    play = Play(setup, started=False)
    for step in steps:
        attempt(play, step)
    assert play.replayed() == play.state


@given(SETUPS, STEPS, st.integers(0, 40))
def test_a_run_goes_on_after_a_restart_as_if_nothing_had_happened(setup, steps, cut):
    play, other = Play(setup), Play(setup)
    for step in steps[:cut]:
        attempt(play, step)
        attempt(other, step)
    other.state = other.replayed()
    for step in steps[cut:]:
        assert attempt(play, step) == attempt(other, step)
    assert other.state == play.state
    assert other.console() == play.console()


@given(SETUPS, STEPS)
def test_what_is_refused_changes_nothing_and_what_is_noticed_is_rarely_stored(setup, steps):
    play = Play(setup)
    for step in steps:
        before, count = play.state, len(play.journal)
        if not attempt(play, step):
            assert (play.state, len(play.journal)) == (before, count)
        play.do(c.NoticeTime())
        assert play.do(c.NoticeTime()) == ()


@given(SETUPS, STEPS)
def test_a_closed_run_stays_closed(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
    events = [stored.event for stored in play.journal]
    ends = [place for place, event in enumerate(events) if isinstance(event, e.RunEnded)]
    assert len(ends) <= 1
    for event in events[ends[0] + 1 :] if ends else ():
        assert isinstance(event, e.NoteAdded | e.NoteRemoved | e.WentUnsaved)
    assert (play.state.phase == "ended") == bool(ends)


@given(SETUPS, STEPS)
def test_hints_are_paid_once_and_only_the_ones_given(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
        given_hints = [
            hint
            for progress in play.state.puzzles.values()
            if not progress.is_broken
            for hint in progress.hints
        ]
        assert sum(hint.joker for hint in given_hints) == play.state.is_joker_used
        assert sum(hint.cost_ms for hint in given_hints) <= play.state.cost_ms
        for progress in play.state.puzzles.values():
            assert len(set(progress.given_levels)) == len(progress.given_levels)
        if play.state.play_ended is None:
            assert sum(hint.cost_ms for hint in given_hints) == play.state.cost_ms


@given(SETUPS, STEPS)
def test_time_over_comes_at_zero_and_never_while_the_question_is_open(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
        balance, gap = balance_ms(play.state, play.now), play.state.lent_ms
        is_playing = play.state.phase == "playing"
        new = play.do(c.NoticeTime())
        is_over = any(isinstance(event, e.TimeRanOut) for event in new)
        assert is_over == (is_playing and balance <= 0 and not gap)


@given(SETUPS, STEPS)
def test_any_run_has_a_result(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
    result = summarise(setup, play.journal, facility="F", date="2026-11-24", kit_id="k", kit_version="1")
    assert result.left_ms >= 0
    assert result.outcome == (play.state.outcome or "stopped")
    for puzzle in result.puzzles:
        assert 0 <= puzzle.spent_ms <= max(play.now, 0)
    assert [moment.at_ms for moment in result.moments] == sorted(moment.at_ms for moment in result.moments)


@given(SETUPS, STEPS, st.integers(0, 40 * MINUTE))
def test_puzzles_that_nobody_can_solve_now_look_the_same_at_any_later_moment(setup, steps, passed_ms):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
    before = project_console(play.state, play.now).puzzles

    later = project_console(play.state, play.now + passed_ms, before=before)

    assert later == project_console(play.state, play.now + passed_ms)
