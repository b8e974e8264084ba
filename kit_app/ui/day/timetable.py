"""The hours of a day as lines: sessions and breaks."""

from collections.abc import Collection

from PySide6.QtWidgets import QGridLayout, QWidget

from kit_app.domain.day import LaidOut, breaks
from kit_app.i18n import Catalogue
from kit_app.services.day_words import at_minute, length
from kit_app.services.days import PlannedDay
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel


class Timetable(Panel):
    """`show_day` shows a day; sessions that are not stored yet stand out from those that are."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Times"), parent, look="info")
        self._t = t
        self._lines: list[QWidget] = []

    def show_day(self, planned: PlannedDay | None, fresh: Collection[str] = ()) -> None:
        """The lines of a day; `fresh` are the ids of the sessions that would be new."""
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for words, more, is_bold in self._words(planned, fresh) if planned is not None else ():
            line = QWidget(self)
            row = QGridLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setHorizontalSpacing(12)
            row.setColumnStretch(0, 1)
            row.addWidget(flowing(Label(words, "bold" if is_bold else "quiet", line)), 0, 0)
            if more:
                row.addWidget(flowing(Label(more, "small", line)), 1, 0)
            self.add(line)
            self._lines.append(line)
            line.show()

    def _words(self, planned: PlannedDay, fresh: Collection[str]) -> list[tuple[str, str, bool]]:
        found: list[tuple[int, tuple[str, str, bool]]] = []
        for laid in planned.day.sessions:
            found.append((laid.slot.start, self._session(laid, laid.slot.id in fresh)))
        for start, end in breaks(planned.day):
            span = self._span(start, end)
            words = self._t("{span}  Break of {length}", span=span, length=length(end - start, self._t))
            found.append((start, (words, "", False)))
        return [line for _start, line in sorted(found, key=lambda one: one[0])]

    def _session(self, laid: LaidOut, is_fresh: bool) -> tuple[str, str, bool]:
        t, slot = self._t, laid.slot
        words = f"{self._span(slot.start, slot.end)}  {slot.name}"
        game = at_minute(slot.start + slot.welcome_min, t.language)
        more = t(
            "game at {game}, room ready again at {ready}", game=game, ready=at_minute(laid.end, t.language)
        )
        if not is_fresh:
            more = t("already planned · {more}", more=more)
        return words, " · ".join(text for text in (slot.room, more) if text), is_fresh

    def _span(self, start: int, end: int) -> str:
        return f"{at_minute(start, self._t.language)} – {at_minute(end, self._t.language)}"
