"""What of a run's moment a screen reads, and when the run began. No widget here."""

from dataclasses import replace

from kit_app.game.events import RunStarted
from kit_app.services.conductor import Conductor, Screens


def reads(screens: Screens) -> tuple[object, ...]:
    """What changes when a screen would read otherwise."""
    console = screens.console
    return (
        -(-console.remaining_ms // 1000),
        console.played_ms // 1000,
        -(-console.take_back_ms // 1000),
        console.log[-1].seq if console.log else 0,
        replace(screens.player, remaining_ms=0),
    )


def started_wall_ms(conductor: Conductor) -> int | None:
    """When the clock of a run started, in wall time; None before."""
    history = conductor.history
    return next((one.wall_ms for one in history if isinstance(one.event, RunStarted)), None)
