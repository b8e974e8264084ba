"""The line of the guide on the console: what to do now or next, *Done*, and the way to be rid of it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from kit_app.i18n import Catalogue
from kit_app.ui.common.accessible import say
from kit_app.ui.common.buttons import KeyButton, icon_button
from kit_app.ui.common.fonts import font
from kit_app.ui.common.labels import Label
from kit_app.ui.common.tags import Tag
from kit_app.ui.console.guide_words import every_sentence, said_next, said_now
from kit_app.views.guide import Cue

_NARROW, _STACKED = 760, 460
_MARGINS = (12, 3, 8, 4)
_SPACING = 8
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


class GuideStrip(QFrame):
    """`done(Cue)`: it need not be said any more. `off()`: no guide from now on. `said(str)`: other words.

    `now` are the words of what is to be done now, empty while nothing is.

    It is as high as its longest sentence at this width, so that nothing moves when it says something else.
    """

    done = Signal(object)
    off = Signal()
    said = Signal(str)

    def __init__(self, t: Catalogue) -> None:
        super().__init__()
        self._t = t
        self._said: Cue | None = None
        self.now = ""
        self._sentences = tuple(every_sentence(t))
        self._longest_team = ""
        self.setObjectName("guide")
        self.setProperty("foot", "true")
        self.setAccessibleName(t("Guide"))
        self.tag = Tag("", "marker", self)
        self.words = Label("", "bold", self)
        self.words.setObjectName("guide-words")
        self.tick = KeyButton(t("Done"), self, size="small", icon="check")
        self.tick.setObjectName("guide-done")
        self.tick.clicked.connect(self._tell_done)
        keeps = self.tick.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.tick.setSizePolicy(keeps)
        self.close_button = icon_button("cross", t("Turn the guide off"), self, kind="quiet")
        self.close_button.setObjectName("guide-off")
        self.close_button.clicked.connect(self.off)
        for button in (self.tick, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(*_MARGINS)
        grid.setSpacing(_SPACING)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tag, 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.tick, 0, 2)
        grid.addWidget(self.close_button, 0, 3)
        self._is_stacked = False
        self._fit()

    def show_cue(self, now: Cue | None, coming: Cue | None, team: str = "") -> None:
        """Say what to do now, else what comes next; `team` is whose it is, empty where that is clear."""
        t = self._t
        if len(team) > len(self._longest_team):
            self._longest_team = team
            self._fit()
        words = said_next(coming, t) if now is None else said_now(now, t)
        words = self._to_team(team, words)
        is_new = now is not None and (self._said is None or self._said.name != now.name)
        self._said = now
        self.tick.setVisible(now is not None and now.name != "start")
        if words == self.words.text():
            return
        if now is not None:
            self.tag.show_tag(t("Now"), "marker")
        else:
            self.tag.show_tag(t("Next"), "plain")
        self.words.set_role("quiet" if now is None else "bold")
        self.words.setText(words)
        self.words.setToolTip(words)
        self.now = words if now is not None else ""
        self.said.emit(words)
        if is_new:
            say(self.words, words)

    def _to_team(self, team: str, words: str) -> str:
        return self._t("{name}: {value}", name=team, value=words) if team else words

    def _tell_done(self) -> None:
        if self._said is not None:
            self.done.emit(self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the longest sentence needs: between tag and buttons, or below them."""
        width = self.width() - _MARGINS[0] - _MARGINS[2]
        is_stacked = width < _STACKED
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._grid.removeWidget(self.words)
            self._grid.addWidget(
                self.words, 1 if is_stacked else 0, 0 if is_stacked else 1, 1, 4 if is_stacked else 1
            )
        has_words = is_stacked or width >= _NARROW
        self.tick.setText(self._t("Done") if has_words else "")
        self.tick.set_name("" if has_words else self._t("Done"))
        widest = max(Tag(words, "marker").sizeHint().width() for words in (self._t("Now"), self._t("Next")))
        self.tag.setFixedWidth(widest)
        if not is_stacked:
            others = (self.tick, self.close_button)
            width -= widest + sum(one.sizeHint().width() for one in others) + 3 * _SPACING
        metrics = QFontMetrics(font(15, bold=True))
        room = QRect(0, 0, max(120, width), 10_000)
        sentences = (self._to_team(self._longest_team, one) for one in self._sentences)
        high = max(metrics.boundingRect(room, _WRAP, one).height() for one in sentences)
        row = self.close_button.sizeHint().height()
        frame = self.height() - self.contentsRect().height()
        self.setFixedHeight(
            frame + _MARGINS[1] + _MARGINS[3] + (row + _SPACING + high if is_stacked else max(row, high))
        )
