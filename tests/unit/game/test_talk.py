"""After the end players read the reflexes of what they played, a path at a time, and no answer."""

from dataclasses import replace

import pytest

from kit_app.game import commands as c, events as e
from kit_app.game.setup import PathSetup
from tests.builders import TALK, Play, make_scenes, make_setup


def setup_with(**changes):
    """Two paths; P1 belongs to none."""
    base = make_setup()
    paths = (
        PathSetup(letter="A", name="Places", puzzles=("P2",)),
        PathSetup(letter="D", name="End", puzzles=("P3", "P4")),
    )
    puzzles = tuple(replace(one, reflex=f"Do {one.id.lower()} well.") for one in base.puzzles)
    return replace(base, paths=paths, puzzles=puzzles, scenes=(*make_scenes(), TALK), **changes)


@pytest.fixture
def ended() -> Play:
    """Won from the first puzzle to the last."""
    play = Play(setup_with())
    for puzzle in ("P1", "P2", "P3", "P4"):
        play.do(c.SolvePuzzle(puzzle=puzzle))
    play.do(c.EndRun())
    return play


def test_the_page_for_the_talk_comes_once_the_run_is_closed(ended: Play) -> None:
    scene = ended.player().scene
    assert (scene.look, scene.title, scene.heading) == ("debrief", "Let us talk.", "Nobody is judged.")
    assert scene.points == ("Do p1 well.",) and scene.path is None


def test_the_last_page_comes_first(ended: Play) -> None:
    play = Play(setup_with())
    play.do(c.EndRun(), c.EndRun())
    assert play.player().scene.look == "front-page"


def test_paths_are_shown_one_by_one(ended: Play) -> None:
    assert ended.console().talk_paths == ("A", "D")
    assert ended.do(c.ShowScene(scene="D")) == (e.SceneShown(scene="D"),)
    scene = ended.player().scene
    assert (scene.heading, scene.path) == ("End", "D")
    assert scene.points == ("Do p3 well.", "Do p4 well.")
    ended.do(c.ShowScene(scene=None))
    assert ended.player().scene.points == ("Do p1 well.",)


def test_only_paths_with_a_reflex_can_be_shown(ended: Play) -> None:
    assert ended.refusal(c.ShowScene(scene="B")) == "There are no reflexes of “B” to show."


def test_puzzles_that_were_never_opened_are_left_out() -> None:
    play = Play(setup_with())
    play.do(c.EndRun(at_once=True))
    assert play.console().talk_paths == ()
    assert play.player().scene.points == ("Do p1 well.",)


def test_a_reflex_that_tells_an_answer_still_unknown_is_left_out() -> None:
    setup = setup_with()
    first = replace(setup.puzzles[0], reflex=f"Write {setup.puzzles[0].answer} down.")
    play = Play(replace(setup, puzzles=(first, *setup.puzzles[1:])))
    play.do(c.EndRun(at_once=True))
    assert play.player().scene.points == ()


def test_a_kit_without_such_a_page_keeps_its_last() -> None:
    play = Play()
    play.do(c.EndRun(at_once=True))
    assert play.player().scene.look == "front-page"
    assert play.console().talk_paths == ()


def test_before_the_end_there_is_nothing_to_choose() -> None:
    assert Play(setup_with()).console().talk_paths == ()
