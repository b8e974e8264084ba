"""The state of the program and its folder as one text to hand on; nothing that a person typed is in it."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue
from kit_app.services import checkup
from kit_app.services.bare_log import LEFT_OUT, LOG_NAME, last_lines
from kit_app.services.checkup import CheckLine
from kit_app.services.data_place import data_place
from kit_app.services.services import Services
from kit_app.storage.database import FILE_NAME
from kit_app.system.disk import free_bytes
from kit_app.system.drives import may_go_away
from kit_app.system.program import carried_folder

log = logging.getLogger(__name__)

LOG_LINES = 60
_MB = 1024 * 1024
_KB = 1024

Windows = Callable[[], list[CheckLine]]
"""The lines that only the windows can tell, without names of devices that people give."""


def own_version() -> str:
    """The version of the program; empty in a checkout that was not installed."""
    try:
        return version("sant-escape-kit")
    except PackageNotFoundError:
        return ""


def diagnosis(services: Services, windows: Windows, t: Catalogue) -> str:
    """Versions, system, folder, kits, screens, notices and the end of the log, a line each; never raises."""
    lines = [checkup.told(one, t) for one in _lines(services, windows)]
    log = last_lines(services.folder / LOG_NAME, LOG_LINES)
    return "\n".join([*lines, "", t("The end of the log, with what was typed left out:"), *log, ""])


def shortened(path: Path) -> str:
    """A path without the name of the person whose folder it lies in."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _lines(services: Services, windows: Windows) -> Iterator[CheckLine]:
    """Each part that can be told; one that fails tells that it did."""
    parts: tuple[tuple[str, Callable[[], list[CheckLine]]], ...] = (
        (N_("program"), _program),
        (N_("versions"), lambda: [next(iter(checkup.lines(services)))]),
        (N_("settings"), lambda: [_settings(services)]),
        (N_("data folder"), lambda: [*_place(services), _sizes(services)]),
        (N_("what is kept"), lambda: [_counts(services)]),
        (N_("kits"), lambda: [_kits(services)]),
        (N_("what was found"), lambda: _notices(services)),
        (N_("windows"), windows),
    )
    for topic, part in parts:
        try:
            for line in part():
                yield line if line.topic else replace(line, topic=topic)
        except Exception as error:  # a diagnosis is wanted above all when something is broken
            log.exception("a part of the diagnosis")
            yield CheckLine(topic=topic, ok=False, message="{fault}", values={"fault": type(error).__name__})


def _line(message: str, **values: object) -> CheckLine:
    return CheckLine(topic="", ok=True, message=message, values=values)


def _program() -> list[CheckLine]:
    number = own_version() or "checkout"
    if carried_folder() is not None:
        return [_line(N_("Sant'Escape Kit {version}, as one folder, {machine}"), **_machine(number))]
    return [_line(N_("Sant'Escape Kit {version}, {machine}"), **_machine(number))]


def _machine(number: str) -> dict[str, object]:
    return {"version": number, "machine": f"{platform.system()} {platform.version()} {platform.machine()}"}


def _settings(services: Services) -> CheckLine:
    chosen = services.preferences.settings
    values = {"language": chosen.language or "system", "look": chosen.theme, "players": chosen.player_look}
    return _line(N_("language {language}, look {look}, players’ look {players}"), **values)


def _place(services: Services) -> list[CheckLine]:
    """Where the folder is; a place that somebody chose may be called after a house, and is not named."""
    folder, usual = services.folder, data_place()
    if folder != usual.folder:
        where = _line(N_("a folder that was chosen"))
    elif usual.travels:
        where = _line(N_("beside the program"))
    else:
        where = _line("{folder}", folder=shortened(folder))
    lines = [where, _line(N_("the drive takes {ms} ms to keep one thing"), ms=services.commit_ms)]
    if may_go_away(folder):
        lines.append(_line(N_("on a stick, a card or a share")))
    if services.only_looks:
        lines.append(_line(N_("only to look at: another program has it open")))
    return lines


def _sizes(services: Services) -> CheckLine:
    copies = sum(path.stat().st_size for path in services.backups.place.glob("*.zip"))
    return _line(
        N_("{free} MB free; data file {data} KB, copies {copies} KB"),
        free=free_bytes(services.folder) // _MB,
        data=sum(path.stat().st_size for path in services.folder.glob(f"{FILE_NAME}*")) // _KB,
        copies=copies // _KB,
    )


def _counts(services: Services) -> CheckLine:
    now = services.holdings.now()
    return _line(
        N_(
            "sessions {sessions} ({hidden} deleted), games {games}, results {results}, sheets {sheets},"
            " totals {totals}, bulletins {bulletins}, copies {copies}, facilities {facilities}"
        ),
        sessions=now.sessions,
        hidden=now.hidden,
        games=now.games,
        results=now.results,
        sheets=now.sheets,
        totals=now.totals,
        bulletins=now.bulletins,
        copies=now.copies,
        facilities=len(services.profile.all()),
    )


def _kits(services: Services) -> CheckLine:
    found = [
        f"{row.id} {row.version}{' (changed here)' if row.is_changed else ''}" for row in services.kits.all()
    ]
    damaged = [f"{ident} (damaged)" for ident in services.kits.damaged()]
    return _line("{names}", names=", ".join([*found, *damaged]))


def _notices(services: Services) -> list[CheckLine]:
    if not services.notices:
        return [_line(N_("everything in order"))]
    return [_line(notice.message, **_numbers(notice)) for notice in services.notices]


def _numbers(notice: KitAppError) -> dict[str, object]:
    """Its numbers; what is text may be somebody's."""
    return {name: value if isinstance(value, int) else LEFT_OUT for name, value in notice.values.items()}
