"""Writing a message to the players, or a note for the debrief, without a dialog. No rule here."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.game.commands import AddNote, ShowMessage
from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import announce, describe
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.console.lines import Line
from kit_app.ui.console.message_list import MessageList

LONGEST = 280
MOST_BEFORE = 20
Purpose = Literal["message", "note"]


class Composer(Panel):
    """`asked` carries ShowMessage or AddNote; `previewed(str)` what players would read (empty: nothing)."""

    asked = Signal(object)
    previewed = Signal(str)
    left = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="message", look="info", padding=12)
        self._t = t
        self._purpose: Purpose = "message"
        self.help = Label("", "small", self)
        self.edit = Line(self)
        self.edit.setObjectName("compose")
        self.edit.setMaxLength(LONGEST)
        self.edit.textChanged.connect(self._preview)
        self.edit.returnPressed.connect(self._send)
        self.send = KeyButton("", self, kind="strong", size="small")
        self.send.setObjectName("send")
        self.send.clicked.connect(self._send)
        self.cancel = icon_button("cross", t("Leave it"), self, kind="quiet")
        self.cancel.set_key("", t("Esc"))
        self.cancel.setObjectName("compose-cancel")
        self.cancel.clicked.connect(self.leave)
        self.refusal = Label("", "error", self)
        self.refusal.hide()
        self.messages = MessageList(t, self)
        self.messages.picked.connect(self._take)
        self.messages.left.connect(self.edit.setFocus)
        self._ready: tuple[str, ...] = ()
        self._before: tuple[str, ...] = ()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send)
        buttons.addStretch(1)
        self.add_to_head(self.cancel)
        for part in (self.edit, self.help, self.messages, buttons, self.refusal):
            self.add(part)
        self.hide()

    @property
    def purpose(self) -> Purpose:
        """What is being written."""
        return self._purpose

    def open(self, purpose: Purpose, beginning: str = "", sent: Sequence[str] = ()) -> None:
        """Begin to write; the focus goes to the line. `sent` are this game's messages, the newest first."""
        t = self._t
        self._purpose = purpose
        is_message = purpose == "message"
        self.set_title(t("Message to the players") if is_message else t("Note for the debrief"))
        describe(self.edit, self.title.text())
        self.help.setText(
            t(
                "The small screen shows what they would read. They see it when you press the button. "
                "It stays until you take it off."
            )
            if is_message
            else t("Kept with the time. Never a person’s name.")
        )
        before = list(dict.fromkeys((*sent, *self._before)))[:MOST_BEFORE]
        self.messages.show_texts((*self._ready, *before) if is_message else ())
        self.send.setText(t("Show the message") if is_message else t("Keep the note"))
        self.send.set_key("", t("Enter"))
        self.show_refusal("")
        self.edit.setText(beginning)
        self.show()
        self.edit.setFocus()

    def offer_texts(self, ready: Sequence[str], before: Sequence[str]) -> None:
        """Messages to choose from: the kit's, and those of earlier games, the newest first."""
        self._ready, self._before = tuple(ready), tuple(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.edit.hasFocus() and self.messages.isVisible():
            self.messages.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Stop writing; nothing is kept."""
        self.hide()
        self.edit.clear()
        self.previewed.emit("")
        self.left.emit()

    def command(self) -> ShowMessage | AddNote:
        """What is asked for with the words as they are now."""
        text = self.edit.text()
        return ShowMessage(text=text) if self._purpose == "message" else AddNote(text=text)

    def show_refusal(self, sentence: str) -> None:
        """Why it was not taken; empty when all is well."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.refusal.setAccessibleName(sentence)
        if sentence:
            announce(self.refusal)

    def _preview(self, text: str) -> None:
        if self._purpose == "message":
            self.previewed.emit(text)

    def _take(self, text: str) -> None:
        """A message goes into the line: it can still be changed, and players see nothing yet."""
        self.edit.setText(text)
        self.edit.setFocus()

    def _send(self) -> None:
        self.asked.emit(self.command())
