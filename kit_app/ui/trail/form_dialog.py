"""A form over a page: its fields scroll where the window is low, its buttons stay in sight."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.labels import Label, flowing, rule

_MARGIN = 24


def may_lose(over: QWidget, t: Catalogue) -> bool:
    """Ask whether what was typed may be lost."""
    verbs = [Verb("drop", t("Drop it"), "danger"), Verb("stay", t("Stay here"), "secondary", is_default=True)]
    title, why = t("Drop what you typed?"), t("It stands in the form and is not kept yet.")
    return QuestionDialog(title, why, verbs, over).ask() == "drop"


class FormDialog(QDialog):
    """`changed(Changed)` once something is stored. Esc leaves everything as it was, Ctrl+S keeps it.

    Fill `column` and `foot`, then call `finish`. Where `has_typed` tells of words to be lost, Esc asks first.
    """

    changed = Signal(object)

    def __init__(self, title: str, t: Catalogue, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._t = t
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.inside = QWidget()
        self.inside.setProperty("ground", "clear")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        self.column.setSpacing(12)
        self.column.addWidget(flowing(Label(title, "h2", self.inside)))
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(_MARGIN, 10, _MARGIN, 16)
        self.foot.setSpacing(8)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def has_typed(self) -> bool:
        """Whether something was typed that would be lost."""
        return False

    def reject(self) -> None:
        if not self.has_typed() or may_lose(self, self._t):
            super().reject()

    def finish(self, keep: str, size: QSize) -> None:
        """Put the buttons at the foot; `keep` is the word of the one that stores. `size` is the largest."""
        self.cancel = KeyButton(self._t("Leave it"), self, size="large", key="Esc")
        self.keep = KeyButton(keep, self, kind="primary", icon="save", key="Ctrl+S")
        self.cancel.clicked.connect(self.reject)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)
        self.area.setWidget(self.inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(rule(self))
        whole.addLayout(self.foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else size
        self.resize(min(size.width(), room.width() - 24), min(size.height(), room.height() - 24))
