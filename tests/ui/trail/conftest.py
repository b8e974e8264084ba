"""Services that are closed after the test, and sentences in English."""

import pytest
from PySide6.QtCore import QThreadPool

from kit_app.assets import resources_dir
from kit_app.i18n import load
from tests.unit.services.bundled import opened


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def t():
    return load(resources_dir() / "i18n", "en")
