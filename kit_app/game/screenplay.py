"""Which scene and sentence belong on the screens at a moment, from the kit's scenes and script."""

from dataclasses import replace

from kit_app.game.setup import PuzzleSetup, RunWords, SceneSetup
from kit_app.game.state import RunState, is_finale_on, is_solved
from kit_app.game.talk import talk_page
from kit_app.views.player import Scene, SceneField

TIME_OVER_SHOWN_MS = 8_000
SOLVED_SHOWN_MS = 8_000
WRONG_SHOWN_MS = 6_000


def spoken(state: RunState, now: int) -> str:
    """What the last answer brought, while fresh: the solved text, a known miss's sentence, or not yet."""
    said = state.said
    if said is None or state.phase not in ("playing", "paused", "guided"):
        return ""
    if said.is_right:
        return said.text if now - said.at < SOLVED_SHOWN_MS else ""
    if now - said.at >= WRONG_SHOWN_MS:
        return ""
    return said.text or state.setup.words.not_yet


def player_page(state: RunState, now: int, envelope: str) -> tuple[Scene | None, str]:
    """The scene that players see instead of the plain page (None: none), and what is said beside it."""
    if state.phase == "idle":
        chosen = next((scene for scene in state.setup.scenes if scene.id == state.scene), None)
        return (_page(chosen) if chosen else None), ""
    if state.phase == "ended":
        return talk_page(state) or _moment(state, "end"), ""
    if state.phase == "closing":
        return _moment(state, "end"), ""
    if state.set_aside is not None:
        words = state.setup.words
        return Scene(look="emergency", title=words.emergency or words.pause, lines=_pause_below(words)), ""
    if state.phase == "guided" and _is_time_over_fresh(state, now):
        return _moment(state, "time-over"), ""
    said = spoken(state, now)
    scene = _puzzle_scene(state, said)
    if scene is None or scene.puzzle is None:
        return None, said
    if scene.look == "portal":
        return _portal(state, scene, state.setup.puzzle(scene.puzzle), now)
    return _page(scene, envelope if scene.look == "alert" else ""), said


def _closing_line(state: RunState) -> str:
    """What is said under the front page; a team that did not solve the finale is not told that it knew."""
    script = state.setup.script
    unsolved = "" if is_solved(state, state.setup.finale) else script.get("closing_unsolved", "")
    return unsolved or script.get("closing", "")


def _pause_below(words: RunWords) -> tuple[str, ...]:
    return (words.pause,) if words.emergency else ()


def facilitator_line(state: RunState) -> str:
    """The line of the kit's script that fits the moment; empty where the script has none."""
    match state.phase:
        case "idle":
            key = "briefing" if state.scene is None else "pitch"
        case "playing":
            key = "finale" if state.puzzles[state.setup.finale].is_open else ""
        case "closing":
            return _closing_line(state)
        case "ended":
            key = "lost" if state.outcome == "lost" else "outside"
        case _:
            key = state.phase
    return state.setup.script.get(key, "")


def _is_time_over_fresh(state: RunState, now: int) -> bool:
    return state.time_over_at is not None and now - state.time_over_at < TIME_OVER_SHOWN_MS


def _moment(state: RunState, moment: str) -> Scene | None:
    return next((_page(scene) for scene in state.setup.scenes if scene.moment == moment), None)


def _puzzle_scene(state: RunState, said: str) -> SceneSetup | None:
    """The scene of an open puzzle, the finale's first.

    While the sentence for a solved puzzle is fresh, that puzzle's own scene stays (or none comes) before the
    scenes of puzzles that it opened.
    """
    scenes = [scene for scene in state.setup.scenes if scene.moment == "puzzle" and scene.puzzle]
    finale = [scene for scene in scenes if scene.puzzle == state.setup.finale]
    if is_finale_on(state):
        return next(iter(finale), None)
    solved_now = state.said.puzzle if said and state.said and state.said.is_right else None
    own = [scene for scene in scenes if solved_now and scene.puzzle == solved_now]
    shown = [scene for scene in finale + scenes if _is_page_of_open(state, scene, solved_now)]
    return next(iter(own + shown), None)


def _is_page_of_open(state: RunState, scene: SceneSetup, solved_now: str | None) -> bool:
    if scene.puzzle is None or not state.puzzles[scene.puzzle].is_open:
        return False
    return solved_now not in state.setup.puzzle(scene.puzzle).needs


def _portal(state: RunState, scene: SceneSetup, puzzle: PuzzleSetup, now: int) -> tuple[Scene, str]:
    """The portal's page with its lock or what its last try brought; the rest is said beside it."""
    said = spoken(state, now)
    is_beside = state.said is not None and state.said.puzzle not in (None, puzzle.id)
    is_locked = state.puzzles[puzzle.id].is_open and now < state.puzzles[puzzle.id].locked_until
    own = "" if is_beside else said
    page = _page(scene, puzzle.locked_text if is_locked else own, _portal_fields(state, puzzle))
    if is_locked:
        page = replace(page, wait_s=-(-(state.puzzles[puzzle.id].locked_until - now) // 1000))
    return page, said if is_beside else ""


def _portal_fields(state: RunState, puzzle: PuzzleSetup) -> tuple[SceneField, ...]:
    """The fields as they were given; once solved, with the answers."""
    given = dict(state.puzzles[puzzle.id].fields)
    is_done = is_solved(state, puzzle.id)
    return tuple(
        SceneField(label=field.label, value=field.answer if is_done else given.get(field.key, ""))
        for field in puzzle.fields
    )


def _page(scene: SceneSetup, notice: str = "", fields: tuple[SceneField, ...] = ()) -> Scene:
    return Scene(
        look=scene.look,
        title=scene.title,
        lines=scene.lines,
        band=scene.band,
        turn=scene.turn,
        notice=notice,
        fields=fields,
        masthead=scene.masthead,
        dateline=scene.dateline,
        edition=scene.edition,
        foot=scene.foot,
    )
