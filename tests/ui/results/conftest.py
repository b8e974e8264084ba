"""Services that are closed after the test, and the pages over them."""

import pytest
from PySide6.QtCore import QThreadPool

from benchmarks.game_facts import filled
from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.storage.store import open_store
from kit_app.ui.results.page import ResultsPage
from kit_app.ui.results.statistics_page import StatisticsPage
from tests.unit.services.bundled import opened


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def page(qtbot, services):
    page = ResultsPage(services, load(resources_dir() / "i18n", "en"))
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    return page


@pytest.fixture
def many(tmp_path, clock):
    """Services of a data folder in which many games were played, and these games."""
    store = open_store(tmp_path / "many", 0)
    games = filled(store, 240)
    store.close()
    services = opened(tmp_path / "many", clock)
    yield services, games
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def statistics_page(qtbot):
    """Makes the page of all results of a data folder."""

    def make(services):
        page = StatisticsPage(services, load(resources_dir() / "i18n", "en"))
        qtbot.addWidget(page)
        page.resize(1182, 768)
        page.show()
        page.reload()
        return page

    return make


@pytest.fixture
def everything(many, statistics_page):
    """The page of all results over many games."""
    return statistics_page(many[0])
