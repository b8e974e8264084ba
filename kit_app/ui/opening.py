"""Fills the first frame: opens the data folder, dresses the application, shows the main window."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from kit_app.domain.settings import Settings
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.app import MainWindow
from kit_app.ui.background import Task, run
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.copies import copy_of_today
from kit_app.ui.dress import catalogue, dress, speak
from kit_app.ui.start import Frame
from kit_app.ui.unexpected import Unexpected


def fill_frame(frame: Frame, opening: Callable[[], Services], t: Catalogue) -> bool:
    """Show the pages in the frame; False when the data folder cannot be opened, which is said.

    `t` speaks until a language is chosen in the settings.
    """
    unexpected = Unexpected(t)
    unexpected.install()
    try:
        services = opening()
    except KitAppError as error:
        _refuse(frame, error, t)
        return False
    settings = services.preferences.settings
    dress(settings)
    if settings.language:
        t = catalogue(settings)
    unexpected.t = t
    speak(t.language)
    window = MainWindow(services, t, frame)
    frame.setCentralWidget(window)
    frame.may_close = window.may_close
    frame.closing.connect(window.end)
    frame.closing.connect(lambda: services.close())  # a frozen value cannot be referred to weakly
    hints = QGuiApplication.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda _how: dress(services.preferences.settings))
    _warm_up(services, window)
    return True


def _warm_up(services: Services, window: MainWindow) -> None:
    """Read the kit before anybody asks for it, since that takes a moment; copy what is kept once a day."""
    library = services.library
    run(Task(lambda _progress: library.bundled_kit(), window))
    copy_of_today(services, window)


def _refuse(frame: Frame, error: KitAppError, t: Catalogue) -> None:
    dress(Settings())
    speak(t.language)
    close = [Verb("close", t("Close"), "primary", is_default=True)]
    QuestionDialog(t("The program cannot start"), t.of(error), close, frame).ask()
