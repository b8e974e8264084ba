"""The menu of the looks: light, dark, high contrast, as the system. No rule here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common import theme


def look_menu(t: Catalogue, choose: Callable[[str], object], parent: QWidget) -> QMenu:
    """The looks, the present one ticked; `choose` is told the name of the one taken."""
    menu = QMenu(parent)
    menu.setObjectName("look-menu")
    menu.setAccessibleName(t("Look"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = QActionGroup(menu)
    names = {
        "light": t("Light"),
        "dark": t("Dark"),
        "contrast": t("High contrast"),
        "system": t("As the system"),
    }
    for name, words in names.items():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(name == theme.current().name)
        action.triggered.connect(lambda _checked=False, name=name: choose(name))
        group.addAction(action)
    return menu
