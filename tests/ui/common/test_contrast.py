"""Every pair of colours that meet on a screen keeps its contrast (WCAG 2), computed from the tokens."""

import pytest
from PySide6.QtGui import QColor

from kit_app.ui.common import theme
from kit_app.views.player import HIGH_CONTRAST, NIGHT

TEXT, LARGE, AFAR = 4.5, 3.0, 7.0
GROUNDS = ("paper", "surface", "sunken")

TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3", "quiet_ink") for ground in GROUNDS),
    *(("ink", ground) for ground in ("marker_bg", "info_bg", "ok_bg", "warn_bg", "danger_bg")),
    *(("ink2", ground) for ground in ("marker_bg", "info_bg", "ok_bg", "warn_bg", "danger_bg")),
    *((state, f"{state}_bg") for state in ("ok", "warn", "danger")),
    *((state, ground) for state in ("ok", "warn", "danger") for ground in ("surface", "paper")),
    ("danger", "marker_bg"),
    ("warn", "marker_bg"),
    ("ok", "marker_bg"),
    ("on_primary", "primary"),
    ("on_marker", "marker"),
    ("on_danger", "danger_fill"),
    ("on_picked", "picked"),
    ("rail_text", "rail"),
    ("rail_ink", "rail"),
    ("marker", "rail"),
    ("on_rail_current", "rail_current"),
    ("paper", "ink"),
]
"""Text on what it is written on: pages, panels, tags, nodes, banners, buttons, lists, the rail, toasts."""
LARGE_PAIRS = [
    *(("edge", ground) for ground in GROUNDS),
    *(("primary", ground) for ground in ("paper", "surface")),
    *(("chosen", ground) for ground in (*GROUNDS, "marker_bg")),
    *((state, ground) for state in ("ok", "warn", "danger") for ground in ("surface", f"{state}_bg")),
    *(("track", ground) for ground in ("surface", "sunken")),
    *(("ink", ground) for ground in GROUNDS),
    ("ok", "sunken"),
    ("danger", "sunken"),
    ("rail_danger", "rail"),
    ("rail_text", "rail"),
]
"""Borders of controls, bars and icons, on what surrounds them."""
AFAR_PAIRS = [
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
] + [(theme.FRONT_INK, theme.FRONT_PAGE), (theme.FRONT_QUIET, theme.FRONT_PAGE)]
"""Text of the players' screen: night, portal, alert, hint and front page."""


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


def poor(name: str, pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    tokens = theme.THEMES[name].tokens()
    ratios = {(ink, ground): contrast(tokens[ink], tokens[ground]) for ink, ground in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_text_colour_can_be_read_on_its_grounds(name: str) -> None:
    assert not poor(name, TEXT_PAIRS, TEXT)


@pytest.mark.parametrize("name", theme.THEMES)
def test_every_border_of_a_control_can_be_seen(name: str) -> None:
    assert not poor(name, LARGE_PAIRS, LARGE)


def test_high_contrast_is_seven_at_least_for_text() -> None:
    assert not poor("contrast", TEXT_PAIRS, AFAR)


@pytest.mark.parametrize("name", theme.THEMES)
def test_path_words_can_be_read_on_panels(name: str) -> None:
    now = theme.THEMES[name]
    assert all(contrast(word, now.surface) >= TEXT for word in now.path_words.values())


@pytest.mark.parametrize("name", theme.THEMES)
def test_path_shapes_stand_out_of_their_ground_by_fill_or_by_keyline(name: str) -> None:
    now = theme.THEMES[name]
    for fill in theme.PATH_FILLS.values():
        for ground in (now.surface, now.sunken, now.ok_bg, now.marker_bg):
            line = now.keyline or fill
            assert contrast(line, ground) >= LARGE, (fill, ground)


@pytest.mark.parametrize("ground", [NIGHT.ground, NIGHT.alert_ground])
def test_path_shapes_stand_out_of_the_night_by_their_keyline(ground: str) -> None:
    assert contrast("#FFFFFF", ground) >= LARGE


def test_the_white_letter_stands_out_of_every_path_shape() -> None:
    assert all(contrast("#FFFFFF", fill) >= TEXT - 0.05 for fill in theme.PATH_FILLS.values())


def test_the_player_screen_can_be_read_from_afar() -> None:
    ratios = {pair: round(contrast(*pair), 2) for pair in AFAR_PAIRS}
    assert not {pair: ratio for pair, ratio in ratios.items() if ratio < AFAR}
