"""Colours reach Qt, and every bundled icon and font can be drawn."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from kit_app.assets import resources_dir
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.icons import icon, pixmap
from kit_app.ui.common.stylesheet import stylesheet


def test_a_theme_reaches_palette_and_sheet(qapp: QApplication) -> None:
    applied = theme.apply_theme(qapp, "dark")
    assert theme.current() is applied is theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.DARK.paper)
    assert theme.DARK.danger in qapp.styleSheet()


def test_an_unknown_theme_is_the_light_one(qapp: QApplication) -> None:
    assert theme.apply_theme(qapp, "no such theme") is theme.LIGHT


def test_a_colour_missing_from_a_theme_is_noticed() -> None:
    with pytest.raises(KeyError):
        stylesheet({"paper": "#FFFFFF"})


def test_a_wrong_field_gets_a_border_of_danger(qtbot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setProperty("state", "error")
    field.resize(200, 36)
    field.show()
    assert field.grab().toImage().pixelColor(100, 0) == QColor(theme.LIGHT.danger)


def test_the_fonts_of_the_program_are_known() -> None:
    families = load_fonts(resources_dir() / "fonts")
    assert {"Atkinson Hyperlegible", "IBM Plex Mono", "Abril Fatface", "Andika", "Kalam"} <= set(families)


@pytest.mark.parametrize(
    "file", sorted((resources_dir() / "icons").glob("*.svg")), ids=lambda file: file.stem
)
def test_every_icon_draws_something_in_the_colour_asked_for(qapp: QApplication, file) -> None:
    image = pixmap(file.stem, "#A8201A", QSize(40, 40)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    colours = [colour for colour in pixels if colour.alpha() > 120]
    assert colours
    if "currentColor" in file.read_text(encoding="utf-8"):
        assert any(colour.red() > 140 and colour.green() < 80 for colour in colours)


def test_an_icon_for_native_controls_is_sharp_at_three_ratios(qapp: QApplication) -> None:
    assert len(icon("home", "#16202C", 16).availableSizes()) == 3


def test_the_icons_have_their_licence_beside_them() -> None:
    assert "MIT License" in (resources_dir() / "icons" / "LICENSE.txt").read_text(encoding="utf-8")
