"""Fills the first frame: opens the data folder, dresses the application, shows the main window."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kit_app.domain.settings import Settings
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.diagnosis import diagnosis
from kit_app.services.services import Services
from kit_app.system.lock import FolderInUseError
from kit_app.ui.app import MainWindow
from kit_app.ui.background import Task, run
from kit_app.ui.checkup import facts
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.told import Told
from kit_app.ui.copies import copy_of_today
from kit_app.ui.dress import catalogue, dress, speak
from kit_app.ui.kept_words import kept_words
from kit_app.ui.sending import send_by_itself
from kit_app.ui.settings.folder_panel import moment_text
from kit_app.ui.start import Frame
from kit_app.ui.unexpected import Unexpected


class Opening(Protocol):
    """Opens the data folder, as its owner or to look at what another program keeps there."""

    def __call__(self, *, only_looks: bool = False) -> Services: ...


def fill_frame(frame: Frame, opening: Opening, t: Catalogue) -> bool:
    """Show the pages in the frame; False when the data folder cannot be opened, which is said.

    `t` speaks until a language is chosen in the settings.
    """
    unexpected = Unexpected(t)
    unexpected.install()
    filling = _Filling(frame, opening, t, unexpected)
    if not filling.open():
        return False
    frame.may_close = filling.may_close
    frame.closing.connect(filling.end)
    hints = QGuiApplication.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(filling.dress)
    return True


class _Filling(QObject):
    """What is open in the frame: the services of the folder and the window on them."""

    def __init__(self, frame: Frame, opening: Opening, t: Catalogue, unexpected: Unexpected) -> None:
        super().__init__(frame)
        self._frame = frame
        self._opening = opening
        self._t = t
        self._unexpected = unexpected
        unexpected.kept, unexpected.diagnosis = self._kept, self._diagnosis
        self._services: Services | None = None
        self._window: MainWindow | None = None

    def open(self) -> bool:
        """Open the folder and show its pages; False after saying why that cannot be."""
        try:
            services = self._services_of_folder()
        except KitAppError as error:
            _refuse(self._frame, error, self._t)
            return False
        if services is None:
            return False
        settings = services.preferences.settings
        dress(settings)
        t = catalogue(settings) if settings.language else self._t
        self._unexpected.t = t
        speak(t.language)
        window = MainWindow(services, t, self._frame)
        window.restore_asked.connect(self._put_back, Qt.ConnectionType.QueuedConnection)
        self._frame.setCentralWidget(window)
        self._services, self._window = services, window
        _warm_up(services, window)
        return True

    def _services_of_folder(self) -> Services | None:
        """The folder as its owner, or only looked into when another program owns it; None: not wanted."""
        try:
            return self._opening()
        except FolderInUseError:
            if not _wants_to_look(self._frame, self._t):
                return None
            return self._opening(only_looks=True)

    def may_close(self) -> bool:
        """Whether nothing would be lost."""
        return self._window is None or self._window.may_close()

    def end(self) -> None:
        """Let go of the window and of the folder."""
        if self._window is not None and self._services is not None:
            self._window.end()
            self._services.close()
        self._window = self._services = None

    def _kept(self) -> str:
        """What is stored and where, when something went wrong."""
        services, window = self._services, self._window
        if services is None:
            return ""
        room = None if window is None or window.live is None else window.live.room
        rehearses = window is not None and window.rehearsing is not None
        return kept_words(services, room, self._unexpected.t, is_rehearsal=rehearses)

    def _diagnosis(self) -> str:
        services = self._services
        return "" if services is None else diagnosis(services, facts, self._unexpected.t)

    def dress(self) -> None:
        """Follow the system's colours."""
        if self._services is not None:
            dress(self._services.preferences.settings)

    def _put_back(self, name: str) -> None:
        """Close everything, put a copy in the place of what is kept, and begin again."""
        if self._window is None or self._services is None:
            return
        t, backups = self._window.t, self._services.backups
        moment = next((moment_text(one, t) for one in backups.all() if one.name == name), name)
        self.end()
        told = refused = ""
        try:
            before = backups.restore(name)
            told = t("The copy is back in place. What was there before is kept as “{name}”.", name=before)
        except KitAppError as error:
            refused = t(error.message, **{**error.values, "name": moment})
        if not self.open():
            QApplication.exit(1)
        elif refused:
            read = [Verb("close", t("Close"), "primary", is_default=True)]
            title = t("The copy of {moment} was not put back", moment=moment)
            QuestionDialog(title, refused, read, self._frame).ask()
        elif self._window is not None:
            self._window.tell(Told(told))


def _warm_up(services: Services, window: MainWindow) -> None:
    """Read the kit before anybody asks for it, since that takes a moment; copy what is kept once a day."""
    library = services.library
    run(Task(lambda _progress: library.bundled_kit(), window))
    if not services.only_looks:
        copy_of_today(services, window)
        send_by_itself(services, window)


def _wants_to_look(frame: Frame, t: Catalogue) -> bool:
    dress(Settings())
    speak(t.language)
    question = QuestionDialog(
        t("The program is already open on these data"),
        t(
            "Another window, or another computer, works with them. Use that one, or close it and start again."
            " You can also look at everything here and print; nothing can be changed then."
        ),
        [Verb("look", t("Only look"), "secondary"), Verb("close", t("Close"), "primary", is_default=True)],
        frame,
    )
    return question.ask() == "look"


def _refuse(frame: Frame, error: KitAppError, t: Catalogue) -> None:
    dress(Settings())
    speak(t.language)
    close = [Verb("close", t("Close"), "primary", is_default=True)]
    QuestionDialog(t("The program cannot start"), t.of(error), close, frame).ask()
