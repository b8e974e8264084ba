"""Joins the texts on the console and the voice of the computer, in the language of the cards."""

from PySide6.QtCore import QObject

from kit_app.i18n import Catalogue
from kit_app.ui.console.speak_button import SpeakButton, speech_trouble
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.speech import Speech, Voice


class RoomSpeech(QObject):
    """Speaks the text that the console asks for."""

    def __init__(
        self,
        t: Catalogue,
        console: ConsoleWindow,
        parent: QObject | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._console = console
        self._language = ""
        self.speech = Speech(self, voice)
        self.speech.changed.connect(self._show)
        console.page.speak_asked.connect(self.turn)

    def begin(self, language: str) -> None:
        """Cards in another language."""
        self._language = language
        self._show()

    def turn(self, text: str) -> None:
        """Speak the text, stop speaking, or say in words why there is no voice."""
        self.speech.turn(text, self._language)
        why_not = self._why_not()
        if why_not:
            self._console.toast.show_toast(why_not)

    def _show(self) -> None:
        """Have each button say what a click does now."""
        state, why_not = self.speech.state(self._language), self._why_not()
        for button in self._console.findChildren(SpeakButton):
            button.show_state(state, why_not)

    def _why_not(self) -> str:
        return speech_trouble(self.speech.state(self._language), self._language, self._t)
