"""A hint that is announced, just given or offered, and what may become of it. No rule here."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.game.commands import Command, GiveHint, HideHint, PutOffHint, WithdrawHint
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.panel import Panel
from kit_app.views.console import ConsoleView


@dataclass(frozen=True, slots=True)
class _Notice:
    """What stands there: a sentence, and the act of one button or two."""

    kind: str
    words: str
    button: str
    act: Command
    other: str = ""
    other_act: Command | None = None


class HintNotice(Panel):
    """`asked` carries a command. Hidden while there is nothing to decide."""

    asked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="hint", look="info", padding=12)
        self._t = t
        self._notice: _Notice | None = None
        self.act = KeyButton("", self, size="small")
        self.act.setObjectName("hint-notice")
        self.other = KeyButton("", self, size="small")
        self.other.setObjectName("hint-notice-other")
        self.act.clicked.connect(self._do)
        self.other.clicked.connect(self._do_other)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.act)
        row.addWidget(self.other)
        row.addStretch(1)
        self.add(row)
        self.hide()

    def show_view(self, view: ConsoleView) -> None:
        """Bring the notice up to date; a new one is announced, its seconds are not."""
        before, self._notice = self._notice, self._notice_of(view)
        now = self._notice
        if now == before:
            return
        self.setVisible(now is not None)
        if now is None:
            return
        self.set_title(now.words)
        self.act.setText(now.button)
        self.act.set_key("", self._t("Alt+Shift+I") if now.kind == "given" else "")
        self.other.setText(now.other)
        self.other.setVisible(bool(now.other))
        if before is None or before.kind != now.kind:
            announce(self)

    def _notice_of(self, view: ConsoleView) -> _Notice | None:
        return self._given(view) or self._coming(view) or self._offered(view)

    def _given(self, view: ConsoleView) -> _Notice | None:
        t = self._t
        if view.shown_hint is None or not view.take_back_ms:
            return None
        puzzle, level = view.shown_hint
        words = (
            t("Hint {level} of {puzzle} is on the screen.", level=level, puzzle=puzzle)
            if level
            else t("The players are asked where they have searched.")
        )
        button = t("Take back ({seconds} s)", seconds=-(-view.take_back_ms // 1000))
        return _Notice("given", words, button, WithdrawHint(puzzle=puzzle, level=level))

    def _coming(self, view: ConsoleView) -> _Notice | None:
        """Said by the next step, unless an alarm stands there: nothing comes unannounced."""
        t, coming = self._t, view.coming
        if coming is None or view.suggestion is None or view.suggestion.kind != "alarm":
            return None
        seconds = -(-coming.in_ms // 1000)
        words = t(
            "Hint {level} of {puzzle} in {seconds} s",
            level=coming.level,
            puzzle=coming.puzzle,
            seconds=seconds,
        )
        put_off = PutOffHint(puzzle=coming.puzzle, level=coming.level)
        give = GiveHint(puzzle=coming.puzzle, level=coming.level)
        return _Notice("coming", words, t("Not now"), put_off, t("Show it now"), give)

    def _offered(self, view: ConsoleView) -> _Notice | None:
        t = self._t
        row = next((row for row in view.puzzles if row.id == view.offered), None)
        hint = next((hint for hint in row.hints if not hint.is_given), None) if row is not None else None
        if row is None or hint is None:
            return None
        words = t("The players read that a hint of {puzzle} is waiting.", puzzle=row.id)
        give = GiveHint(puzzle=row.id, level=hint.level)
        button = t("They want it: show hint {level}", level=hint.level)
        return _Notice("offered", words, button, give, t("They do not"), HideHint())

    def _do(self) -> None:
        if self._notice is not None:
            self.asked.emit(self._notice.act)

    def _do_other(self) -> None:
        if self._notice is not None and self._notice.other_act is not None:
            self.asked.emit(self._notice.other_act)
