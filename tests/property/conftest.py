"""Properties are judged by what they find, not by how fast a busy machine runs them."""

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=60)


def pytest_configure(config: pytest.Config) -> None:
    """The quick run looks at fewer examples, the long one at as many as is usual."""
    settings.load_profile("quick" if "not long" in config.getoption("markexpr") else "patient")
