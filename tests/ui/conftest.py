"""The fonts and the light theme for every test of this folder."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.garbage import Collector


@pytest.fixture(autouse=True, scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts(resources_dir() / "fonts")


@pytest.fixture(autouse=True, scope="session")
def collector(qapp: QApplication) -> Iterator[None]:
    """As in the program: cycles are collected on the interface thread only."""
    collector = Collector(qapp)
    yield
    collector.end()


@pytest.fixture(autouse=True)
def light(qapp: QApplication, fonts: None) -> None:
    apply_theme(qapp, "light")


@pytest.fixture(autouse=True)
def no_widget_stays(qapp: QApplication) -> Iterator[None]:
    """Widgets that a test closed are deleted at once: a thousand of them make each change of theme slow."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def hooks() -> Iterator[None]:
    """What tells of bugs and of what Qt says is afterwards as it was."""
    bugs, said = sys.excepthook, qInstallMessageHandler(None)
    qInstallMessageHandler(said)
    yield
    sys.excepthook = bugs
    qInstallMessageHandler(said)
