"""The menu of the sounds: on which loudspeaker, how loud, the tick, a trial. No rule here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.media import how_added
from kit_app.views.sound import SoundState, SoundView

VOLUMES = (25, 50, 70, 100)


def sound_trouble(state: SoundState, t: Catalogue) -> str:
    """Why nothing is heard, and what to do; empty when all is well."""
    match state:
        case "missing":
            return t(
                "Sounds and speech need one more part of the program. {how} "
                "Everything else works without it.",
                how=how_added(t),
            )
        case "broken":
            return t("The part of the program that plays sounds does not start on this computer.")
        case "no-speaker":
            return t("No loudspeaker is plugged in. Sounds come back by themselves when one is.")
        case "on" | "muted":
            return ""


class SoundMenu(QMenu):
    """`volume_chosen(int)` in percent, `speaker_chosen(str)`, `tick_chosen(bool)`, `tried()`."""

    volume_chosen = Signal(int)
    speaker_chosen = Signal(str)
    tick_chosen = Signal(bool)
    tried = Signal()

    def __init__(self, view: SoundView, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sound-menu")
        trouble = sound_trouble(view.state, t)
        for line in trouble.replace(". ", ".\n").splitlines():
            self.addAction(line).setEnabled(False)
        if trouble:
            self.addSeparator()
        can_play = view.state in ("on", "muted", "no-speaker")
        loudness = self._group()
        for percent in VOLUMES:
            action = self._choice(t("Volume {percent} %", percent=percent), percent == view.volume, loudness)
            action.setEnabled(can_play)
            action.triggered.connect(lambda _=False, percent=percent: self.volume_chosen.emit(percent))
        self.addSeparator()
        speakers = self._group()
        for name in ("", *view.loudspeakers) if can_play else ():
            words = name or t("The system’s loudspeaker")
            action = self._choice(words, name == view.loudspeaker, speakers)
            action.triggered.connect(lambda _=False, name=name: self.speaker_chosen.emit(name))
        self.addSeparator()
        tick = self._choice(t("A soft tick when a puzzle turns late"), view.has_late_tick)
        tick.setEnabled(can_play)
        tick.triggered.connect(self.tick_chosen)
        trial = self.addAction(t("Try the sound"))
        trial.setEnabled(view.state == "on")
        trial.triggered.connect(lambda: self.tried.emit())

    def _group(self) -> QActionGroup:
        return QActionGroup(self)

    def _choice(self, words: str, is_on: bool, group: QActionGroup | None = None) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        if group is not None:
            group.addAction(action)
        return action
