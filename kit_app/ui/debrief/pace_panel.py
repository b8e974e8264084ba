"""The clock of the talk: what is left, when this slide is due, the four phases, the pace chosen. No rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.slides import PACES, PHASES
from kit_app.game.debrief_pace import Pace
from kit_app.i18n import Catalogue, duration
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag

SLACK_S = 30
"""So far off the plan is on time."""


class PacePanel(Panel):
    """`chosen(int)`: the minutes that the talk shall take."""

    chosen = Signal(int)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._t = t
        row = FlowRow(spacing=12)
        clock = QVBoxLayout()
        clock.setSpacing(0)
        self._caption = Label(t("Left"), "small", self, wraps=False)
        self.clock = Label("", "clock", self, wraps=False)
        self.clock.setObjectName("debrief-clock")
        clock.addWidget(self._caption)
        clock.addWidget(self.clock)
        row.add(clock, 1)
        side = QVBoxLayout()
        side.setSpacing(6)
        self.slide_time = Label("", "quiet", self, wraps=False)
        self.tag = Tag("", "plain", self)
        self.tag.setObjectName("debrief-pace")
        self.minutes = SegmentedChoice(
            [(str(one), t("{n} min", n=one)) for one in PACES], self, name=t("Length of the talk")
        )
        self.minutes.setObjectName("debrief-minutes")
        self.minutes.changed.connect(lambda value: self.chosen.emit(int(value)))
        side.addWidget(self.minutes, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self.slide_time, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignRight)
        row.add(side)
        self.add(row)
        self.phases: dict[str, Tag] = {}
        flow = FlowRow(spacing=6)
        for phase, words in zip(PHASES, self._phase_words(), strict=True):
            tag = Tag(words, "plain", self)
            self.phases[phase] = tag
            flow.addWidget(tag)
        self.add(flow)

    def _phase_words(self) -> tuple[str, ...]:
        t = self._t
        return t("First reactions"), t("The story"), t("Analysis"), t("What we take home")

    def show_minutes(self, minutes: int) -> None:
        """Which length is chosen."""
        self.minutes.set_value(str(minutes))

    def show_pace(self, pace: Pace, *, has_begun: bool) -> None:
        """Bring the clock up to date."""
        t = self._t
        is_over = pace.left < 0
        self._caption.setText(t("Over by") if is_over else t("Left"))
        self.clock.setText(duration(abs(round(pace.left))))
        self.slide_time.setText(
            t(
                "This slide: {begin} to {end}",
                begin=duration(round(pace.begins)),
                end=duration(round(pace.ends)),
            )
        )
        if not has_begun:
            self.tag.show_tag(t("starts with the second slide"), "plain")
        elif pace.behind > SLACK_S:
            self.tag.show_tag(t("{time} behind", time=duration(round(pace.behind))), "warn")
        elif pace.behind < -SLACK_S:
            self.tag.show_tag(t("{time} ahead", time=duration(round(-pace.behind))), "info")
        else:
            self.tag.show_tag(t("on time"), "ok")

    def show_phase(self, phase: str) -> None:
        """Mark the phase of the slide shown; those before it are done."""
        words = dict(zip(PHASES, self._phase_words(), strict=True))
        here = PHASES.index(phase) if phase in PHASES else 0
        for place, one in enumerate(PHASES):
            kind = "marker" if place == here else "ok" if place < here else "plain"
            self.phases[one].show_tag(words[one], kind)  # type: ignore[arg-type]
