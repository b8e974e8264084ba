"""What the windows of a whole evening need."""

from collections.abc import Iterator

import pytest

from kit_app.ui.garbage import Collector


@pytest.fixture
def collector(qapp: object) -> Iterator[None]:
    """As in the program: cycles are collected on the interface thread only."""
    collector = Collector(qapp)
    yield
    collector.end()
