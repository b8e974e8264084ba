"""Services that are closed after the test, and the shelf at any of its parts."""

from functools import partial

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from kit_app.ui.shelf.page import ShelfPage
from tests.ui.shelf.shelf import Shelf
from tests.unit.services.bundled import opened


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ShelfPage):
            widget.stop()
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def shelf_at(qtbot, services):
    return partial(Shelf, qtbot, services)
