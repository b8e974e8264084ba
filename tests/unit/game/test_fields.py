"""An answer in several fields: given one by one or at once, echoed on the portal, locked for a while."""

import pytest

from kit_app.game import commands as c, events as e
from tests.builders import Play


@pytest.fixture
def play() -> Play:
    play = Play()
    play.do(c.EnterAnswer(text="417"), c.EnterAnswer(text="K7Q4Z"), after_s=120)
    return play


def echo(play: Play) -> list[str]:
    return [field.value for field in play.player().scene.fields]


def wrong_try(play: Play) -> tuple[e.Event, ...]:
    return play.do(c.EnterAnswer(text="2 · SOMEONE · DOG 2017", puzzle="P3"))


def test_the_portal_echoes_what_was_given_right_or_wrong(play):
    filled = play.do(c.EnterAnswer(text=" someone ", puzzle="P3", field="account"))
    assert filled == (e.FieldFilled(puzzle="P3", field="account", text="someone"),)
    assert echo(play) == ["", "someone", ""]
    assert [row.value for row in play.console().puzzles[2].fields] == ["", "someone", ""]


def test_the_last_right_field_solves_the_puzzle(play):
    play.do(c.EnterAnswer(text="3", puzzle="P3", field="portal"))
    play.do(c.EnterAnswer(text="maintenance", field="account"))
    solved = play.do(c.EnterAnswer(text="cat2017", puzzle="P3", field="password"))
    assert solved == (e.PuzzleSolved(puzzle="P3", text="3 · maintenance · cat2017", opened=("D1",)),)


@pytest.mark.parametrize(
    "text",
    [
        "3 · MAINTENANCE · CAT 2017",
        "3/maintenance/cat2017",
        "3; Maintenance; Cat 2017",
        "3, maintenance, cat-2017",
        "3\nmaintenance\ncat2017\n",
        "3 maintenance cat 2017",
    ],
)
@pytest.mark.parametrize("puzzle", ["P3", None])
def test_all_fields_can_be_given_at_once(play, text, puzzle):
    new = play.do(c.EnterAnswer(text=text, puzzle=puzzle))
    assert [type(event).__name__ for event in new] == ["PuzzleSolved"]


def test_a_text_that_is_right_for_one_field_fills_it(play):
    for puzzle in ("P3", None):
        new = play.do(c.EnterAnswer(text="maintenance", puzzle=puzzle))
        assert new == (e.FieldFilled(puzzle="P3", field="account", text="maintenance"),)


def test_wrong_fields_are_one_wrong_try_and_stay_on_the_portal(play):
    new = wrong_try(play)
    assert [type(event).__name__ for event in new] == ["FieldFilled"] * 3 + ["AnswerRejected"]
    assert new[-1] == e.AnswerRejected(text="2 · SOMEONE · DOG 2017", puzzle="P3")
    assert echo(play) == ["2", "SOMEONE", "DOG 2017"]
    assert play.player().scene.notice == "Not yet."
    assert play.player().notice == ""


def test_after_a_wrong_try_one_field_can_be_put_right(play):
    play.do(c.EnterAnswer(text="3 · MAINTENANCE · DOG 2017", puzzle="P3"))
    assert play.do(c.EnterAnswer(text="CAT 2017", puzzle="P3", field="password"))[0] == e.PuzzleSolved(
        puzzle="P3", text="3 · MAINTENANCE · CAT 2017", opened=("D1",)
    )


def test_too_many_wrong_tries_lock_the_puzzle_and_the_portal_says_so(play):
    wrong_try(play)
    wrong_try(play)
    assert wrong_try(play)[-1] == e.PuzzleLocked(puzzle="P3", until_ms=play.now + 30_000)
    assert play.player().scene.notice == "Account locked: a good defence."
    assert play.console().puzzles[2].locked_for_ms == 30_000
    assert play.player().scene.wait_s == 30
    play.do(c.NoticeTime(), after_s=12.5)
    sentence = "“Title P3” takes no answer for 18 s: Account locked: a good defence."
    for text, field in (
        ("3 · MAINTENANCE · CAT 2017", None),
        ("3", "portal"),
        ("3 maintenance cat 2017", None),
    ):
        assert play.refusal(c.EnterAnswer(text=text, puzzle="P3", field=field)) == sentence
    assert play.refusal(c.EnterAnswer(text="3maintenancecat2017")) == sentence


def test_counting_starts_again_after_the_lock(play):
    for _ in range(3):
        wrong_try(play)
    play.do(c.NoticeTime(), after_s=30)
    assert play.player().scene.notice == ""
    assert wrong_try(play)[-1] == e.AnswerRejected(text="2 · SOMEONE · DOG 2017", puzzle="P3")
    assert play.console().puzzles[2].wrong_tries == 4
    assert play.console().puzzles[2].locked_for_ms == 0
    assert play.player().scene.wait_s == 0


def test_by_hand_a_locked_puzzle_can_be_accepted(play):
    for _ in range(3):
        wrong_try(play)
    assert play.do(c.SolvePuzzle(puzzle="P3"))[0].puzzle == "P3"


def test_once_solved_the_portal_says_so_before_the_next_scene_comes(play):
    play.do(c.EnterAnswer(text="3 · MAINTENANCE · CAT 2017"))
    scene = play.player().scene
    assert (scene.look, scene.notice) == ("portal", "Signed in. This access is logged.")
    assert echo(play) == ["3", "MAINTENANCE", "CAT 2017"]
    play.do(c.NoticeTime(), after_s=8)
    assert play.player().scene.look == "alert"


def test_taking_the_solution_back_leaves_the_portal_as_it_was(play):
    play.do(c.EnterAnswer(text="3", puzzle="P3", field="portal"))
    play.do(c.EnterAnswer(text="x / MAINTENANCE / CAT 2017", puzzle="P3"))
    play.do(c.EnterAnswer(text="3", puzzle="P3", field="portal"))
    assert play.do(c.TakeBack()) == (e.PuzzleReopened(puzzle="P3", closed=("D1",)),)
    assert echo(play) == ["x", "MAINTENANCE", "CAT 2017"]


def test_unknown_fields_are_refused(play):
    assert play.refusal(c.EnterAnswer(text="1", puzzle="P3", field="pin")) == "“Title P3” has no field “pin”."
    assert play.refusal(c.EnterAnswer(text="1", field="pin")) == "No open puzzle has a field “pin”."
