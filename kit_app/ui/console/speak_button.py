"""The button that has a text spoken aloud, and stops it. No rule here."""

from PySide6.QtWidgets import QWidget

from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.console.keys import key_of
from kit_app.ui.media import how_added
from kit_app.views.speech import SpeechState


class SpeakButton(KeyButton):
    """Its key belongs to the page, for whichever text is on top."""

    def __init__(self, name: str, t: Catalogue, parent: QWidget) -> None:
        super().__init__(t("Speak"), parent, size="small", icon="sound")
        self._t = t
        self.set_key("", key_of("speak").shown(t))
        self.setObjectName(name)

    def show_state(self, state: SpeechState, why_not: str) -> None:
        """What a click does now; `why_not` says why nothing would be spoken."""
        t = self._t
        words = {"silent": t("Speak"), "speaking": t("Stop speaking")}.get(state, t("No voice"))
        if words != self.text():
            self.setText(words)
            self.set_icon({"silent": "sound", "speaking": "stop"}.get(state, "mute"))
            self.set_key("", "" if why_not else key_of("speak").shown(t))
        self.set_tip(why_not)
        self.setAccessibleDescription(why_not)


def speech_trouble(state: SpeechState, language: str, t: Catalogue) -> str:
    """Why nothing is spoken, and what to do; empty when all is well."""
    match state:
        case "no-voice":
            return t(
                "This computer has no voice for {language}: add one in the system’s settings.",
                language=LANGUAGES.get(language, language),
            )
        case "missing":
            return t("The voice is not installed. {how}", how=how_added(t))
        case "broken":
            return t("The voices of this computer do not start.")
        case "silent" | "speaking":
            return ""
