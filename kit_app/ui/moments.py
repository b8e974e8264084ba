"""What of a run's moment a screen reads. No widget here."""

from dataclasses import replace

from kit_app.services.conductor import Screens


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
