"""Colours keep their contrast, reach Qt, and every bundled icon and font can be drawn."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from kit_app.assets import resources_dir
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.icons import icon, pixmap
from kit_app.ui.common.stylesheet import stylesheet
from kit_app.views.player import HIGH_CONTRAST, NIGHT

TEXT, LARGE = 4.5, 3.0

TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("paper", "surface", "sunken")),
    ("on_primary", "primary"),
    ("on_marker", "marker"),
    *(
        (state, ground)
        for state in ("ok", "warn", "danger")
        for ground in (f"{state}_bg", "surface", "paper")
    ),
    ("ink", "marker_bg"),
    ("ink2", "marker_bg"),
    ("danger", "marker_bg"),
    ("ink", "info_bg"),
    ("ink2", "sunken"),
    ("on_danger", "danger_fill"),
    ("rail_text", "rail"),
    ("on_rail_current", "rail_current"),
    ("paper", "ink"),
]
BORDER_PAIRS = [
    *(("edge", ground) for ground in ("paper", "surface", "sunken")),
    *(("primary", ground) for ground in ("paper", "surface")),
    *(("track", ground) for ground in ("surface", "sunken")),
    ("ink", "marker_bg"),
]
PLAYER_PAIRS = [
    (getattr(colours, words), getattr(colours, ground))
    for colours in (NIGHT, HIGH_CONTRAST)
    for words, ground in (
        ("text", "ground"),
        ("quiet", "ground"),
        ("text", "raised"),
        ("quiet", "raised"),
        ("on_marker", "marker"),
        ("alert_text", "alert_ground"),
        ("alert_quiet", "alert_ground"),
        ("alert_on_panel", "alert_panel"),
    )
] + [("#16202C", theme.FRONT_PAGE)]


def luminance(colour: str) -> float:
    shade = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (shade.redF(), shade.greenF(), shade.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_text_colour_can_be_read_on_its_grounds(name: str) -> None:
    tokens = theme.THEMES[name].tokens()
    poor = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in TEXT_PAIRS}
    assert not {pair: ratio for pair, ratio in poor.items() if ratio < TEXT}


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_border_of_a_control_can_be_seen(name: str) -> None:
    tokens = theme.THEMES[name].tokens()
    poor = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in BORDER_PAIRS}
    assert not {pair: ratio for pair, ratio in poor.items() if ratio < LARGE}


@pytest.mark.parametrize("name", theme.THEMES)
def test_path_words_can_be_read_on_panels(name: str) -> None:
    now = theme.THEMES[name]
    assert all(contrast(word, now.surface) >= TEXT for word in now.path_words.values())


def test_the_white_letter_stands_out_of_every_path_shape() -> None:
    assert all(contrast("#FFFFFF", fill) >= LARGE for fill in theme.PATH_FILLS.values())


def test_the_player_screen_can_be_read_from_afar() -> None:
    assert all(contrast(*pair) >= 7 for pair in PLAYER_PAIRS)


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
