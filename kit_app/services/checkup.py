"""The self-test: what a session will need, tried one by one. Screens and paper have their own."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.domain.sounds import CUES, read_wave
from kit_app.errors import KitAppError
from kit_app.i18n import LANGUAGES, N_, Catalogue, load
from kit_app.services.services import Services
from kit_app.storage.trial import database_release, journal_comes_back
from kit_app.system.disk import free_bytes, is_writable

LEAST_FREE_MB = 50
_PACKAGES = (
    "PySide6_Essentials",
    "reportlab",
    "qrcode",
    "pydantic",
    "platformdirs",
    "pypdfium2",
    "zxing-cpp",
)
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing that was tried: what it was, whether it is well, and what was seen or what to do."""

    topic: str
    ok: bool
    message: str
    values: dict[str, object] = field(default_factory=dict)


def told(line: CheckLine, t: Catalogue) -> str:
    """A line in words."""
    return t(N_("{topic}: {sentence}"), topic=t(line.topic), sentence=t(line.message, **line.values))


def lines(services: Services) -> Iterator[CheckLine]:
    """Each thing that can be tried without a window, in turn; never raises."""
    for topic, check in _checks(services):
        try:
            yield check(topic)
        except KitAppError as error:
            yield CheckLine(topic=topic, ok=False, message=error.message, values=dict(error.values))


def _checks(services: Services) -> tuple[tuple[str, Callable[[str], CheckLine]], ...]:
    return (
        (N_("versions"), _versions),
        (N_("data folder"), lambda topic: _folder(topic, services.folder)),
        (N_("what was found"), lambda topic: _notices(topic, services)),
        (N_("kit"), lambda topic: _kit(topic, services)),
        (N_("fonts"), _fonts),
        (N_("sounds"), _sounds),
        (N_("interface languages"), _languages),
        (N_("journal"), lambda topic: _journal(topic, services.folder)),
        (N_("a printed card"), lambda topic: _paper(topic, services)),
        (N_("a film"), _film),
    )


def _versions(topic: str) -> CheckLine:
    found = {name: _version(name) for name in _PACKAGES}
    missing = [name for name, number in found.items() if not number]
    if missing:
        return CheckLine(
            topic=topic,
            ok=False,
            message=N_("Missing: {names}. Install the program again."),
            values={"names": ", ".join(missing)},
        )
    shown = ", ".join(f"{name} {number}" for name, number in found.items())
    return CheckLine(
        topic=topic,
        ok=True,
        message=N_("Python {python} on {system}, SQLite {database}, {packages}"),
        values={
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()}",
            "database": database_release(),
            "packages": shown,
        },
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _folder(topic: str, folder: Path) -> CheckLine:
    free = free_bytes(folder) // _MB
    values: dict[str, object] = {"folder": folder, "free": free, "least": LEAST_FREE_MB}
    if not is_writable(folder):
        message = N_("{folder} cannot be written to. Start with --data and another folder.")
        return CheckLine(topic=topic, ok=False, message=message, values=values)
    if free < LEAST_FREE_MB:
        message = N_("{folder} has only {free} MB left. Free {least} MB.")
        return CheckLine(topic=topic, ok=False, message=message, values=values)
    return CheckLine(topic=topic, ok=True, message=N_("{folder}, {free} MB free"), values=values)


def _notices(topic: str, services: Services) -> CheckLine:
    for notice in services.notices:
        return CheckLine(topic=topic, ok=False, message=notice.message, values=dict(notice.values))
    return CheckLine(topic=topic, ok=True, message=N_("everything in order"))


def _kit(topic: str, services: Services) -> CheckLine:
    kit = services.library.bundled_kit()
    return CheckLine(
        topic=topic,
        ok=True,
        message=N_("{name} {version}, {puzzles} puzzles, languages: {languages}"),
        values={
            "name": kit.id,
            "version": kit.version,
            "puzzles": len(kit.puzzles),
            "languages": ", ".join(kit.languages),
        },
    )


def _fonts(topic: str) -> CheckLine:
    folder = resources_dir() / "fonts"
    found = sorted(folder.rglob("*.ttf"))
    bare = [path.name for path in found if not (path.parent / "OFL.txt").is_file()]
    if not found or bare:
        return CheckLine(topic=topic, ok=False, message=N_("Fonts are missing. Install the program again."))
    return CheckLine(topic=topic, ok=True, message=N_("{count} fonts"), values={"count": len(found)})


def _sounds(topic: str) -> CheckLine:
    found = []
    for cue in CUES:
        try:
            found.append(read_wave((resources_dir() / "sounds" / f"{cue}.wav").read_bytes()))
        except (OSError, ValueError):
            message = N_("Missing: {names}. Install the program again.")
            return CheckLine(topic=topic, ok=False, message=message, values={"names": f"sounds/{cue}.wav"})
    return CheckLine(topic=topic, ok=True, message=N_("{count} sounds"), values={"count": len(found)})


def _languages(topic: str) -> CheckLine:
    missing = [code for code in LANGUAGES if load(resources_dir() / "i18n", code).language != code]
    if missing:
        return CheckLine(
            topic=topic,
            ok=False,
            message=N_("Missing: {names}. Install the program again."),
            values={"names": ", ".join(missing)},
        )
    return CheckLine(topic=topic, ok=True, message="{names}", values={"names": ", ".join(LANGUAGES.values())})


def _paper(topic: str, services: Services) -> CheckLine:
    from kit_app.services.printing.trial import first_card_reads_back  # loads what draws: only here

    plan = services.sessions.draft()
    t = load(resources_dir() / "i18n", plan.language)
    if not first_card_reads_back(services.library.kit_of(plan), plan, t):
        message = N_("The code of a printed card could not be read back. Install the program again.")
        return CheckLine(topic=topic, ok=False, message=message)
    return CheckLine(topic=topic, ok=True, message=N_("printed, and its code read back"))


def _film(topic: str) -> CheckLine:
    """One picture of a spot, coded: that part of a library may be left out of a folder by mistake."""
    from kit_app.services.webm import vp8_frame

    try:
        vp8_frame(bytes(16 * 16 * 4), 16, 16)
    except (ImportError, KeyError, OSError):
        message = N_("Spots cannot be saved as films. Install the program again.")
        return CheckLine(topic=topic, ok=False, message=message)
    return CheckLine(topic=topic, ok=True, message=N_("a picture was coded"))


def _journal(topic: str, folder: Path) -> CheckLine:
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix="self-test-") as place:
            came_back = journal_comes_back(Path(place))
    except OSError:
        came_back = False
    if not came_back:
        return CheckLine(
            topic=topic,
            ok=False,
            message=N_("What was written could not be read back. Choose another folder."),
        )
    return CheckLine(topic=topic, ok=True, message=N_("written and read back"))
