"""The colours of every screen, by name, and how they reach Qt. No widget here."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette, QPen
from PySide6.QtWidgets import QApplication

from kit_app.ui.common.fonts import UI_FAMILY, font
from kit_app.ui.common.style import KitStyle
from kit_app.ui.common.stylesheet import stylesheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours, and how thick what must be seen is drawn.

    `keyline` parts a path's fill from a dark ground, `face_edge` goes round tinted grounds that look like
    their surroundings ("": none). What is chosen has a border of `chosen`, at least `chosen_px` wide; rows of
    lists are filled with `picked`. Danger has borders of at least `danger_px`.
    """

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
    rail_ink: str
    rail_danger: str
    chosen: str
    picked: str
    on_picked: str
    quiet_ink: str
    keyline: str = ""
    face_edge: str = ""
    chosen_px: int = 1
    danger_px: int = 2
    path_words: Mapping[str, str]

    @property
    def is_stark(self) -> bool:
        """Whether grounds are all alike, so that only lines tell things apart."""
        return bool(self.face_edge)

    def chosen_pen(self, width: float = 2) -> QPen:
        """The border of what is chosen."""
        return QPen(self.colour("chosen"), max(width, self.chosen_px))

    def danger_pen(self, width: float = 1) -> QPen:
        """The border of what is dangerous or broken."""
        return QPen(self.colour("danger"), max(width, self.danger_px) if self.is_stark else width)

    def edge_pen(self, kind: str = "face_edge") -> QPen | None:
        """The border of a tinted ground, where it needs one."""
        return QPen(self.colour(kind), 1.5) if self.is_stark else None

    def path_keyline(self) -> QColor | None:
        """The line around a path's shape, where the ground is dark."""
        return QColor(self.keyline) if self.keyline else None

    def colour(self, token: str) -> QColor:
        """The colour of a token, ready to paint."""
        return QColor(getattr(self, token))

    def tokens(self) -> dict[str, str]:
        """Every colour by its token."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if isinstance(value, str)}

    def sheet_words(self) -> dict[str, str]:
        """What the style sheet is filled with: the colours, and the widths as lengths."""
        return {
            **self.tokens(),
            "danger_px": f"{self.danger_px}px",
            "disabled_line": "dashed" if self.is_stark else "solid",
        }


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
    rail_ink="#FFFFFF",
    rail_danger="#FF9C92",
    chosen="#16202C",
    picked="#FFF6D6",
    on_picked="#16202C",
    quiet_ink="#5C6572",
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
    rail_ink="#FFFFFF",
    rail_danger="#FF9C92",
    chosen="#EFF3F7",
    picked="#332B0C",
    on_picked="#EFF3F7",
    quiet_ink="#9BA9B9",
    keyline="#FFFFFF",
    path_words={"A": "#63B8EC", "B": "#FF9A57", "C": "#4FD1A5", "D": "#CFA0E3"},
)

_BLACK, _WHITE, _YELLOW = "#000000", "#FFFFFF", "#FFFF00"

CONTRAST = Theme(
    name="contrast",
    paper=_BLACK,
    surface=_BLACK,
    sunken=_BLACK,
    line=_WHITE,
    edge=_WHITE,
    ink=_WHITE,
    ink2=_WHITE,
    ink3=_WHITE,
    primary=_YELLOW,
    on_primary=_BLACK,
    marker=_YELLOW,
    on_marker=_BLACK,
    marker_bg=_BLACK,
    ok=_WHITE,
    ok_bg=_BLACK,
    warn=_YELLOW,
    warn_bg=_BLACK,
    danger=_WHITE,
    danger_bg=_BLACK,
    danger_fill=_WHITE,
    on_danger=_BLACK,
    info_bg=_BLACK,
    track=_WHITE,
    band=_BLACK,
    rail=_BLACK,
    rail_text=_WHITE,
    rail_current=_YELLOW,
    on_rail_current=_BLACK,
    rail_ink=_WHITE,
    rail_danger=_WHITE,
    chosen=_YELLOW,
    picked=_YELLOW,
    on_picked=_BLACK,
    quiet_ink="#C8C8C8",
    keyline=_WHITE,
    face_edge=_WHITE,
    chosen_px=3,
    danger_px=4,
    path_words=dict.fromkeys("ABCD", _WHITE),
)

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

PATH_FILLS: Mapping[str, str] = {"A": "#0072B2", "B": "#C05500", "C": "#008561", "D": "#7B3294"}
"""Fixed by the game's books: the same on paper and on every screen, always with shape and letter."""

FRONT_PAGE = "#FFFDF7"
FRONT_QUIET = "#465161"
FRONT_INK = "#16202C"

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
        QPalette.ColorRole.Highlight: theme.picked,
        QPalette.ColorRole.HighlightedText: theme.on_picked,
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
        result.setColor(quiet, role, QColor(theme.quiet_ink))
    return result


def apply_theme(app: QApplication, name: str) -> Theme:
    """Dress the whole application. An unknown name gives the light theme."""
    theme = THEMES.get(name, LIGHT)
    app.setProperty(_PROPERTY, theme.name)
    if app.style().objectName() != KitStyle.NAME:
        app.setStyle(KitStyle())
    app.setFont(font(15, family=UI_FAMILY))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme.sheet_words()))
    return theme
