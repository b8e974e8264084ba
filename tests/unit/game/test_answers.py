"""Answers in any spelling, wrong ones, ones for puzzles that are solved or not open, and solving by hand."""

from dataclasses import replace

import pytest

from kit_app.domain.codes import ALPHABET, forgiven
from kit_app.game import commands as c, events as e
from tests.builders import CODE_FOREIGN, CODE_P1, CODE_P2, CODE_UNKNOWN, Play, make_puzzle, make_setup


def play_after_p1() -> Play:
    play = Play()
    play.do(c.EnterAnswer(text="417"), after_s=120)
    return play


def test_case_accents_spaces_and_punctuation_do_not_matter():
    play = play_after_p1()
    for text in ("k7q4z", " K7Q4-Z ", "k 7 q 4 z.", "K7Q4·Z"):
        assert play.do(c.EnterAnswer(text=text)) == (e.PuzzleSolved(puzzle="P2", text=text.strip()),)
        play.do(c.TakeBack())


def test_a_right_answer_opens_the_envelopes_that_waited_for_it():
    play = Play()
    assert play.do(c.EnterAnswer(text="417")) == (
        e.PuzzleSolved(puzzle="P1", text="417", opened=("A1", "B1")),
    )
    view = play.player()
    assert view.envelope == "Envelope A1: you may open it.\nEnvelope B1: you may open it."
    assert view.envelope_path is None
    rows = {row.id: row for row in play.console().puzzles}
    assert [rows[key].state for key in ("P1", "P2", "P3", "P4")] == ["solved", "open", "open", "locked"]
    assert rows["P1"].envelopes == ("A1", "B1")


def test_an_envelope_waits_for_all_its_puzzles():
    play = play_after_p1()
    assert play.do(c.EnterAnswer(text="K7Q4Z")) == (e.PuzzleSolved(puzzle="P2", text="K7Q4Z"),)
    solved = play.do(c.SolvePuzzle(puzzle="P3"))
    assert solved == (e.PuzzleSolved(puzzle="P3", forced=True, opened=("D1",)),)
    assert (play.player().envelope, play.player().envelope_path) == ("Envelope D1: you may open it.", "D")


def test_a_wrong_answer_belongs_to_the_only_open_puzzle():
    play = Play()
    assert play.do(c.EnterAnswer(text="426")) == (e.AnswerRejected(text="426", puzzle="P1"),)
    assert play.console().puzzles[0].wrong_tries == 1
    assert play.player().notice == "Not yet."


def test_a_wrong_answer_belongs_to_nobody_when_several_puzzles_are_open():
    play = play_after_p1()
    assert play.do(c.EnterAnswer(text="426")) == (e.AnswerRejected(text="426"),)


def test_a_wrong_answer_in_the_guided_end_belongs_to_the_finale():
    play = play_after_p1()
    play.do(c.EndRun())
    assert play.do(c.EnterAnswer(text="SIGNED")) == (e.AnswerRejected(text="SIGNED", puzzle="P4"),)


def test_not_yet_fades_after_six_seconds():
    play = Play()
    play.do(c.EnterAnswer(text="426"))
    play.do(c.NoticeTime(), after_s=5.9)
    assert play.player().notice == "Not yet."
    play.do(c.NoticeTime(), after_s=0.1)
    assert play.player().notice == ""


def test_a_known_mistake_gets_its_own_sentence():
    play = play_after_p1()
    rejected = play.do(c.EnterAnswer(text="4qk7-z", puzzle="P2"))
    assert rejected == (
        e.AnswerRejected(text="4qk7-z", puzzle="P2", say="The foot word goes at the bottom."),
    )
    assert "bottom" in play.player().scene.notice + play.player().notice


def test_an_answer_to_a_solved_puzzle_is_said_so():
    play = play_after_p1()
    assert play.refusal(c.EnterAnswer(text="417")) == "“Title P1” is already solved."
    assert play.refusal(c.EnterAnswer(text="417", puzzle="P1")) == "“Title P1” is already solved."
    assert play.refusal(c.SolvePuzzle(puzzle="P1")) == "“Title P1” is already solved."


def test_an_answer_to_a_puzzle_not_open_yet_is_said_so():
    play = Play()
    assert (
        play.refusal(c.EnterAnswer(text="SIGNAL")) == "“Title P4” is not open yet: other puzzles come first."
    )
    assert play.refusal(c.EnterAnswer(text="SIGNAL", puzzle="P4")).startswith("“Title P4” is not open yet")


def test_nothing_typed_and_unknown_puzzles_are_refused():
    play = Play()
    for text in ("", "  ", "…!", "·"):
        assert play.refusal(c.EnterAnswer(text=text)) == "Nothing was typed."
    assert play.refusal(c.EnterAnswer(text="1", puzzle="P9")) == "There is no puzzle “P9” in this game."
    assert play.refusal(c.SolvePuzzle(puzzle="P9")) == "There is no puzzle “P9” in this game."


def test_an_open_answer_wins_over_a_card_code():
    setup = make_setup(puzzles=(make_puzzle("P1", CODE_P1), *make_setup().puzzles[1:]))
    assert isinstance(Play(setup).do(c.EnterAnswer(text=CODE_P1))[0], e.PuzzleSolved)


