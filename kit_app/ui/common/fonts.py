"""The bundled fonts by role, loaded from the resources. No colour, no widget."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

UI_FAMILY = "Atkinson Hyperlegible"
MONO_FAMILY = "IBM Plex Mono"
MASTHEAD_FAMILY = "Abril Fatface"
CARD_FAMILY = "Andika"
HAND_FAMILY = "Kalam"


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every TrueType file below `folder`; the families now known, sorted."""
    families: set[str] = set()
    for file in sorted(folder.glob("*/*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def font(px: float, *, bold: bool = False, family: str = UI_FAMILY) -> QFont:
    """A font of a height in logical pixels."""
    result = QFont(family)
    result.setPixelSize(max(1, round(px)))
    result.setBold(bold)
    return result
