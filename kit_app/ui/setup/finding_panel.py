"""One line of the pre-flight as it is read: a panel when a hand is needed, a row when all is well."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import N_, Catalogue
from kit_app.services.preflight.finding import Finding
from kit_app.services.preflight_lines import TOPICS
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.icons import NORMAL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag

_TOPIC_WIDTH = 190
_BESIDE_FROM = 640
_LEAST_WIDTH = 440
_ICONS = {"ok": ("check", "ok"), "unknown": ("eye", "ink2"), "aside": ("minus", "ink2")}
_WORDS = {"unknown": N_("to look at yourself"), "aside": N_("not installed")}


class FindingPanel(Panel):
    """What is wrong, what to do, and a button where the program can do it. `chosen(str)`: the action's id."""

    chosen = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="warn")
        self._t = t
        self._action = ""
        self.icon = IconLabel("warn", "warn", NORMAL + 4, self)
        self.topic = Label("", "h3", self)
        self.text = Label("", "body", self)
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.addWidget(self.topic)
        self.words.addWidget(self.text)
        self.button = KeyButton("", self)
        self.button.clicked.connect(lambda: self.chosen.emit(self._action))
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(12)
        self._beside.addLayout(self.words, 1)
        self._beside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._beside, 1)
        self.add(row)

    def show_finding(self, finding: Finding) -> None:
        """Say this; what turned red is announced."""
        t = self._t
        is_red = finding.level == "danger"
        was_said = self.text.text()
        self.set_look("danger" if is_red else "warn")
        self.icon.set_icon(finding.icon, "danger" if is_red else "warn")
        self.topic.setText(finding.topic)
        self.text.setText(finding.text)
        self._action = finding.action.ident if finding.action else ""
        self.button.setObjectName(f"finding-{finding.ident}")
        self.button.setText(finding.action.words if finding.action else "")
        self.button.setVisible(finding.action is not None)
        state = t("to settle") if is_red else t("to confirm")
        self.setAccessibleName(t("{name}: {value}", name=finding.topic, value=state))
        self.setAccessibleDescription(finding.text)
        if is_red and was_said != finding.text:
            announce(self)

    def minimumSizeHint(self) -> QSize:
        """Never so wide that it could not be narrowed until the button goes below."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_WIDTH), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(way)


class FindingRow(QWidget):
    """What was tried and seen, with a tick when it is well. Without a finding it is still being tried."""

    chosen = Signal(str)

    def __init__(self, ident: str, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._action = ""
        self.icon = IconLabel("clock", "ink3", NORMAL, self)
        self.topic = Label(t(TOPICS[ident]), "bold", self)
        self.topic.setFixedWidth(_TOPIC_WIDTH)
        self.text = Label(t("Being tried…"), "quiet", self)
        self.tag = Tag("", "plain", self)
        self.tag.setVisible(False)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.text)
        words.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignLeft)  # else all are as narrow as the tag
        self.button = KeyButton("", self, size="small")
        self.button.setObjectName(f"finding-{ident}")
        self.button.setVisible(False)
        self.button.clicked.connect(lambda: self.chosen.emit(self._action))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(16)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.topic, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_finding(self, finding: Finding) -> None:
        """Say this; what the computer does not know looks unlike what it found to be well."""
        self.icon.set_icon(*_ICONS[finding.level])
        word = self._t(_WORDS[finding.level]) if finding.level in _WORDS else ""
        self.tag.show_tag(word, "plain")
        self.tag.setVisible(bool(word))
        self.text.setText(finding.text)
        self.text.set_role("body")
        self._action = finding.action.ident if finding.action else ""
        self.button.setText(finding.action.words if finding.action else "")
        self.button.setVisible(finding.action is not None)
