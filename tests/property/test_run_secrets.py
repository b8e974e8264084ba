"""Players never read the answer of a puzzle that is not solved, unless they typed it or a hint says it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from hypothesis import given

from kit_app.domain.spelling import normalised
from kit_app.game.state import RunState, is_solved
from kit_app.views.player import PlayerView
from tests.builders import TALK, Play, make_scenes, make_setup
from tests.property.runs import SETUPS, STEPS, attempt


def strings(value: object) -> Iterator[str]:
    """Every text in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def secrets(state: RunState) -> Iterator[str]:
    """The answers that players do not have yet; a single letter or digit is no secret."""
    for puzzle in state.setup.puzzles:
        if not is_solved(state, puzzle.id):
            yield from (text for text in puzzle.accepted if len(text) > 1)
            yield from (text for field in puzzle.fields for text in field.accepted if len(text) > 1)


def readable(view: PlayerView) -> str:
    """All that players read but what they typed themselves."""
    scene = view.scene and replace(view.scene, fields=())
    return " ".join(normalised(text) for text in strings(replace(view, scene=scene)))


@given(SETUPS, STEPS)
def test_no_answer_is_on_the_player_screen(setup, steps):
    play = Play(setup, started=False)
    for step in steps:
        attempt(play, step)
        shown = readable(play.player())
        for secret in secrets(play.state):
            assert secret not in shown


@given(STEPS)
def test_what_only_the_facilitator_needs_never_reaches_the_player_screen(steps):
    """Reflexes are for the talk: players read them once the run is closed."""
    play = Play(make_setup(script={"regroup": "SCRIPTLINE"}, scenes=(*make_scenes(), TALK)))
    private = ("SCRIPTLINE", "LESSON", "REFLEX", "SEEP", "SAYP", "REGISTERPAGE", "BCDFG")
    for step in steps:
        attempt(play, step)
        shown = readable(play.player())
        known = ("REFLEX",) if play.state.phase == "ended" else ()
        assert not [word for word in private if word in shown and word not in known]


@given(SETUPS, STEPS)
def test_hints_are_read_only_once_given(setup, steps):
    play = Play(setup)
    for step in steps:
        attempt(play, step)
        panel = play.player().panel
        if panel is not None and panel.kind == "hint":
            given_hints = [
                puzzle.hints[level - 1].text
                for puzzle in setup.puzzles
                for level in play.state.puzzles[puzzle.id].given_levels
            ]
            asked = {given.search for one in play.state.puzzles.values() for given in one.asked}
            given_hints += [one.say for puzzle in setup.puzzles for one in puzzle.searches if one.id in asked]
            assert panel.text in given_hints
