"""A form over a page: its fields scroll where the window is low, its buttons stay in sight."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label, flowing, rule

_MARGIN = 24


class FormDialog(QDialog):
    """`changed(Changed)` once something is stored. Esc leaves everything as it was, Ctrl+S keeps it.

    Fill `column` and `foot`, then call `finish`.
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
