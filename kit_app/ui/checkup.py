"""The self-test's lines that only Qt can tell: its version and platform, the screens, the printers."""

from PySide6 import __version__ as binding
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from kit_app.i18n import N_
from kit_app.services.checkup import CheckLine
from kit_app.system.display import has_display
from kit_app.system.starting import MEDIA, adding_line
from kit_app.ui.common.paper import printer_names
from kit_app.ui.sound_output import QtSpeakers

LEAST_WIDTH, LEAST_HEIGHT = 1280, 680
_IN_THE_FOLDER = N_(
    "They do not start from this folder. Unpack the program’s zip once more; on Linux your IT department adds"
    " the packages that its sheet names."
)


def lines() -> list[CheckLine]:
    """What was seen; without a display, the windows are tried out of sight."""
    return [_platform(), _screens(), _printers(), _media()] if _is_ready() else []


def _is_ready() -> bool:
    app = QApplication.instance() or QApplication([""] if has_display() else ["", "-platform", "offscreen"])
    return isinstance(app, QApplication)


def facts() -> list[CheckLine]:
    """The same for a diagnosis that is handed on: without names that people give to their devices."""
    if not _is_ready():
        return []
    return [_platform(), *map(_screen, QGuiApplication.screens()), _printer_count(), _media_state()]


def _screen(screen: QScreen) -> CheckLine:
    return CheckLine(
        topic=N_("screens"),
        ok=True,
        message=N_("{size}, scaled by {scale}, {hertz} Hz"),
        values={
            "size": _size(screen).strip(),
            "scale": f"{screen.devicePixelRatio():.2f}",
            "hertz": round(screen.refreshRate()),
        },
    )


def _printer_count() -> CheckLine:
    return CheckLine(
        topic=N_("printers"), ok=True, message="{number}", values={"number": len(printer_names())}
    )


def _media_state() -> CheckLine:
    speakers = QtSpeakers()
    values: dict[str, object] = {"state": speakers.presence(), "number": len(speakers.names())}
    return CheckLine(
        topic=N_("sounds, speech, camera"),
        ok=True,
        message=N_("{state}, loudspeakers: {number}"),
        values=values,
    )


def _platform() -> CheckLine:
    return CheckLine(
        topic=N_("windows"),
        ok=True,
        message=N_("Qt {version}, PySide6 {binding}, platform {platform}"),
        values={"version": qVersion(), "binding": binding, "platform": QGuiApplication.platformName()},
    )


def _screens() -> CheckLine:
    topic = N_("screens")
    screens = QGuiApplication.screens()
    names = ", ".join(map(_size, screens))
    if not screens or QGuiApplication.platformName() in ("offscreen", "minimal"):
        message = N_("No display here: windows are drawn out of sight only.")
        return CheckLine(topic=topic, ok=True, message=message)
    room = QGuiApplication.primaryScreen().availableSize()
    if room.width() < LEAST_WIDTH or room.height() < LEAST_HEIGHT:
        return CheckLine(
            topic=topic,
            ok=False,
            message=N_("{screens}. The console needs {width} × {height}: choose a finer resolution."),
            values={"screens": names, "width": LEAST_WIDTH, "height": LEAST_HEIGHT},
        )
    if len(screens) == 1:
        message = N_("{screens}. Plug in the projector to try the player screen on it.")
    else:
        message = "{screens}"
    return CheckLine(topic=topic, ok=True, message=message, values={"screens": names})


def _size(screen: QScreen) -> str:
    size = screen.size() * screen.devicePixelRatio()
    return f"{screen.name()} {size.width()} × {size.height()}"


def _media() -> CheckLine:
    """The optional part of Qt: whether it is there, and starts."""
    topic = N_("sounds, speech, camera")
    speakers = QtSpeakers()
    presence, line = speakers.presence(), adding_line(MEDIA)
    if presence != "there" and not line:
        return CheckLine(topic=topic, ok=False, message=_IN_THE_FOLDER)
    command = {"command": line}
    match presence:
        case "missing":
            message = N_("Not installed, and not needed. To add them, once: {command}")
            return CheckLine(topic=topic, ok=True, message=message, values=dict(command))
        case "other-version":
            message = N_("They were made for another Qt. Add them again: {command}")
            return CheckLine(topic=topic, ok=False, message=message, values=dict(command))
        case "broken":
            message = N_("They do not start here. Add them again, which looks for what lacks: {command}")
            return CheckLine(topic=topic, ok=False, message=message, values=dict(command))
        case "there":
            names = ", ".join(speakers.names())
            message = (
                N_("installed; loudspeakers: {names}") if names else N_("installed; no loudspeaker here")
            )
            return CheckLine(topic=topic, ok=True, message=message, values={"names": names})


def _printers() -> CheckLine:
    names = printer_names()
    if not names:
        message = N_("No printer is installed: papers can be saved as PDF and printed elsewhere.")
        return CheckLine(topic=N_("printers"), ok=True, message=message)
    return CheckLine(topic=N_("printers"), ok=True, message="{names}", values={"names": ", ".join(names)})
