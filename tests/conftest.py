"""What every test starts from: two virtual screens, and the clock that tests turn by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.postgres import LocalServer, why_not
from kit_app.storage import database
from kit_app.ui import media
from tests.fakes import FakeClock

SCREENS = os.path.relpath(Path(__file__).with_name("screens.json")).replace("\\", "/")
# “offscreen” alone has one screen, and activates windows late
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; review the difference")


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> None:
    """No test cuts the power: what they store need not be on the disk, only with the system."""
    database.SYNCHRONOUS = "OFF"


@pytest.fixture(autouse=True)
def no_loudspeakers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer where the optional part is installed is as quiet in tests as one where it is not."""
    monkeypatch.setattr(media, "ADDONS", "no-such-package")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(scope="session")
def region_server() -> Iterator[LocalServer]:
    """A real PostgreSQL server of these tests' own; only long tests ask for it."""
    pytest.importorskip("pg8000")
    if why_not():
        pytest.skip(why_not())
    with LocalServer() as server:
        yield server
