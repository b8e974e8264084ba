"""The fonts and the light theme for every test of this folder."""

import pytest
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme


@pytest.fixture(autouse=True, scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts(resources_dir() / "fonts")


@pytest.fixture(autouse=True)
def light(qapp: QApplication, fonts: None) -> None:
    apply_theme(qapp, "light")
