"""The colours of every screen, by name, and how they reach Qt. No widget here."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from kit_app.ui.common.fonts import UI_FAMILY, font
from kit_app.ui.common.style import KitStyle
from kit_app.ui.common.stylesheet import stylesheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours. A further theme (high contrast) is one more value in `THEMES`."""

    name: str
    paper: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    primary: str
    on_primary: str
    marker: str
    on_marker: str
    marker_bg: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    danger: str
    danger_bg: str
    danger_fill: str
    on_danger: str
    info_bg: str
    track: str
    band: str
    rail: str
    rail_text: str
    rail_current: str
    on_rail_current: str
    path_words: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """The colour of a token, ready to paint."""
        return QColor(getattr(self, token))

    def tokens(self) -> dict[str, str]:
        """Every colour by its token."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if isinstance(value, str)}


LIGHT = Theme(
    name="light",
    paper="#F5F1E8",
    surface="#FFFFFF",
    sunken="#ECE6D9",
    line="#D9D2C3",
    edge="#857E70",
    ink="#16202C",
    ink2="#465161",
    ink3="#5C6572",
    primary="#17324D",
    on_primary="#FFFFFF",
    marker="#FFD23F",
    on_marker="#16202C",
    marker_bg="#FFF6D6",
    ok="#17633D",
    ok_bg="#E2F2E8",
    warn="#744700",
    warn_bg="#FFF0CC",
    danger="#A8201A",
    danger_bg="#FCE7E4",
    danger_fill="#A8201A",
    on_danger="#FFFFFF",
    info_bg="#E4ECF4",
    track="#17324D",
    band="#B8C7D6",
    rail="#14283C",
    rail_text="#C9D5E1",
    rail_current="#FFFFFF",
    on_rail_current="#14283C",
    path_words={"A": "#005A8D", "B": "#A34700", "C": "#00704F", "D": "#7B3294"},
)

DARK = Theme(
    name="dark",
    paper="#11171E",
    surface="#1A222C",
    sunken="#0C1116",
    line="#344152",
    edge="#788AA0",
    ink="#EFF3F7",
    ink2="#BDC8D4",
    ink3="#9BA9B9",
    primary="#FFD23F",
    on_primary="#16202C",
    marker="#FFD23F",
    on_marker="#16202C",
    marker_bg="#332B0C",
    ok="#7FD6A6",
    ok_bg="#16301F",
    warn="#FFC869",
    warn_bg="#37280A",
    danger="#FFA69D",
    danger_bg="#421815",
    danger_fill="#A8201A",
    on_danger="#FFFFFF",
    info_bg="#1B2F44",
    track="#BBD4EE",
    band="#3F5468",
    rail="#0C1116",
    rail_text="#BDC8D4",
    rail_current="#243242",
    on_rail_current="#FFFFFF",
    path_words={"A": "#63B8EC", "B": "#FF9A57", "C": "#4FD1A5", "D": "#CFA0E3"},
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}

PATH_FILLS: Mapping[str, str] = {"A": "#0072B2", "B": "#C05500", "C": "#008561", "D": "#7B3294"}
"""Fixed by the game's books: the same on paper and on every screen, always with shape and letter."""

FRONT_PAGE = "#FFFDF7"

_PROPERTY = "kit_theme"


def current() -> Theme:
    """The theme now applied; light before any was."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app is not None else None
    return THEMES.get(str(name), LIGHT)


def palette(theme: Theme) -> QPalette:
    """The same colours for what a style sheet does not reach: item views, popups, native dialogs."""
    roles = {
        QPalette.ColorRole.Window: theme.paper,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink3,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.Highlight: theme.marker_bg,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.Link: theme.ink,
        QPalette.ColorRole.LinkVisited: theme.ink2,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.edge,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    quiet = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(quiet, role, QColor(theme.ink3))
    return result


def apply_theme(app: QApplication, name: str) -> Theme:
    """Dress the whole application. An unknown name gives the light theme."""
    theme = THEMES.get(name, LIGHT)
    app.setProperty(_PROPERTY, theme.name)
    if app.style().objectName() != KitStyle.NAME:
        app.setStyle(KitStyle())
    app.setFont(font(15, family=UI_FAMILY))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme.tokens()))
    return theme
