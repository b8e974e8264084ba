"""Conductor, console and player screen together: by clicks, in trouble, after time away, team after team."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.domain.codes import ALPHABET, forgiven
from kit_app.game.commands import PauseRun
from tests.ui.console.evening import Evening, evening, take


@pytest.fixture
def night(qtbot, tmp_path):
    with evening(tmp_path / "data") as one:
        yield one


@pytest.fixture
def playing(night: Evening) -> Evening:
    night.click("next-step")
    night.wait(60)
    night.solve("P1")
    return night


def choose(one: Evening, puzzle: str) -> None:
    """A click; one more would open the menu."""
    if one.console.puzzles.graph.selected != puzzle:
        QTest.mouseClick(one.console.puzzles.graph.node(puzzle), Qt.MouseButton.LeftButton)


def stop(one: Evening, verb: str) -> None:
    one.click("stop")
    QTest.mouseClick(one.live.question.buttons[verb], Qt.MouseButton.LeftButton)


def test_the_pitch_comes_on_the_screen_and_goes_before_the_start(night: Evening) -> None:
    night.click("next-step-other")
    assert night.live.player.view.scene.look == "pitch"
    night.click("next-step-other")
    assert night.live.player.view.scene is None
    assert night.view.phase == "idle"


def test_the_clock_stands_in_a_pause_and_goes_on(playing: Evening) -> None:
    playing.click("pause")
    left = playing.view.remaining_ms
    playing.wait(30)
    assert playing.view.remaining_ms == left
    assert playing.live.player.view.phase == "paused"
    playing.click("pause")
    playing.wait(30)
    assert playing.view.remaining_ms == left - 30_000


def test_minutes_are_added_and_taken(playing: Evening) -> None:
    before = playing.view.remaining_ms
    for name in ("minutes+1", "minutes+5", "minutes-1", "minutes-1"):
        playing.click(name)
    assert playing.view.remaining_ms == before + 4 * 60_000


def test_a_refusal_is_said_at_the_control_that_caused_it(playing: Evening) -> None:
    for _ in range(8):
        playing.click("minutes-5")
    playing.click("minutes-5")
    assert playing.console.now.refusal.isVisible()
    assert "left on the clock" in playing.console.now.refusal.text()
    playing.click("minutes+1")
    assert not playing.console.now.refusal.isVisible()


def test_a_wrong_answer_is_said_wrong_and_the_field_is_free_again(playing: Evening) -> None:
    playing.type_answer("nonsense")
    assert "Not yet" in playing.echo
    assert playing.console.puzzles.desk.edit.text() == ""


def test_a_right_answer_names_the_envelope(playing: Evening) -> None:
    playing.solve("P2")
    assert "P2" in playing.echo
    assert "A2" in playing.echo


def test_a_card_is_read_aloud_from_large_print(playing: Evening) -> None:
    card = playing.live.conductor.setup.cards[0]
    playing.type_answer(card.code)
    reading = playing.console.say.reading
    assert reading.isVisible()
    assert reading.text.text() == card.reading
    playing.click("close-reading")
    assert not reading.isVisible()


def test_a_mistyped_card_code_stays_in_the_field_to_be_mended(playing: Evening) -> None:
    cards = [card.code for card in playing.live.conductor.setup.cards]
    wrong = next(text for letter in ALPHABET if not forgiven(text := cards[0][:-1] + letter, cards))
    playing.type_answer(wrong)
    desk = playing.console.puzzles.desk
    assert "One letter is off" in playing.echo
    assert desk.edit.selectedText() == wrong


def test_a_card_of_another_team_is_named(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", labels=("Owls", "Foxes")) as night:
        other = night.services.sessions.get(night.plan.id).deals[1]
        night.click("next-step")
        night.type_answer(next(iter(other.codes.values())))
        assert other.set_id in night.echo


def test_a_suggested_hint_is_shown_by_the_primary_button_and_taken_back(playing: Evening) -> None:
    playing.wait(600)
    suggestion = playing.view.suggestion
    playing.click("next-step")
    assert playing.view.shown_hint == (suggestion.puzzle, suggestion.level)
    assert playing.live.player.view.panel.kind == "hint"
    choose(playing, suggestion.puzzle)
    playing.click("withdraw-hint")
    assert playing.view.shown_hint is None
    assert playing.kinds()[-1] == "HintWithdrawn"


def test_a_suggestion_can_wait(playing: Evening) -> None:
    playing.wait(600)
    step = playing.console.say.next_step
    first = step.suggested
    assert first is not None
    for _ in range(10):  # others wait behind the one that was put off
        if step.suggested is None:
            break
        playing.click("next-step-other")
        assert step.suggested != first
    assert step.suggested is None
    playing.wait(121)
    assert step.suggested is not None


def test_the_joker_is_offered_once(playing: Evening) -> None:
    choose(playing, "P2")
    playing.click("joker")
    assert not playing.view.has_joker
    choose(playing, "P5")
    assert not playing.console.say.puzzle.hints.joker.isVisible()


def test_a_hint_is_hidden_and_shown_again(playing: Evening) -> None:
    choose(playing, "P2")
    playing.click("give-hint")
    playing.click("clear")
    assert playing.live.player.view.panel is None
    QTest.mouseClick(playing.console.say.puzzle.hints.lines[0], Qt.MouseButton.LeftButton)
    assert playing.button("give-hint").text() == "Show hint 1 again"
    playing.click("give-hint")
    assert playing.live.player.view.panel is not None


def test_the_answer_is_shown_on_demand_only(playing: Evening) -> None:
    choose(playing, "P2")
    answer = playing.console.say.puzzle.answer
    assert not answer.isVisible()
    playing.click("show-answer")
    assert answer.text() == playing.answer("P2")
    choose(playing, "P5")
    assert not answer.isVisible()


def test_players_see_nothing_of_a_message_that_is_being_written(playing: Evening) -> None:
    playing.click("message")
    QTest.keyClicks(playing.console.say.composer.edit, "Read aloud")
    assert playing.live.player.view.panel is None
    assert playing.live.miniature.view.panel.text == "Read aloud"
    playing.click("send")
    assert playing.live.player.view.panel.text == "Read aloud"
    playing.click("clear")
    assert playing.live.player.view.panel is None
    assert playing.live.miniature.view.panel is None


def test_a_message_that_is_left_is_forgotten(playing: Evening) -> None:
    playing.click("message")
    QTest.keyClicks(playing.console.say.composer.edit, "Never mind")
    playing.click("compose-cancel")
    assert playing.live.miniature.view.panel is None
    assert "MessageShown" not in playing.kinds()


def test_an_empty_message_is_refused_where_it_is_written(playing: Evening) -> None:
    playing.click("message")
    playing.click("send")
    assert playing.console.say.composer.refusal.text() == "The message is empty."


def test_the_screen_goes_black_and_comes_back(playing: Evening) -> None:
    playing.click("black")
    assert playing.live.player.page == "black"
    playing.click("black")
    assert playing.live.player.page == "play"


def test_undo_names_what_it_takes_back(playing: Evening) -> None:
    playing.solve("P2")
    assert playing.button("undo").text() == "Undo: P2 accepted"
    playing.click("undo")
    assert playing.state("P2") == "open"
    assert playing.button("undo").text() == "Undo: P1 accepted"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_damaged_prop_is_accepted_by_hand_and_noted(playing: Evening) -> None:
    choose(playing, "P5")
    playing.click("puzzle-actions")
    take(playing, "node-menu", "damaged")
    assert playing.state("P5") == "solved"
    assert playing.kinds()[-1] == "NoteAdded"


def test_notes_are_one_click_and_never_end_the_game(playing: Evening) -> None:
    playing.click("note-1")
    playing.click("note")
    QTest.keyClicks(playing.console.say.composer.edit, "They swap roles")
    playing.click("send")
    notes = [(row.tag, row.text) for row in playing.view.log if row.kind == "NoteAdded"]
    assert notes == [("mutual-aid", ""), ("", "They swap roles")]


def test_the_portal_takes_its_three_fields(playing: Evening) -> None:
    playing.solve("P8", "P9", "P5", "P6", "P7")
    assert playing.state("P10") == "open"
    edits = playing.console.puzzles.desk.fields.edits
    assert len(edits) == 3
    fields = playing.live.conductor.setup.puzzle("P10").fields
    first = edits[fields[0].key]
    QTest.keyClicks(first, fields[0].answer)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert playing.live.player.view.scene.fields[0].value == fields[0].answer
    for field in fields[1:]:
        QTest.keyClicks(edits[field.key], field.answer)
        QTest.keyClick(edits[field.key], Qt.Key.Key_Return)
    assert playing.state("P10") == "solved"
    assert not playing.console.puzzles.desk.fields.isVisible()


def test_fields_that_were_typed_one_after_the_other_are_given_by_one_enter(playing: Evening) -> None:
    playing.solve("P8", "P9", "P5", "P6", "P7")
    edits = playing.console.puzzles.desk.fields.edits
    fields = playing.live.conductor.setup.puzzle("P10").fields
    first, *_, last = fields
    QTest.keyClicks(edits[first.key], first.answer)
    QTest.keyClicks(edits[last.key], "not it")
    QTest.keyClick(edits[last.key], Qt.Key.Key_Return)
    shown = {one.label: one.value for one in playing.live.player.view.scene.fields}
    assert list(shown.values()) == [first.answer, "", "not it"]
    for field in fields[1:]:
        edits[field.key].clear()
        QTest.keyClicks(edits[field.key], field.answer)
    QTest.keyClick(edits[last.key], Qt.Key.Key_Return)
    assert playing.state("P10") == "solved"
    assert "AnswerRejected" not in playing.kinds()


def test_several_fields_that_are_mended_at_once_are_one_try(playing: Evening) -> None:
    playing.solve("P8", "P9", "P5", "P6", "P7")
    edits = playing.console.puzzles.desk.fields.edits
    fields = playing.live.conductor.setup.puzzle("P10").fields
    for text in ("no", "never"):
        for field in fields:
            edits[field.key].clear()
            QTest.keyClicks(edits[field.key], text)
        QTest.keyClick(edits[fields[-1].key], Qt.Key.Key_Return)
    assert playing.kinds().count("AnswerRejected") == 2
    assert playing.kinds().count("PuzzleLocked") == 0


def test_a_game_is_won_to_the_end(playing: Evening) -> None:
    playing.solve("P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12")
    assert playing.live.player.page == "front-page"
    playing.click("next-step")
    assert (playing.view.phase, playing.view.outcome) == ("ended", "won")


def test_time_over_leads_to_the_guided_end_and_then_the_front_page(playing: Evening) -> None:
    playing.wait(45 * 60)
    assert playing.view.phase == "guided"
    playing.wait(10)
    assert playing.live.player.page == "alert"
    playing.click("next-step-other")
    if playing.view.phase == "guided":
        playing.click("next-step-other")
    assert playing.view.phase == "closing"
    playing.click("next-step")
    assert playing.view.outcome == "lost"


def test_a_stop_asks_and_the_default_goes_on(playing: Evening) -> None:
    stop(playing, "go-on")
    assert playing.view.phase == "playing"
    stop(playing, "end")
    assert playing.view.phase == "guided"
    stop(playing, "at-once")
    assert (playing.view.phase, playing.view.outcome) == ("ended", "stopped")


def test_a_stop_answered_after_time_over_does_not_skip_the_last_exercise(playing: Evening) -> None:
    playing.click("stop")
    question = playing.live.question
    playing.wait(45 * 60)
    QTest.mouseClick(question.buttons["end"], Qt.MouseButton.LeftButton)
    assert playing.view.phase == "guided"


def test_closing_the_window_asks_like_stop(playing: Evening) -> None:
    playing.console.close()
    assert playing.console.isVisible()
    assert playing.live.question is not None
    playing.live.question.reject()
    assert playing.live.question is None


def test_before_the_start_the_console_is_left_at_once(night: Evening, qtbot) -> None:
    with qtbot.waitSignal(night.live.closed) as caught:
        night.click("stop")
    assert caught.args == [night.plan.id]


def test_an_emergency_stops_the_clock_and_waits(playing: Evening) -> None:
    playing.click("emergency")
    assert playing.view.phase == "paused"
    banner = playing.console.banners.banner("emergency")
    QTest.mouseClick(banner.buttons["resume"], Qt.MouseButton.LeftButton)
    assert playing.view.phase == "playing"
    assert playing.console.banners.banner("emergency") is None


def test_the_next_team_plays_in_the_same_console(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data", labels=("Owls", "Foxes")) as night:
        night.click("next-step")
        with qtbot.waitSignal(night.live.changed):
            stop(night, "at-once")
        assert night.button("next-step-other").text() == "Next: Foxes"
        night.click("next-step-other")
        assert (night.view.team, night.view.phase) == ("Foxes", "idle")
        night.click("next-step")
        stop(night, "at-once")
        assert not night.console.say.next_step.second.isVisible()
        rows = night.services.runs.rows(night.plan.id)
        assert [row.stage for row in rows] == ["ended", "ended"]


def test_a_refused_pause_is_said_below_the_clock(playing: Evening) -> None:
    playing.click("pause")
    playing.live.ask(PauseRun())
    assert playing.console.now.refusal.text() == "The clock is already stopped."


def test_an_emergency_is_over_as_soon_as_the_clock_goes_on(playing: Evening) -> None:
    playing.click("emergency")
    playing.click("pause")
    assert playing.console.banners.banner("emergency") is None
