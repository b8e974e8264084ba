"""Speaks a text aloud with a voice of this computer, offline; the only place that loads QtTextToSpeech."""

import logging
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from kit_app.ui.media import Presence, presence
from kit_app.views.speech import SpeechState

log = logging.getLogger(__name__)


class Voice(Protocol):
    """What speech asks of the world outside."""

    def presence(self) -> Presence:
        """Whether this computer could have a voice at all. Quick."""
        ...

    def begin(self, text: str, language: str) -> bool:
        """Speak; False when no voice knows the language. May take a second the first time."""
        ...

    def stop(self) -> None:
        """Be silent."""
        ...

    def is_speaking(self) -> bool:
        """Whether a text is being spoken."""
        ...


class Speech(QObject):
    """Speaks one text at a time. `changed()`: it began, ended, or found no voice. Nothing here raises."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, voice: Voice | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice or QtVoice(self)
        self._voiceless: set[str] = set()

    def state(self, language: str) -> SpeechState:
        """What to tell of speech in this language at this moment."""
        there = self._voice.presence()
        if there != "there":
            return "broken" if there == "broken" else "missing"
        if language in self._voiceless:
            return "no-voice"
        return "speaking" if self._voice.is_speaking() else "silent"

    def turn(self, text: str, language: str) -> None:
        """Speak `text`, or be silent when something is being spoken."""
        state = self.state(language)
        if state == "speaking":
            self.stop()
        elif state == "silent" and text.strip():
            if not self._voice.begin(text, language) and self._voice.presence() == "there":
                self._voiceless.add(language)
            self.changed.emit()

    def stop(self) -> None:
        """Be silent."""
        if self._voice.is_speaking():
            self._voice.stop()
            self.changed.emit()


class QtVoice(QObject):
    """Loads the voices when the first text is to be spoken: that is slow on some computers."""

    def __init__(self, owner: Speech) -> None:
        super().__init__(owner)
        self._owner = owner
        self._presence = presence()

    def presence(self) -> Presence:
        return self._presence

    def begin(self, text: str, language: str) -> bool:
        if not self._is_loaded():
            return False
        fitting = [
            locale
            for locale in self._engine.availableLocales()
            if locale.language() == QLocale(language).language()
        ]
        if not fitting:
            return False
        usual = QLocale(language)
        self._engine.setLocale(next((locale for locale in fitting if locale == usual), fitting[0]))
        self._engine.say(text)
        return True

    def stop(self) -> None:
        if self._is_loaded():
            self._engine.stop()

    def is_speaking(self) -> bool:
        return hasattr(self, "_engine") and self._engine.state() in self._busy

    def _is_loaded(self) -> bool:
        if self._presence == "there" and not hasattr(self, "_engine"):
            self._load()
        return hasattr(self, "_engine")

    def _load(self) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # an optional part, and slow to load
        except ImportError as error:
            log.warning("QtTextToSpeech does not load: %s", error)
            self._presence = "broken"
            return
        if not [name for name in QTextToSpeech.availableEngines() if name != "mock"]:
            self._presence = "broken"
            return
        self._engine = QTextToSpeech(self)
        self._busy = (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)
        self._engine.stateChanged.connect(lambda _state: self._owner.changed.emit())
