"""The main window over a data folder of its own, and sessions to look at."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from kit_app.domain.facility import Facility
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.domain.settings import Settings
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.dress import catalogue, dress
from kit_app.ui.setup.play_page import PlayPage
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened

LONG_FACILITY = "Centre hospitalier intercommunal des Hautes Vallées de l'Ouest"[:60]
TODAY = "2026-11-24"


@contextmanager
def services_in(folder: Path, clock: FakeClock | None = None) -> Iterator[Services]:
    services = opened(folder, clock or FakeClock())
    try:
        yield services
    finally:
        services.close()


def window_of(
    services: Services, *, language: str = "en", theme: str = "light", size: tuple[int, int] = (1366, 768)
) -> MainWindow:
    """The window, shown. The caller gives it to qtbot."""
    settings = replace(Settings(), language=language, theme=theme)
    services.preferences.save(settings)
    services.profile.save(Facility(name="Hôpital de Brévalon"))
    dress(settings)
    window = MainWindow(services, catalogue(settings))
    window.resize(*size)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def session(services: Services, name: str = "Night shift", **choices: object) -> SessionPlan:
    """A stored session for tonight, with one team of five unless said otherwise."""
    usual = {"name": name, "date": TODAY, "time": "18:30", "room": "Salle Camélia"}
    draft = services.sessions.draft(facility="Hôpital de Brévalon", language="fr")
    return services.sessions.save(replace(draft, **{**usual, **choices})).plan


def teams(*sizes: int) -> tuple[TeamPlan, ...]:
    return tuple(
        TeamPlan(number=number, label=f"Équipe {number}", size=size) for number, size in enumerate(sizes, 1)
    )


def named(window: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """The visible part of this object name."""
    found = [part for part in window.findChildren(kind, name) if part.isVisible()]
    assert len(found) == 1, (name, found)
    return found[0]


def click(window: QWidget, name: str) -> None:
    """Press the visible button of this object name."""
    QTest.mouseClick(named(window, name), Qt.MouseButton.LeftButton)


def write(window: QWidget, name: str, text: str) -> None:
    """Replace what stands in a field, as a person types it."""
    field = named(window, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)


def typed(text: str) -> None:
    """Letters where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def press(keys: str) -> None:
    """Keys such as "Ctrl+N" where the focus is."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    QTest.keySequence(target, keys)


def clipped(window: QWidget) -> list[str]:
    """Visible words that have less room than they need; what lies in a scroll area counts as shown."""
    for page in window.findChildren(PlayPage):
        while page.is_checking:  # it ends by itself: what hangs is cut off
            QTest.qWait(20)
    QApplication.processEvents()
    for _level in range(5):  # what came from other threads just now is laid out, level by level
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    found = []
    parts = [part for part in window.findChildren(QWidget) if not _is_scroll_bar(part)]
    for part in parts:
        if not part.isVisible() or not _fits_across(part, window):
            if part.isVisible():
                found.append(f"outside: {_name(part)}")
            continue
        if isinstance(part, QLabel) and part.text() and part.height() + 1 < _needed(part):
            found.append(f"too low: {_name(part)}")
        if (
            isinstance(part, QAbstractButton)
            and part.text()
            and part.width() + 1 < part.minimumSizeHint().width()
        ):
            found.append(f"too narrow: {_name(part)}")
    return found


def _is_scroll_bar(part: QWidget) -> bool:
    return isinstance(part, QScrollBar) or part.objectName().startswith("qt_scrollarea_")


def _needed(label: QLabel) -> int:
    if label.wordWrap():
        return label.heightForWidth(label.width())
    return label.minimumSizeHint().height()


def _fits_across(part: QWidget, window: QWidget) -> bool:
    left = part.mapTo(window, part.rect().topLeft()).x()
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    room = area.viewport().width() + area.mapTo(window, area.rect().topLeft()).x() if area else window.width()
    return left >= 0 and left + part.width() <= room + 1


def _name(part: QWidget) -> str:
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    return f"{type(part).__name__} {part.objectName()} {words!r}"
