"""Any sequence of commands that a facilitator, a team and a computer could bring about."""

from hypothesis import strategies as st

from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.setup import RunSetup
from tests.builders import CODE_FOREIGN, CODE_P1, CODE_P2, CODE_UNKNOWN, MINUTE, Play, make_setup

Step = tuple[int, c.Command]

TYPED = (
    *("417", "k7q4 z", "3 · MAINTENANCE · CAT 2017", "SIGNAL"),
    *("3/x/y", "maintenance", "SIGNED", "4QK7Z", "", " · ", "été œuvre"),
    *(CODE_P1, CODE_P2, CODE_FOREIGN, CODE_UNKNOWN, "BCDFGB"),
)
IDS = st.sampled_from(["P1", "P2", "P3", "P4", "P9"])
FIELDS = st.sampled_from([None, "portal", "account", "password", "pin"])
LEVELS = st.integers(0, 4)

ANSWERS = st.builds(
    c.EnterAnswer,
    text=st.sampled_from(TYPED) | st.text(max_size=12),
    puzzle=st.none() | IDS,
    field=st.none() | FIELDS,
)
RIGHT_ANSWERS = st.builds(c.EnterAnswer, text=st.sampled_from(TYPED[:4]))

COMMANDS = st.one_of(
    RIGHT_ANSWERS,
    ANSWERS,
    st.just(c.NoticeTime()),
    st.just(c.TakeBack()),
    st.just(c.StartRun()),
    st.just(c.PauseRun()),
    st.just(c.ResumeRun()),
    st.just(c.HideHint()),
    st.just(c.ClearMessage()),
    st.just(c.GoUnsaved()),
    st.builds(c.ShowScene, scene=st.sampled_from([None, "pitch", "red", "nothing"])),
    st.builds(c.AdjustTime, minutes=st.integers(-300, 300)),
    st.builds(c.ScanCard, code=st.sampled_from(TYPED)),
    st.builds(c.SolvePuzzle, puzzle=IDS, broken=st.booleans()),
    st.builds(c.GiveHint, puzzle=IDS, level=LEVELS, joker=st.booleans(), counts=st.booleans()),
    st.builds(c.GiveHint, puzzle=IDS, level=st.just(0), search=st.sampled_from(["", "P02-C1", "mask"])),
    st.builds(c.OfferHint, puzzle=IDS),
    st.builds(c.PutOffHint, puzzle=IDS, level=LEVELS),
    st.builds(c.WithdrawHint, puzzle=IDS, level=LEVELS),
    st.builds(c.ShowMessage, text=st.sampled_from(["", "Look up.", "Split up."])),
    st.builds(c.BlackOut, on=st.booleans()),
    st.builds(c.AddNote, text=st.sampled_from(["", "a note"]), tag=st.sampled_from(["", "mutual-aid"])),
    st.builds(c.CallAway, is_back=st.booleans()),
    st.builds(c.NoticeTrouble, what=st.just("battery"), is_over=st.booleans()),
    st.builds(c.NoticeGap, gap_ms=st.integers(-10, 40 * MINUTE), cause=st.sampled_from(["sleep", "restart"])),
    st.builds(c.SettleGap, counts=st.booleans()),
    st.builds(c.EndRun, at_once=st.sampled_from([False, False, False, True])),
)

STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(st.integers(0, 30_000) | st.integers(0, 12 * MINUTE), COMMANDS), max_size=40
)

SETUPS: st.SearchStrategy[RunSetup] = st.builds(
    make_setup,
    duration_ms=st.sampled_from([10 * MINUTE, 45 * MINUTE]),
    hint_cost_ms=st.sampled_from([0, 2 * MINUTE]),
    hint_policy=st.sampled_from(["by-hand", "suggested", "automatic"]),
    hint_stock=st.sampled_from([0, 2]),
    hint_shown_ms=st.sampled_from([0, MINUTE]),
)


def attempt(play: Play, step: Step) -> bool:
    """Let time pass and give the command; whether it was taken. Time away began after the last step."""
    pause_ms, command = step
    play.now += pause_ms
    if isinstance(command, c.NoticeGap):
        command = c.NoticeGap(gap_ms=min(command.gap_ms, pause_ms), cause=command.cause)
    try:
        play.do(command)
    except CommandRefused:
        return False
    return True
