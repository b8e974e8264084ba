"""From the start to the end of a run: start, pause, resume, stop, last scene, close."""

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import EndRun, ExplainPause, PauseRun, StartRun
from kit_app.game.rules.phases import require_puzzles, require_started
from kit_app.game.state import RunState, is_finale_on, open_envelopes
from kit_app.game.tags import PAUSE_REASONS
from kit_app.i18n import N_


def start(state: RunState, command: StartRun) -> tuple[e.Event, ...]:
    """The clock starts; once."""
    if state.phase != "idle":
        raise CommandRefused(N_("The game has already started."))
    setup = state.setup
    return (
        e.RunStarted(
            kit_digest=setup.kit_digest,
            duration_ms=setup.duration_ms,
            limits_ms={puzzle: limit.ms for puzzle, limit in setup.limits.items()},
            limits_games={puzzle: limit.games for puzzle, limit in setup.limits.items()},
            regional=tuple(puzzle for puzzle, limit in setup.limits.items() if limit.is_regional),
            is_trial=setup.is_trial,
            despite=command.despite,
        ),
    )


def pause(state: RunState, command: PauseRun) -> tuple[e.Event, ...]:
    """The clock stops, of the game or of the guided end; an emergency also comes over a pause."""
    require_puzzles(state)
    is_urgent = command.emergency and state.set_aside is None
    if state.phase == "paused" and not is_urgent:
        raise CommandRefused(N_("The clock is already stopped."))
    return (e.RunPaused(reason=command.reason.strip(), emergency=command.emergency),)


def explain_pause(state: RunState, command: ExplainPause) -> tuple[e.Event, ...]:
    """Why the clock stands, for the log."""
    if state.phase != "paused":
        raise CommandRefused(N_("The clock is not stopped."))
    if command.reason not in PAUSE_REASONS:
        raise CommandRefused(N_("There is no reason “{reason}” for a pause."), reason=command.reason)
    return (e.PauseExplained(reason=command.reason),)


def resume(state: RunState) -> tuple[e.Event, ...]:
    """The clock goes on after a pause."""
    if state.phase != "paused":
        raise CommandRefused(N_("The clock is not stopped."))
    return (e.RunResumed(),)


def end(state: RunState, command: EndRun) -> tuple[e.Event, ...]:
    """What is on ends: play goes to the guided end, that to the last scene, and that closes the run.

    At once: the run is closed from any phase, as stopped unless it was won or lost before.
    """
    require_started(state)
    if command.at_once or state.phase == "closing":
        return (e.RunEnded(outcome=state.outcome or "stopped"),)
    if is_finale_on(state):
        return (e.LastSceneShown(outcome=state.outcome or "stopped"),)
    return (e.RunStopped(opened=finale_envelopes(state)),)


def finale_envelopes(state: RunState) -> tuple[str, ...]:
    """The closed envelopes that belong to the finale: all that they wait for, it waits for too."""
    needs = set(state.setup.puzzle(state.setup.finale).needs)
    already = open_envelopes(state)
    return tuple(
        envelope.id
        for envelope in state.setup.envelopes
        if envelope.after and envelope.id not in already and set(envelope.after) <= needs
    )
