"""The displays as plain values, where they truly are."""

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication, QScreen

from kit_app.domain.screens import Display
from kit_app.domain.settings import ScreenIdentity
from kit_app.system.monitors import Area, monitor_areas

_ON_X11 = "xcb"


def identity_of(screen: QScreen) -> ScreenIdentity:
    """A display as the system names it."""
    return ScreenIdentity(
        name=screen.name(),
        maker=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
    )


def true_areas() -> dict[str, Area]:
    """Where the system has its monitors, by name; empty where Qt always knows it."""
    return monitor_areas() if QGuiApplication.platformName() == _ON_X11 else {}


def display_of(screen: QScreen, areas: Mapping[str, Area]) -> Display:
    """A display as plain values, with `areas` from `true_areas`."""
    seen, scale = screen.geometry(), screen.devicePixelRatio()
    left, top, width, height = seen.left(), seen.top(), seen.width(), seen.height()
    if (area := areas.get(screen.name())) is not None:
        left, top = area[:2]
        if abs(area[2] - width * scale) >= scale or abs(area[3] - height * scale) >= scale:
            width, height = round(area[2] / scale), round(area[3] / scale)
    return Display(identity=identity_of(screen), left=left, top=top, width=width, height=height, scale=scale)
