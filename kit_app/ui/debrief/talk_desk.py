"""What lies before the person who leads the talk: the slide and its words, the clock, what comes next."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.debrief.next_panel import NextPanel
from kit_app.ui.debrief.pace_panel import PacePanel
from kit_app.ui.debrief.slide_view import SlideView
from kit_app.ui.debrief.words_panels import HerePanel, LivedPanel, SayPanel
from kit_app.views.slides import Step

_TWO_COLUMNS = 850
"""Narrower than this everything stands in one column."""


class TalkDesk(QWidget):
    """The parts are attributes; pictures are put into `slide` and `following.view` by the page."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(12)
            self._columns.addLayout(column, 1)
        self.slide = SlideView(self, is_current=True)
        self.slide.setObjectName("debrief-slide")
        self.say = SayPanel(t, self)
        left.addWidget(self.slide)
        left.addWidget(self.say, 1)
        self.pace = PacePanel(t, self)
        self.following = NextPanel(t, self)
        self.lived = LivedPanel(t, self)
        self.here = HerePanel(t, self)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.following, 2)
        middle.addWidget(self.lived, 3)
        right.addWidget(self.pace)
        right.addLayout(middle)
        right.addWidget(self.here)
        right.addStretch(1)

    def show_step(self, step: Step) -> None:
        """The words that belong to a slide."""
        for panel in (self.say, self.lived, self.here):
            panel.show_step(step)
        self.pace.show_phase(step.phase)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _TWO_COLUMNS
        wanted = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)
