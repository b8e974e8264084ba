"""The frame of a page: a header and a foot that never scroll, banners, and content that does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.icons import SMALL
from kit_app.ui.common.labels import IconLabel, Label
from kit_app.ui.common.saved_label import SavedLabel

WIDEST = 1440
MARGIN = 24


class Foot(QFrame):
    """The strip at the bottom: what is saved at the left, what lacks and the actions at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("foot", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 10, MARGIN, 10)
        row.setSpacing(12)
        self.left = QHBoxLayout()
        self.left.setSpacing(12)
        self.right = QHBoxLayout()
        self.right.setSpacing(12)
        self.saved = SavedLabel(self)
        self.left.addWidget(self.saved)
        self._icon = IconLabel("warn", "danger", SMALL, self)
        self.message = Label("", "error", self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self.left)
        row.addStretch(0)
        row.addWidget(self.message, 1)
        row.insertWidget(2, self._icon)
        row.addLayout(self.right)
        self.set_message("")

    def set_message(self, sentence: str, *, is_problem: bool = True) -> None:
        """Why the primary action waits, beside it. The room is kept, so that no button moves."""
        self.message.setText(sentence)
        self.message.set_role("error" if is_problem else "small")
        self._icon.setVisible(bool(sentence) and is_problem)

    def add(self, part: QWidget) -> None:
        """Append a control at the right; the primary button comes last."""
        self.right.addWidget(part)

    def add_left(self, part: QWidget) -> None:
        """Append something at the left, such as progress or tags."""
        self.left.addWidget(part)


class Page(QWidget):
    """A page. Fill `content`; actions go to `actions`, a step bar to `top`; `foot` is hidden until asked for."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._header = self._build_header(title, subtitle)
        column.addWidget(self._header)
        self.banners = BannerStack(self)
        self._banner_box = QHBoxLayout()
        self._banner_box.setContentsMargins(MARGIN, 0, MARGIN, 12)
        self._banner_box.addWidget(self.banners)
        self._banner_holder = QWidget(self)
        self._banner_holder.setLayout(self._banner_box)
        self._banner_holder.setVisible(False)
        self.banners.installEventFilter(self)
        column.addWidget(self._banner_holder)
        column.addWidget(self._build_scroll(), 1)
        self.foot = Foot(self)
        self.foot.setVisible(False)
        column.addWidget(self.foot)

    def _build_header(self, title: str, subtitle: str) -> QWidget:
        header = QWidget(self)
        column = QVBoxLayout(header)
        column.setContentsMargins(MARGIN, 18, MARGIN, 12)
        column.setSpacing(4)
        self.top = QVBoxLayout()
        self.top.setSpacing(4)
        self.crumbs = Label("", "small", header)
        self.crumbs.setVisible(False)
        self.top.addWidget(self.crumbs)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label(title, "h1", header)
        self.subtitle = Label(subtitle, "quiet", header)
        self.title.setVisible(bool(title))
        self.subtitle.setVisible(bool(subtitle))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        row.addLayout(words, 1)
        row.addLayout(self.actions)
        column.addLayout(self.top)
        column.addLayout(row)
        return header

    def _build_scroll(self) -> QWidget:
        self.scroll = QScrollArea(self)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        row = QHBoxLayout(inner)
        row.setContentsMargins(MARGIN, 0, MARGIN, 18)
        body = QWidget(inner)
        body.setMaximumWidth(WIDEST)
        row.addWidget(body, 1)
        self.content = QVBoxLayout(body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(16)
        self.scroll.setWidget(inner)
        return self.scroll

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the words of the header."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_crumbs(self, text: str) -> None:
        """Where this page lies, in one small line."""
        self.crumbs.setText(text)
        self.crumbs.setVisible(bool(text))

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Append to the content."""
        if isinstance(part, QLayout):
            self.content.addLayout(part, stretch)
        else:
            self.content.addWidget(part, stretch)

    def add_action(self, part: QWidget) -> None:
        """Put a control at the right of the header."""
        self.actions.addWidget(part)

    def show_foot(self) -> Foot:
        """The foot, now shown."""
        self.foot.setVisible(True)
        return self.foot

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.banners and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._banner_holder.setVisible(not self.banners.isHidden())
        return False
