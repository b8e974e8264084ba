"""What players see: scenes, bars, notices, messages, black."""

from dataclasses import replace

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.setup import EnvelopeSetup, PathSetup
from tests.builders import Play, make_puzzle, make_setup


def bars(play: Play) -> list[tuple[str, int, int]]:
    return [(bar.letter, bar.solved, bar.total) for bar in play.player().bars]


def test_before_the_start_there_is_no_clock_and_the_pitch_can_be_shown():
    play = Play(started=False)
    view = play.player()
    assert (view.phase, view.has_clock, view.scene, view.idle_title) == ("idle", False, None, "Ready?")
    assert play.do(c.ShowScene(scene="pitch")) == (e.SceneShown(scene="pitch"),)
    assert play.player().scene.lines == ("Once upon a time.",)
    assert play.do(c.ShowScene(scene="pitch")) == ()
    play.do(c.StartRun())
    assert (play.player().scene, play.player().has_clock) == (None, True)


def test_the_pitch_can_be_taken_away():
    play = Play(started=False)
    play.do(c.ShowScene(scene="pitch"))
    assert play.do(c.ShowScene(scene=None)) == (e.SceneShown(scene=None),)
    assert play.player().scene is None


def test_only_scenes_for_the_time_before_are_shown_by_hand():
    play = Play(started=False)
    assert play.refusal(c.ShowScene(scene="red")) == "There is no scene “red” to show before the start."
    play.do(c.StartRun())
    refusal = play.refusal(c.ShowScene(scene="pitch"))
    assert refusal == "Scenes are chosen by hand only before the start and after the end."


def test_the_last_bar_comes_when_the_others_are_full():
    play = Play()
    assert bars(play) == [("A", 0, 1), ("B", 0, 1)]
    play.do(c.EnterAnswer(text="417"), c.EnterAnswer(text="K7Q4Z"))
    assert bars(play) == [("A", 1, 1), ("B", 0, 1)]
    play.do(c.SolvePuzzle(puzzle="P3"))
    assert bars(play) == [("A", 1, 1), ("B", 1, 1), ("D", 0, 1)]


def test_the_last_bar_is_there_in_the_guided_end():
    play = Play()
    play.do(c.EndRun())
    assert bars(play) == [("A", 0, 1), ("B", 0, 1), ("D", 0, 1)]


def test_a_message_lies_over_a_hint_until_it_is_cleared():
    play = Play()
    play.do(c.GiveHint(puzzle="P1", level=1), c.ShowMessage(text="  Look up.  "))
    panel = play.player().panel
    assert (panel.kind, panel.heading, panel.text) == ("message", "Message", "Look up.")
    assert (play.console().message, play.console().shown_hint) == ("Look up.", None)
    assert play.do(c.ShowMessage(text="Look up.")) == ()
    assert play.do(c.ClearMessage()) == (e.MessageCleared(),)
    assert play.player().panel.kind == "hint"
    assert play.do(c.ClearMessage()) == ()


def test_messages_and_notes_need_words_and_messages_must_fit():
    play = Play()
    assert play.refusal(c.ShowMessage(text=" ")) == "The message is empty."
    assert play.refusal(c.ShowMessage(text="x" * 281)) == "A message has at most 280 characters."
    assert play.refusal(c.AddNote(text=" ")) == "The note is empty."


def test_the_screen_goes_black_and_comes_back():
    play = Play()
    assert play.do(c.BlackOut(on=True)) == (e.ScreenBlackedOut(),)
    assert play.player().is_blacked_out
    assert play.do(c.BlackOut(on=True)) == ()
    assert play.do(c.BlackOut(on=False)) == (e.ScreenRestored(),)
    assert not play.player().is_blacked_out


def test_the_finales_scene_comes_before_others_and_holds_the_envelope():
    play = Play()
    play.do(c.EnterAnswer(text="417"))
    assert play.player().scene.look == "portal"
    play.do(c.EndRun())
    assert (play.player().scene.look, play.player().scene.notice) == (
        "alert",
        "Envelope D1: you may open it.",
    )


def test_panels_leave_when_the_guided_end_begins():
    play = Play()
    play.do(c.GiveHint(puzzle="P1", level=1), c.ShowMessage(text="Hello"))
    play.do(c.NoticeTime(), after_s=45 * 60)
    assert play.player().panel is None


def test_a_sentence_for_a_solved_puzzle_without_scene_delays_the_next_scene():
    puzzles = list(make_setup().puzzles)
    puzzles[1] = replace(puzzles[1], solved_text="Reading refused.")
    puzzles[3] = replace(puzzles[3], needs=("P2",))
    play = Play(make_setup(puzzles=tuple(puzzles), scenes=make_setup().scenes[2:]))
    play.do(c.EnterAnswer(text="417"), c.EnterAnswer(text="K7Q4Z"))
    assert (play.player().notice, play.player().scene) == ("Reading refused.", None)
    play.do(c.NoticeTime(), after_s=8)
    assert (play.player().notice, play.player().scene.look) == ("", "alert")


def test_a_wrong_answer_to_another_puzzle_is_said_beside_the_portal():
    play = Play()
    play.do(c.EnterAnswer(text="417"))
    play.do(c.EnterAnswer(text="4QK7Z", puzzle="P2"))
    assert (play.player().scene.notice, play.player().notice) == ("", "The foot word goes at the bottom.")


def test_the_pause_line_wins_over_what_was_said():
    play = Play()
    play.do(c.EnterAnswer(text="1"), c.PauseRun())
    assert play.player().notice == "Pause: the clock stops."


@pytest.mark.parametrize("style", ["clock", "bar", "none"])
def test_the_style_of_the_clock_is_the_sessions(style):
    assert Play(make_setup(clock_style=style)).player().clock_style == style


def test_a_run_of_one_path_shows_its_bar():
    setup = make_setup(
        puzzles=(make_puzzle("P4", "SIGNAL", path="D"),),
        paths=(PathSetup(letter="D", name="Finale", puzzles=("P4",)),),
        envelopes=(),
        scenes=(),
    )
    play = Play(setup)
    assert bars(play) == [("D", 0, 1)]
    assert play.do(c.EndRun()) == (e.RunStopped(),)
    assert (play.player().scene, play.player().envelope) == (None, "")
    play.do(c.EndRun())
    assert play.player().scene is None


def test_envelopes_opened_together_share_a_sentence_where_the_kit_has_one():
    setup = make_setup(
        words=replace(make_setup().words, envelopes="Envelopes {envelopes}: you may open them."),
        envelopes=(
            *make_setup().envelopes,
            EnvelopeSetup(id="S1", path="A", after=("P1",), say="Seal S1: break it.", kind="seal"),
        ),
    )
    play = Play(setup)
    play.do(c.EnterAnswer(text="417"))
    assert play.player().envelope == "Seal S1: break it.\nEnvelopes A1, B1: you may open them."
    play.do(c.SolvePuzzle(puzzle="P2"), c.SolvePuzzle(puzzle="P3"))
    assert play.player().envelope == "Envelope D1: you may open it."
