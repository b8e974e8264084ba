"""Dresses the application after the settings: fonts, theme, and the words of Qt's own controls."""

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.domain.settings import Settings
from kit_app.i18n import Catalogue, load
from kit_app.system.language import system_language
from kit_app.ui.common import theme
from kit_app.ui.common.fonts import UI_FAMILY, load_fonts
from kit_app.ui.qt_words import QtWords

_TRANSLATOR = "kit-translator"


def application() -> QApplication:
    """The running application. Raises RuntimeError when there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no application runs")
    return app


def dress(settings: Settings) -> None:
    """Load what is not loaded yet and apply the theme of `settings`."""
    app = application()
    name = theme_name(settings)
    if app.font().family() != UI_FAMILY:
        load_fonts(resources_dir() / "fonts")
    if theme.current().name != name or app.font().family() != UI_FAMILY:
        theme.apply_theme(app, name)


def theme_name(settings: Settings) -> str:
    """Light, dark or contrast; what the system shows when the settings leave it to the system."""
    if settings.theme != "system":
        return settings.theme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def catalogue(settings: Settings) -> Catalogue:
    """The sentences of the language chosen, or of the system's when it is one of ours."""
    return load(resources_dir() / "i18n", settings.language or system_language())


def speak(language: str) -> None:
    """Have Qt's own buttons, menus and key names in a language."""
    app = application()
    for old in app.findChildren(QTranslator, _TRANSLATOR):
        app.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    if language == "en":
        return
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    ours = QtWords(load(resources_dir() / "i18n", language), app)
    ours.setObjectName(_TRANSLATOR)
    app.installTranslator(ours)