def test_a_card_code_in_the_answer_field_is_a_scan():
    play = play_after_p1()
    assert play.do(c.EnterAnswer(text=f"{CODE_P2[:3].lower()}·{CODE_P2[3:]}")) == (
        e.CardScanned(card="P02-C1"),
    )
    assert play.do(c.EnterAnswer(text=CODE_P1, puzzle="P2")) == (e.CardScanned(card="P01-C1"),)
    assert play.refusal(c.EnterAnswer(text=CODE_FOREIGN)) == (
        "This card is from another set (HM7K), of “Day shift”. Tonight's is TXR9."
    )


def test_a_mistyped_code_is_not_a_wrong_answer():
    play = play_after_p1()
    typed = next(
        CODE_P2[:5] + letter
        for letter in ALPHABET
        if letter != CODE_P2[5] and not forgiven(CODE_P2[:5] + letter, [CODE_P2])
    )
    assert play.refusal(c.EnterAnswer(text=typed)) == (
        f"One letter is off: {typed[:3]}·{typed[3:]} does not exist. Read the card again."
    )
    assert play.do(c.EnterAnswer(text=typed, puzzle="P2")) == (e.AnswerRejected(text=typed, puzzle="P2"),)


def test_a_misread_code_is_the_one_card_that_it_can_be_and_the_journal_says_so():
    play = play_after_p1()
    misread = CODE_P1.replace("B", "8").replace("D", "0").lower()
    assert play.do(c.EnterAnswer(text=misread)) == (e.CardScanned(card="P01-C1", read_as=CODE_P1),)
    assert play.console().log[-1].read_as == CODE_P1
    assert play.do(c.ScanCard(code=misread)) == (e.CardScanned(card="P01-C1", read_as=CODE_P1),)
    assert play.replayed() == play.state


def test_a_misread_code_of_another_set_is_named_as_such():
    play = play_after_p1()
    assert play.refusal(c.EnterAnswer(text=CODE_FOREIGN.replace("B", "8"))) == (
        "This card is from another set (HM7K), of “Day shift”. Tonight's is TXR9."
    )


def test_an_answer_is_never_forgiven_into_a_card():
    answer = CODE_P1.replace("B", "8")
    first, second, *rest = make_setup().puzzles
    setup = make_setup(puzzles=(first, replace(second, answer=answer, accepted=(answer,)), *rest))
    play = Play(setup)
    assert play.refusal(c.EnterAnswer(text=answer)).startswith("“Title P2” is not open yet")
    play.do(c.EnterAnswer(text="417"))
    assert isinstance(play.do(c.EnterAnswer(text=answer))[0], e.PuzzleSolved)


@pytest.mark.parametrize(("text", "keys"), [("ιδεξςΤ", CODE_P1), ("x" + CODE_P1, "X" + CODE_P1)])
def test_a_scanner_on_another_keyboard_is_understood_by_its_keys(text: str, keys: str):
    play = play_after_p1()
    command = c.EnterAnswer(text=text, keys=keys)
    assert play.do(command) == (e.CardScanned(card="P01-C1", read_as=CODE_P1),)


def test_cards_are_read_before_the_start_too():
    play = Play(started=False)
    assert play.do(c.ScanCard(code=CODE_P1)) == (e.CardScanned(card="P01-C1"),)
    assert play.console().reading.text == "A register page."
    assert play.do(c.EnterAnswer(text=CODE_P2)) == (e.CardScanned(card="P02-C1"),)


def test_scanned_codes_that_are_no_card_of_this_set_are_named():
    play = Play()
    assert (
        play.refusal(c.ScanCard(code=CODE_FOREIGN))
        == "This card is from another set (HM7K), of “Day shift”. Tonight's is TXR9."
    )
    assert play.refusal(c.ScanCard(code=CODE_UNKNOWN)).startswith(
        "This card is from a set that is not known here."
    )
    assert play.refusal(c.ScanCard(code="hello")) == "A card code has six letters, as on the card: BCD·FGH."
    assert play.refusal(c.ScanCard(code=" ")) == "Nothing was typed."


def test_a_puzzle_can_be_accepted_by_hand_before_it_is_open():
    play = Play()
    assert play.do(c.SolvePuzzle(puzzle="P2"), after_s=60) == (e.PuzzleSolved(puzzle="P2", forced=True),)
    row = play.console().puzzles[1]
    assert (row.state, row.was_forced, row.elapsed_ms) == ("solved", True, 0)
    play.do(c.EnterAnswer(text="417"))
    assert play.console().puzzles[1].state == "solved"


def test_answers_count_in_a_pause_too():
    play = Play()
    play.do(c.PauseRun())
    assert isinstance(play.do(c.EnterAnswer(text="417"))[0], e.PuzzleSolved)
    assert play.do(c.SolvePuzzle(puzzle="P4"))[-1] == e.LastSceneShown(outcome="won")


def test_no_answer_is_taken_while_the_last_scene_is_up():
    play = Play()
    play.do(c.SolvePuzzle(puzzle="P4"))
    sentence = "The last scene is on the screen: the puzzles are over."
    for command in (c.EnterAnswer(text="417"), c.SolvePuzzle(puzzle="P1"), c.GiveHint(puzzle="P1", level=1)):
        assert play.refusal(command) == sentence


def test_several_spellings_are_accepted():
    puzzle = replace(make_puzzle("P1", "417"), accepted=("417", "B417", "CHAMBRE417"))
    play = Play(make_setup(puzzles=(puzzle, *make_setup().puzzles[1:])))
    assert play.do(c.EnterAnswer(text="Chambre 417"))[0].puzzle == "P1"
