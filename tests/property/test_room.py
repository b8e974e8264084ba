"""Whatever is asked of several teams: what all are told keeps their clocks equal, no journal has half."""

import tempfile
from pathlib import Path

from hypothesis import given, settings, strategies as st

from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from tests.fakes import FakeClock
from tests.unit.services.made_room import SeveralTeams

TEAMS = (1, 2, 3)
PAUSES_MS = st.integers(100, 9_000) | st.integers(20_000, 10 * 60_000)

TO_ALL = st.one_of(
    st.just(c.PauseRun()),
    st.just(c.ResumeRun()),
    st.just(c.TakeBack()),
    st.just(c.EndRun()),
    st.builds(c.AdjustTime, minutes=st.integers(-5, 5)),
    st.builds(c.ShowMessage, text=st.sampled_from(["Look up.", "Split up."])),
    st.builds(c.SettleGap, counts=st.booleans()),
    st.builds(c.GiveHint, puzzle=st.sampled_from(["P1", "P2"]), level=st.integers(1, 3)),
    st.just("kill"),
)
TO_ONE = st.one_of(
    st.builds(c.EnterAnswer, text=st.sampled_from(["417", "k7q4 z", "nothing"])),
    st.builds(c.AddNote, text=st.just("a note")),
    st.builds(c.BlackOut, on=st.booleans()),
)
STEPS = st.lists(
    st.tuples(PAUSES_MS, st.tuples(TO_ALL, st.just(())) | st.tuples(TO_ONE, st.sampled_from([(1,), (3,)]))),
    max_size=12,
)


def attempt(several: SeveralTeams, command: object, teams: tuple[int, ...]) -> None:
    if command == "kill":
        several.kill(after_ms=30_000)
        return
    try:
        several.room.handle(command, *teams)
    except CommandRefused:
        return


def clocks(several: SeveralTeams) -> set[tuple[int, int]]:
    return {(view.remaining_ms, view.played_ms) for view in several.views() if view.phase != "ended"}


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_commands_to_all_keep_the_clocks_equal_and_every_journal_whole(steps):
    with tempfile.TemporaryDirectory() as place:
        several = SeveralTeams(Path(place), FakeClock(), TEAMS)
        several.room.handle(c.StartRun())
        for pause_ms, (command, teams) in steps:
            several.clock.advance(pause_ms)
            several.room.tick()
            attempt(several, command, teams)
            assert len(clocks(several)) <= 1
            for team in TEAMS:
                assert several.stored_kinds(team) == several.kinds(team)
        several.close()
