"""A desk over services that are closed after the test."""

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from kit_app.ui.printing.page import PrintPage
from tests.ui.printing.desk import Desk
from tests.unit.services.bundled import opened


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, PrintPage):
            widget.stop()
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def desk(qtbot, services):
    return Desk(qtbot, services)
