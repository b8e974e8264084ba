"""Which stored events make which sound. Pure: no widget, no device, no clock."""

from collections.abc import Mapping, Sequence

from kit_app.game import events as e
from kit_app.game.setup import RunSetup

_CUE_OF: Mapping[type, str] = {
    e.RunStarted: "start",
    e.PuzzleSolved: "solved",
    e.HintGiven: "hint",
    e.HintOffered: "hint",
    e.MessageShown: "hint",
    e.FiveMinutesLeft: "five-minutes",
    e.OneMinuteLeft: "one-minute",
    e.TimeRanOut: "end",
    e.RunStopped: "end",
    e.LastSceneShown: "end",
}

RANKS: Mapping[str, int] = {
    **{"late": 0, "hint": 1, "solved": 2, "five-minutes": 3},
    **{"one-minute": 4, "start": 5, "end": 6},
}
"""What matters more sounds instead of what matters less, never together."""


class Cues:
    """Remembers how much of each team's journal was heard. A journal that is new to it makes no sound."""

    def __init__(self) -> None:
        self._heard: dict[str, int] = {}
        self._late: dict[str, frozenset[str]] = {}

    def news(self, run: str, events: Sequence[e.Event]) -> Sequence[e.Event]:
        """What happened in this run since the last time; nothing for a replay."""
        heard = self._heard.get(run)
        self._heard[run] = len(events)
        return () if heard is None else events[heard:]

    def late(self, run: str, puzzles: frozenset[str]) -> str:
        """The tick for a puzzle that has turned late since the last time; empty for none."""
        known = self._late.get(run)
        self._late[run] = puzzles
        return "late" if known is not None and puzzles - known else ""


def cue_of(event: e.Event) -> str:
    """The cue of one event; what takes an act back makes no sound."""
    return "" if getattr(event, "undoes", False) else _CUE_OF.get(type(event), "")


def loudest(cues: Sequence[str]) -> str:
    """Of several cues at once, the one that matters most; empty when there is none."""
    return max((cue for cue in cues if cue), key=lambda cue: RANKS[cue], default="")


def recording(events: Sequence[e.Event], setup: RunSetup) -> bytes:
    """The WAV file that is the last hint which was given among `events`; empty when there is none."""
    for event in reversed(events):
        if isinstance(event, e.HintGiven) and event.level > 0:
            return setup.puzzle(event.puzzle).hints[event.level - 1].sound
    return b""
