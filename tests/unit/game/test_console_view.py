"""What the console shows beside the puzzles: log, script, marks of the run."""

from kit_app.game import commands as c, events as e
from kit_app.game.log import log_row
from kit_app.views.console import LogRow
from tests.builders import CODE_P2, MINUTE, Play, make_setup

SCRIPT = {
    "briefing": "Welcome.",
    "pitch": "Once upon a time.",
    "finale": "Let them read.",
    "guided": "All together.",
    "closing": "Well.",
    "lost": "It begins now.",
    "outside": "Not outside.",
}


def test_the_line_to_say_fits_the_moment():
    play = Play(make_setup(script=SCRIPT), started=False)
    assert play.console().say == "Welcome."
    play.do(c.ShowScene(scene="pitch"))
    assert play.console().say == "Once upon a time."
    play.do(c.StartRun())
    assert play.console().say == ""
    play.do(c.PauseRun())
    assert play.console().say == ""
    play.do(c.ResumeRun(), *(c.SolvePuzzle(puzzle=puzzle) for puzzle in ("P1", "P2", "P3")))
    assert play.console().say == "Let them read."
    play.do(c.EndRun())
    assert play.console().say == "All together."
    play.do(c.EndRun())
    assert play.console().say == "Well."
    play.do(c.EndRun())
    assert play.console().say == "Not outside."


def test_a_lost_run_ends_with_its_own_line():
    play = Play(make_setup(script=SCRIPT))
    play.do(c.NoticeTime(), after_s=45 * 60)
    play.do(c.EndRun(), c.EndRun())
    assert play.console().say == "It begins now."


def test_a_missing_line_of_the_script_is_empty():
    assert Play(make_setup(script={})).console().say == ""


def test_the_console_knows_the_session_and_the_team():
    view = Play().console()
    assert (view.session_name, view.team, view.team_number, view.team_size) == ("A Tuesday", "The Owls", 1, 5)
    assert (view.set_id, view.variant, view.is_running) == ("TXR9", "45-full", True)
    assert [row.answer for row in view.puzzles][3] == "SIGNAL"
    assert view.puzzles[0].stall_say == "Say P1"


def test_going_on_unsaved_stays_on_a_banner():
    play = Play()
    assert play.do(c.GoUnsaved()) == (e.WentUnsaved(),)
    assert play.console().is_unsaved
    assert play.do(c.GoUnsaved()) == ()


def test_the_log_tells_what_was_stored():
    play = Play(make_setup(hint_cost_ms=MINUTE))
    play.do(c.EnterAnswer(text="417"), c.GiveHint(puzzle="P2", level=2), after_s=60)
    play.do(c.EnterAnswer(text=CODE_P2))
    assert play.console().log[1:] == (
        LogRow(seq=2, at_ms=60_000, kind="PuzzleSolved", puzzle="P1", text="417", items=("A1", "B1")),
        LogRow(seq=3, at_ms=60_000, kind="HintGiven", puzzle="P2", level=2, ms=MINUTE),
        LogRow(seq=4, at_ms=60_000, kind="CardScanned", text="P02-C1"),
    )


def test_a_log_row_holds_amounts_and_decisions():
    rows = [
        log_row(1, 5, event)
        for event in (
            e.TimeAdjusted(by_ms=-60_000, undoes=True),
            e.GapNoticed(gap_ms=9, cause="sleep"),
            e.GapSettled(counts=True),
            e.GapSettled(counts=False),
            e.RunEnded(outcome="won"),
            e.RunPaused(reason="drill"),
        )
    ]
    assert [(row.text, row.ms, row.undoes) for row in rows] == [
        ("", -60_000, True),
        ("sleep", 9, False),
        ("counts", 0, False),
        ("given-back", 0, False),
        ("won", 0, False),
        ("drill", 0, False),
    ]


def test_the_card_scanned_last_is_read_aloud():
    play = Play()
    assert play.console().reading is None
    play.do(c.ScanCard(code=CODE_P2))
    reading = play.console().reading
    assert (reading.card, reading.title, reading.puzzle, reading.text) == (
        "P02-C1",
        "Strips",
        "P2",
        "Twelve strips.",
    )
