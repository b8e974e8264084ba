"""Evenings that are played once in a process and poured into the data folder of each test that needs them."""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Hashable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from kit_app.services.services import Services
from kit_app.storage.database import FILE_NAME
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened

Made = TypeVar("Made")
_MADE: dict[Hashable, tuple[Path, Any]] = {}


def poured(services: Services, key: Hashable, make: Callable[[Services], Made]) -> Made:
    """What `make` returned for a data folder of its own, whose rows now stand in that of `services` too.

    The same `key` stands for the same evening; `make` sees a clock that has not moved yet.
    """
    if key not in _MADE:
        folder = Path(tempfile.mkdtemp(prefix="evening-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        others = opened(folder, FakeClock())
        made = make(others)
        others.close()
        _MADE[key] = folder / FILE_NAME, made
    source, made = _MADE[key]
    with closing(sqlite3.connect(services.folder / FILE_NAME)) as connection:
        connection.execute("ATTACH ? AS evening", (str(source),))
        named = "SELECT name FROM evening.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        for (table,) in connection.execute(named).fetchall():
            how = "INSERT OR IGNORE" if table == "kits" else "INSERT"
            connection.execute(f'{how} INTO main."{table}" SELECT * FROM evening."{table}"')
        connection.commit()
    return made
