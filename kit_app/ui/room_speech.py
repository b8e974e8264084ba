"""Joins the texts on the console and the voice of the computer, in the language of the cards."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kit_app.i18n import Catalogue
from kit_app.ui.console.speak_button import SpeakButton, speech_trouble
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.speech import Speech, Voice


class RoomSpeech(QObject):
    """`language` tells the language of the run that the console speaks of."""

    def __init__(
        self,
        t: Catalogue,
        console: ConsoleWindow,
        language: Callable[[], str],
        parent: QObject | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._console = console
        self._language = language
        self.speech = Speech(self, voice)
        self.speech.changed.connect(self.show)
        console.page.speak_asked.connect(self.turn)

    def turn(self, text: str) -> None:
        """Speak the text, stop speaking, or say in words why there is no voice."""
        self.speech.turn(text, self._language())
        why_not = self._why_not()
        if why_not:
            self._console.toast.show_toast(why_not)

    def show(self) -> None:
        """Have each button say what a click does now."""
        state, why_not = self.speech.state(self._language()), self._why_not()
        for button in self._console.findChildren(SpeakButton):
            button.show_state(state, why_not)

    def _why_not(self) -> str:
        language = self._language()
        return speech_trouble(self.speech.state(language), language, self._t)
