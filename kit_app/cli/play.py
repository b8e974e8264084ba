"""Runs without windows: one JSON command a line in, one JSON object a line out, each after it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from kit_app.cli.output import say_json_line
from kit_app.errors import CommandRefused, StorageError
from kit_app.i18n import N_, Catalogue
from kit_app.services.command_lines import (
    MalformedLineError,
    command_from,
    event_line,
    read_line,
    screens_line,
)
from kit_app.services.conductor import Screens
from kit_app.services.room import Room

TICK_S = 0.1

Write = Callable[[dict[str, Any]], None]


class Stage:
    """Runs played by lines; nothing is written that is not stored.

    Of several teams each line names its own: "team" says who is meant (nobody: all), and who is told of.
    """

    def __init__(
        self, room: Room, t: Catalogue, known: Mapping[int, int], write: Write = say_json_line
    ) -> None:
        self._room = room
        self._t = t
        self._write = write
        self._told = dict(known)
        self._has_several = len(room.conductors) > 1

    def tick(self) -> None:
        """Let time be noticed."""
        self._room.tick()
        self.tell_events()

    def take(self, line: bytes) -> None:
        """Do what a line asks, or say why not."""
        if not line.strip():
            return
        name = ""
        try:
            name, values = read_line(line)
            shown = self._do(name, self._teams(values), values)
        except MalformedLineError as error:
            self._write({"error": self._t.of(error)})
        except CommandRefused as error:
            self._write({"refused": self._t.of(error), "command": name})
        except StorageError as error:
            self._write({"refused": self._t.of(error), "command": name, "stored": False})
        else:
            self.tell_events()
            for screens in shown:
                self._write({**self._of(screens.console.team_number), **screens_line(screens)})
            return
        self.tell_events()

    def _teams(self, values: dict[str, Any]) -> tuple[int, ...]:
        """Who is meant. Raises MalformedLineError."""
        if not self._has_several:
            return ()
        team = values.pop("team", None)
        here = [conductor.team for conductor in self._room.conductors]
        if team is not None and team not in here:
            raise MalformedLineError(N_("There is no such team here: {team}."), team=str(team))
        return () if team is None else (team,)

    def _do(self, name: str, teams: tuple[int, ...], values: dict[str, Any]) -> tuple[Screens, ...]:
        """What is to be written as views, if they were asked for."""
        if name == "Show":
            every = self._room.screens()
            return tuple(one for one in every if not teams or one.console.team_number in teams)
        if name == "Retry":
            self._room.retry()
        elif name == "Relocate" and isinstance(values.get("folder"), str):
            self._room.relocate(Path(values["folder"]))
        else:
            self._room.handle(command_from(name, values), *teams)
        return ()

    def _of(self, team: int) -> dict[str, Any]:
        return {"team": team} if self._has_several else {}

    def tell_events(self) -> None:
        """Write the events that were not written yet."""
        for conductor in self._room.conductors:
            history = conductor.history
            for stored in history[self._told[conductor.team] :]:
                line = {**self._of(conductor.team), **event_line(stored)}
                self._write(line if self._room.is_saving else {**line, "stored": False})
            self._told[conductor.team] = len(history)


def play(room: Room, t: Catalogue, known: Mapping[int, int], lines: Iterable[bytes]) -> None:
    """Play until `lines` end. `known` is how many events each team's run had before it was opened."""
    for conductor in room.conductors:
        setup, events = conductor.setup, known[conductor.team]
        say_json_line(
            {
                **{"run": "resumed" if events else "new", "events": events, "session": setup.session_id},
                **{"team": setup.team_number, "set_id": setup.set_id},
            }
        )
    stage = Stage(room, t, known)
    stage.tell_events()
    waiting = _read_ahead(lines)
    try:
        _play_lines(stage, waiting)
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # whoever listened is gone; all that was done is stored
    finally:
        room.close()


def _play_lines(stage: Stage, waiting: SimpleQueue[bytes | None]) -> None:
    while True:
        try:
            line = waiting.get(timeout=TICK_S)
        except Empty:
            stage.tick()
            continue
        if line is None:
            return
        stage.tick()
        stage.take(line)


def _read_ahead(lines: Iterable[bytes]) -> SimpleQueue[bytes | None]:
    """The lines as they come, then None; read by a thread, so that time passes while none comes."""
    queue: SimpleQueue[bytes | None] = SimpleQueue()

    def read() -> None:
        for line in lines:
            queue.put(line)
        queue.put(None)

    Thread(target=read, name="lines", daemon=True).start()
    return queue
