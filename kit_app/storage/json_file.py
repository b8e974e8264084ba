"""One JSON file with a format number, replaced as a whole; an unreadable one is moved aside."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kit_app.storage.database import free_name, stamp
from kit_app.storage.looking import is_looking, refuse_to_change
from kit_app.storage.shape import ShapeError, plain, reader

Data = dict[str, Any]
Migration = Callable[[Data], Data]


class UnreadableError(Exception):
    """The file is not what was written. `name` is how it is called now; "" when it could not be moved."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name


def read_json(path: Path, kind: Any, migrations: tuple[Migration, ...], wall_ms: int) -> Any:
    """The `kind` in the file, brought up from an older format; None when there is no file.

    `migrations` bring format 1 to 2, 2 to 3 and so on. Raises UnreadableError, the file being moved aside.
    """
    if not path.exists():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        number = data.pop("version", None) if isinstance(data, dict) else None
        if type(number) is not int or not 1 <= number <= len(migrations) + 1:
            raise ShapeError("another version")
        for migrate in migrations[number - 1 :]:
            data = migrate(data)
        return reader(kind)(data)
    except (OSError, ValueError) as error:
        raise _moved_aside(path, wall_ms, str(error)) from error


def _moved_aside(path: Path, wall_ms: int, why: str) -> UnreadableError:
    if is_looking(path):
        return UnreadableError("", why)
    aside = free_name(path.with_name(f"{path.stem}.unreadable-{stamp(wall_ms)}{path.suffix}"))
    try:
        path.rename(aside)
    except OSError as error:
        return UnreadableError("", f"{why}; {error}")
    return UnreadableError(aside.name, why)


def write_json(path: Path, value: object, version: int) -> None:
    """Replace the file, whole or not at all. Raises OSError, or StorageError where one may only look."""
    refuse_to_change(path)
    new = path.with_suffix(".new")
    values: Mapping[str, Any] = plain(value)
    text = json.dumps({"version": version, **values}, ensure_ascii=False, indent=2) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
