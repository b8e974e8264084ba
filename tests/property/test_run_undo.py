"""Taking back is an inverse: whatever can be undone leaves no trace in the facts."""

from hypothesis import given, strategies as st

from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.decide import decide
from kit_app.game.evolve import evolve
from kit_app.game.state import UNDO_DEPTH, RunState, balance_ms, facts
from tests.builders import Play
from tests.property.runs import ANSWERS, IDS, LEVELS, RIGHT_ANSWERS, SETUPS, STEPS, attempt

UNDOABLE = st.one_of(
    RIGHT_ANSWERS,
    ANSWERS,
    st.builds(c.SolvePuzzle, puzzle=IDS, broken=st.booleans()),
    st.builds(c.GiveHint, puzzle=IDS, level=LEVELS, joker=st.booleans(), counts=st.booleans()),
    st.builds(c.WithdrawHint, puzzle=IDS, level=LEVELS),
    st.builds(c.OfferHint, puzzle=IDS),
    st.builds(c.PutOffHint, puzzle=IDS, level=LEVELS),
    st.just(c.HideHint()),
    st.builds(c.ShowMessage, text=st.sampled_from(["Look up.", "Split up."])),
    st.just(c.ClearMessage()),
    st.builds(c.BlackOut, on=st.booleans()),
    st.builds(c.ShowScene, scene=st.sampled_from([None, "pitch"])),
    st.builds(c.AddNote, text=st.sampled_from(["a", "b"]), tag=st.sampled_from(["", "mutual-aid"])),
    st.builds(c.CallAway, is_back=st.booleans()),
    st.builds(c.AdjustTime, minutes=st.integers(-20, 20)),
    st.just(c.PauseRun()),
    st.just(c.ResumeRun()),
)


def taken_back(state: RunState, now: int) -> RunState:
    for event in decide(state, c.TakeBack(), now):
        state = evolve(state, event, now)
    return state


def is_new_act(before: RunState, after: RunState) -> bool:
    """Whether the last step added one act to the list for undo."""
    return bool(after.undo) and after.undo[:-1] == before.undo[1 - UNDO_DEPTH :]


def has_run_out(state: RunState, now: int) -> bool:
    """Whether time was over before the act although no tick had said so: then no minutes can be taken."""
    return balance_ms(state, now) < 0


@given(SETUPS, STEPS)
def test_an_act_and_its_taking_back_leave_the_facts_as_they_were(setup, steps):
    play = Play(setup)
    for step in steps:
        before = play.state
        if attempt(play, step) and is_new_act(before, play.state) and not has_run_out(before, play.now):
            assert facts(taken_back(play.state, play.now)) == facts(before)


@given(SETUPS, st.lists(UNDOABLE, max_size=30), st.booleans(), st.booleans())
def test_acts_are_taken_back_one_after_the_other(setup, commands, starts, stops):
    play = Play(setup, started=starts)
    states = [play.state]
    for command in commands:
        if play.state.phase != "closing":
            _try_act(play, command, states)
    if stops and play.state.phase not in ("idle", "closing"):
        _try_act(play, c.EndRun(), states)
    for earlier in reversed(states[:-1][-UNDO_DEPTH:]):
        play.do(c.TakeBack())
        assert facts(play.state) == facts(earlier)


def _try_act(play: Play, command: c.Command, states: list[RunState]) -> None:
    before = play.state
    try:
        play.do(command)
    except CommandRefused:
        return
    if is_new_act(before, play.state):
        states.append(play.state)


@given(SETUPS, STEPS)
def test_the_list_for_undo_is_short_and_always_works_but_for_time_already_played(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
    assert len(play.state.undo) <= UNDO_DEPTH
    try:
        while play.console().can_undo:
            play.do(c.TakeBack())
    except CommandRefused as refused:
        assert "clock" in str(refused)
