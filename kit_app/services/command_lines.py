"""Commands and events as JSON objects: what other programs send to a run and hear from it."""

from __future__ import annotations

import json
from typing import Any, cast, get_args

from kit_app.errors import KitAppError
from kit_app.game.commands import Command, NoticeGap, NoticeTime
from kit_app.i18n import N_
from kit_app.services.conductor import Screens
from kit_app.storage.codec import StoredEvent, event_kind
from kit_app.storage.shape import ShapeError, plain, reader

COMMANDS = {kind.__name__: kind for kind in get_args(Command) if kind not in (NoticeTime, NoticeGap)}
"""By name, what may be asked of a run. Time is noticed by the program itself."""


class MalformedLineError(KitAppError):
    """A line is no command; it changed nothing."""


def read_line(line: bytes) -> tuple[str, dict[str, Any]]:
    """The name of the command of a line and its values. Raises MalformedLineError."""
    try:
        data = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedLineError(N_("This line is not JSON: {reason}."), reason=_short(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("command"), str):
        raise MalformedLineError(
            N_('A line is an object with a "command", for example {example}.'), example=_EXAMPLE
        )
    return data.pop("command"), data


_EXAMPLE = '{"command": "GiveHint", "puzzle": "P1", "level": 1}'


def command_from(name: str, values: dict[str, Any]) -> Command:
    """The command with this name and these values. Raises MalformedLineError."""
    kind = COMMANDS.get(name)
    if kind is None:
        raise MalformedLineError(
            N_("“{name}” is not a command. The commands are: {known}."), name=name, known=", ".join(COMMANDS)
        )
    try:
        return cast(Command, reader(kind)(values))
    except (ShapeError, RecursionError) as error:
        raise MalformedLineError(N_("The values do not fit: {reason}."), reason=_short(error)) from error


def _short(error: Exception) -> str:
    return str(error)[:200]


def event_line(stored: StoredEvent) -> dict[str, Any]:
    """A stored event: its place, when it happened, what it is, and its own fields."""
    return {
        **{"seq": stored.seq, "at_ms": stored.at_ms, "wall_ms": stored.wall_ms},
        **{"event": event_kind(stored.event)},
        **plain(stored.event),
    }


def screens_line(screens: Screens) -> dict[str, Any]:
    """Both views."""
    return {"show": {"console": plain(screens.console), "player": plain(screens.player)}}
