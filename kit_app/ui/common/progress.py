"""Long work in the foot of a page: what, how far, and a way out. The page stays usable."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label


class FootProgress(QWidget):
    """Appears 300 ms after `begin`, says at the end what was kept. `cancelled()` when a person stops it."""

    cancelled = Signal()
    WAITS_MS = 300

    def __init__(self, cancel_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = Label("", "small", self, wraps=False)
        self.count = Label("", "bold", self, wraps=False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.cancel = KeyButton(cancel_text, self, size="small")
        self.cancel.clicked.connect(self.cancelled)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.what, 1)
        top.addWidget(self.count)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(top)
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(self.WAITS_MS)
        self.timer.timeout.connect(self.show)
        self.hide()

    def begin(self, what: str) -> None:
        """Work starts."""
        self.what.setText(what)
        self.count.setText("")
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(what)
        self.bar.show()
        self.cancel.show()
        self.timer.start()

    def step(self, done: int, total: int) -> None:
        """So much is done; no total means nobody knows yet."""
        self.bar.setRange(0, max(0, total))
        self.bar.setValue(done)
        self.count.setText(f"{done} / {total}" if total else "")

    def end(self, message: str = "") -> None:
        """Work is over; a message stays until the next work begins."""
        self.timer.stop()
        self.bar.hide()
        self.cancel.hide()
        self.count.setText("")
        self.what.setText(message)
        self.setVisible(bool(message))
        self.setAccessibleName(message)
