"""The page for the talk after a run: the good reflexes of the puzzles played, one path at a time."""

from kit_app.domain.spelling import normalised
from kit_app.game.setup import PathSetup, PuzzleSetup
from kit_app.game.state import RunState, is_solved
from kit_app.views.player import Scene


def talk_page(state: RunState) -> Scene | None:
    """The reflexes of the path that the facilitator chose; at first those of puzzles before the paths.

    None when the kit has no page for the talk.
    """
    scene = next((one for one in state.setup.scenes if one.moment == "debrief"), None)
    if scene is None:
        return None
    path = next((one for one in state.setup.paths if one.letter == state.scene), None)
    inside = {puzzle for one in state.setup.paths for puzzle in one.puzzles}
    chosen = path.puzzles if path else tuple(one.id for one in state.setup.puzzles if one.id not in inside)
    heading = path.name if path else " · ".join(scene.lines)
    return Scene(
        look=scene.look,
        title=scene.title,
        heading=heading,
        path=path.letter if path else None,
        points=_reflexes(state, chosen),
    )


def talk_paths(state: RunState) -> tuple[str, ...]:
    """The letters of paths with a reflex to show; none before the end and without a page for the talk."""
    if state.phase != "ended" or not any(one.moment == "debrief" for one in state.setup.scenes):
        return ()
    return tuple(path.letter for path in state.setup.paths if _has_reflex(state, path))


def _has_reflex(state: RunState, path: PathSetup) -> bool:
    return bool(_reflexes(state, path.puzzles))


def _reflexes(state: RunState, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Of those puzzles that were opened, in the kit's order; none that would tell an answer still unknown."""
    played = [one for one in state.setup.puzzles if one.id in chosen and state.puzzles[one.id].opened]
    secrets = {text for one in state.setup.puzzles if not is_solved(state, one.id) for text in _answers(one)}
    return tuple(
        one.reflex
        for one in played
        if one.reflex and not any(secret in normalised(one.reflex) for secret in secrets)
    )


def _answers(puzzle: PuzzleSetup) -> tuple[str, ...]:
    """What solves a puzzle; a single letter or digit is no secret."""
    fields = (text for field in puzzle.fields for text in field.accepted)
    return tuple(text for text in (*puzzle.accepted, *fields) if len(text) > 1)
