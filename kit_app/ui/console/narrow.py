"""How a small window shows a team's page: clock and next step on top, one zone at a time, answers below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.labels import Label
from kit_app.ui.console.next_step import NextStep
from kit_app.ui.console.now_zone import CLOCK_HEIGHT, NowZone
from kit_app.ui.console.puzzles_zone import PuzzlesZone
from kit_app.ui.console.say_zone import SayZone
from kit_app.ui.console.zone import PADDING, Zone

WIDE_FROM, HIGH_FROM = 1256, 560
"""Below these the zones do not stand beside one another (px of the page)."""
AROUND = 64
"""The window is so much higher than a page without banners (px)."""
LONGEST_SAY = 70
"""Longer sentences stand in *What to say* only."""
_CLOCK, _CLOCK_WIDTH, _NARROW_PADDING, _LEAST_ZONE = 48, 150, 4, 24


class Strip(QWidget):
    """What comes next, in short, with the button that does it. It follows the panel of the next step."""

    def __init__(self, step: NextStep, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self.guide = ""
        self.title = Label("", "bold", self)
        self.say = Label("", "say-bold", self)
        self.say.setObjectName("strip-say")
        self.act = KeyButton("", self, kind="primary", size="large")
        self.act.setObjectName("strip-act")
        self.act.clicked.connect(step.primary.click)
        self.act.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.say)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)

    def refresh(self) -> None:
        """Say what the panel says."""
        step = self._step
        self.title.setText(step.title.text() if step.is_advised or not self.guide else self.guide)
        say = step.say.text()
        is_short = len(say) <= LONGEST_SAY
        self.say.setText(say if is_short else "")
        self.say.setVisible(bool(say) and is_short)
        self.act.setText(step.primary.text())
        self.act.set_key("", step.primary.key_text)
        self.act.setVisible(step.has_primary)


class Arrangement(QObject):
    """Puts the zones beside one another, or one of them between clock and answer field.

    `shown(Zone)` when another zone was brought up in a small window, `turned()` when the window became small
    or large.
    """

    shown = Signal(object)
    turned = Signal()

    def __init__(self, now: NowZone, puzzles: PuzzlesZone, say: SayZone, t: Catalogue, page: QWidget) -> None:
        super().__init__(page)
        self._now, self._puzzles, self._say = now, puzzles, say
        self.zones: dict[str, Zone] = {"now": now, "puzzles": puzzles, "say": say}
        self.is_narrow = False
        self.strip = Strip(say.next_step, page)
        choices = [(ident, zone.title.text()) for ident, zone in self.zones.items()]
        self.tabs = SegmentedChoice(choices, page, name=t("Part of the console"), height=32)
        self.tabs.setObjectName("parts")
        self.tabs.changed.connect(lambda ident: self.bring(self.zones[ident]))
        self.tabs.set_value("puzzles")
        self._build(page)

    def _build(self, page: QWidget) -> None:
        self._bar = QWidget(page)
        self._top = QHBoxLayout(self._bar)
        self._top.setContentsMargins(4, 0, 4, 0)
        self._top.setSpacing(12)
        self._top.addWidget(self.strip, 1)
        self.area = QScrollArea(page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumHeight(_LEAST_ZONE)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.area.setWidget(inner)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        self._outer = QVBoxLayout(page)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(6)
        self._outer.addWidget(self._bar)
        self._outer.addWidget(self.tabs)
        self._outer.addWidget(self.area, 1)
        self._outer.addLayout(self._beside, 1)
        for zone in self.zones.values():
            self._beside.addWidget(zone)
        for part in (self._bar, self.tabs, self.area):
            part.hide()
        self._say.next_step.installEventFilter(self)

    def fit(self, width: int, height: int) -> None:
        """Arrange for a page of this size."""
        is_narrow = width < WIDE_FROM or height < HIGH_FROM
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._arrange()

    def bring(self, zone: Zone) -> None:
        """Bring a zone up in a small window; in a large one all are up."""
        ident = next(name for name, each in self.zones.items() if each is zone)
        self.tabs.set_value(ident)
        if self.is_narrow:
            for each in self.zones.values():
                each.setVisible(each is zone)
            self.area.verticalScrollBar().setValue(0)
            self.shown.emit(zone)

    def _arrange(self) -> None:
        is_narrow, now, desk = self.is_narrow, self._now, self._puzzles.desk
        for part in (self._bar, self.tabs, self.area):
            part.setVisible(is_narrow)
        old, new = (self._beside, self._column) if is_narrow else (self._column, self._beside)
        for zone in self.zones.values():
            old.removeWidget(zone)
            new.addWidget(zone)
            zone.setMinimumWidth(0)
            zone.setMaximumWidth(16_777_215)
            zone.setVisible(True)
            zone.set_padding(_NARROW_PADDING if is_narrow else PADDING)
        if is_narrow:
            now.column.removeWidget(now.clock)
            self._top.insertWidget(0, now.clock)
            self._puzzles.column.removeWidget(desk)
            self._outer.addWidget(desk)
        else:
            self._top.removeWidget(now.clock)
            now.column.insertWidget(1, now.clock)
            self._outer.removeWidget(desk)
            self._puzzles.column.addWidget(desk)
        self._outer.setStretchFactor(self._beside, 0 if is_narrow else 1)
        now.clock.setFixedHeight(_CLOCK if is_narrow else CLOCK_HEIGHT)
        now.clock.setMinimumWidth(_CLOCK_WIDTH if is_narrow else 0)
        now.clock.setMaximumWidth(_CLOCK_WIDTH if is_narrow else 16_777_215)
        desk.show_narrow(is_narrow)
        for zone in (self._now, self._say):
            zone.show_flat(is_narrow)
        self._say.next_step.primary.set_kind("strong" if is_narrow else "primary")
        self.strip.refresh()
        self.bring(self.zones[self.tabs.value()])
        self.turned.emit()

    def hold_banners(self, banners: QWidget) -> None:
        """In a small window the banners scroll with the zone."""
        self._column.insertWidget(0, banners)

    def hold_guide(self, guide: QWidget) -> None:
        """In a small window the guide scrolls with the zone, above the banners."""
        if self._column.indexOf(guide) != 0:
            self._column.insertWidget(0, guide)

    def say_guide(self, words: str) -> None:
        """What the guide says instead of the panel's title, while that only names the moment."""
        if words != self.strip.guide:
            self.strip.guide = words
            self.refresh()

    def refresh(self) -> None:
        """The next step may say something else."""
        if self.is_narrow:
            self.strip.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._say.next_step and event.type() == QEvent.Type.LayoutRequest:
            self.refresh()
        return False
