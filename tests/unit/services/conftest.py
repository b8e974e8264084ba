"""Services that are closed after the test."""

import pytest

from tests.unit.services.bundled import opened


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()
