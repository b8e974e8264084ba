"""The frame of a page: a header and a foot that never scroll, banners, and content that does."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.ui.common import theme
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.icons import SMALL, draw_icon
from kit_app.ui.common.labels import Label
from kit_app.ui.common.saved_label import SavedLabel

WIDEST = 1440
MARGIN, NARROW_MARGIN = 24, 12
NARROW, LOW = 760, 560
"""Below these a page is narrow (smaller margins) or low (its header scrolls with the content)."""


_LEAST_REASON, _LEAST_TITLE = 160, 300


class _Reason(Label):
    """A sentence at the right, its icon just before the words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "error", parent)
        self.has_icon = True
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(SMALL + 6, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() or not self.has_icon:
            return
        flags = int(self.alignment().value) | int(Qt.TextFlag.TextWordWrap.value)
        words = QFontMetricsF(self.font()).boundingRect(QRectF(self.contentsRect()), flags, self.text())
        box = QRectF(words.left() - SMALL - 6, words.top() + 1, SMALL, SMALL)
        draw_icon(QPainter(self), "warn", theme.current().colour("danger"), box)


class Foot(QFrame):
    """The strip at the bottom: what is saved at the left, what lacks and the actions at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("foot", "true")
        self._row = FlowRow(self, spacing=12)
        self.left = FlowRow(spacing=12)
        self.right = FlowRow(spacing=12, aligns_right=True)
        self.saved = SavedLabel(self)
        self.left.addWidget(self.saved)
        self.message = _Reason(self)
        self._row.add(self.left)
        self._row.add(self.message, 1)
        self._row.add(self.right)
        self.set_margin(MARGIN)
        self.set_message("")

    def set_margin(self, margin: int) -> None:
        """How far the parts keep off the sides."""
        over = 10 if margin == MARGIN else 6
        self._row.setContentsMargins(margin, over, margin, over)

    def set_message(self, sentence: str, *, is_problem: bool = True) -> None:
        """Why the primary action waits, beside it. The room is kept, so that no button moves."""
        self.message.has_icon = is_problem
        self.message.setText(sentence)
        self.message.setMinimumWidth(_LEAST_REASON if sentence else 0)
        self.message.set_role("error" if is_problem else "small")

    def add(self, part: QWidget) -> None:
        """Append a control at the right; the primary button comes last."""
        self.right.addWidget(part)

    def add_left(self, part: QWidget) -> None:
        """Append something at the left, such as progress or tags."""
        self.left.addWidget(part)


class Page(QWidget):
    """Fill `content`; actions go to `header_actions`, a step bar to `top`; the foot shows when asked for."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = self._outer = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._is_low = self._is_narrow = False
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
        column = self._header_column = QVBoxLayout(header)
        column.setContentsMargins(MARGIN, 18, MARGIN, 12)
        column.setSpacing(4)
        self.top = QVBoxLayout()
        self.top.setSpacing(4)
        self.crumbs = Label("", "small", header)
        self.crumbs.setVisible(False)
        self.top.addWidget(self.crumbs)
        row = FlowRow()
        names = QWidget(header)
        names.setMinimumWidth(_LEAST_TITLE)
        words = QVBoxLayout(names)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self.title = Label(title, "h1", header)
        self.subtitle = Label(subtitle, "quiet", header)
        self.title.setVisible(bool(title))
        self.subtitle.setVisible(bool(subtitle))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.header_actions = FlowRow()
        row.add(names, 1)
        row.add(self.header_actions)
        column.addLayout(self.top)
        column.addLayout(row)
        return header

    def _build_scroll(self) -> QWidget:
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        row = self._content_row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 18)
        self._inner.addLayout(row, 1)
        body = QWidget(inner)
        body.setMaximumWidth(WIDEST)
        row.addWidget(body, 1)
        self.content = QVBoxLayout(body)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(16)
        self.scroll_area.setWidget(inner)
        return self.scroll_area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.size())

    def fit(self, size: QSize) -> None:
        """In a low window the header scrolls with the content; in a narrow one the margins are small."""
        is_low, is_narrow = size.height() < LOW, size.width() < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            margin = NARROW_MARGIN if is_narrow else MARGIN
            self._header_column.setContentsMargins(margin, 8 if is_narrow else 18, margin, 12)
            self._banner_box.setContentsMargins(margin, 0, margin, 12)
            self._content_row.setContentsMargins(margin, 0, margin, 18)
            self.foot.set_margin(margin)
        if is_low != self._is_low:
            self._is_low = is_low
            old, new = (self._outer, self._inner) if is_low else (self._inner, self._outer)
            old.removeWidget(self._header)
            new.insertWidget(0, self._header)

    def first_focus(self) -> None:
        """Where the keyboard starts once the page is shown; without it, it stays where it is."""

    def is_settled(self) -> bool:
        """Keep what was typed here; whether nothing of it would be lost if the program ended now."""
        return True

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
        self.header_actions.addWidget(part)

    def show_foot(self) -> Foot:
        """The foot, now shown."""
        self.foot.setVisible(True)
        return self.foot

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.banners and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._banner_holder.setVisible(not self.banners.isHidden())
        return False
