"""The same session as last time: look, confirm; only the day may be another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.day_words import sentences_of
from kit_app.services.days import Outline
from kit_app.services.services import Services
from kit_app.ui.common.conflicts import Conflicts
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.moment_fields import DateText, TimeText
from kit_app.ui.common.when import local_moment, when_in_title
from kit_app.ui.day.frame import DayFrame

_SIZE = (560, 420)


class AgainDialog(DayFrame):
    """`planned(Saved)` once the session is stored. Enter confirms at once."""

    planned = Signal(object)

    def __init__(self, services: Services, source: SessionPlan, t: Catalogue, parent: QWidget) -> None:
        super().__init__(t("Same as last time"), (t("Plan it"), t("Leave it")), _SIZE, parent)
        self._services = services
        self._source = source
        self._t = t
        self._today = local_moment(services.clock.wall_ms()).date()
        self.column.addWidget(flowing(Label(source.name, "bold", self.inside)))
        self.column.addWidget(flowing(Label(self._facts(), "body", self.inside)))
        words = t("Everything stays as it was. The codes are new, so the papers are printed anew.")
        self.column.addWidget(flowing(Label(words, "quiet", self.inside)))
        self.date, self.time = DateText(self.inside), TimeText(self.inside)
        self.date.setObjectName("again-date")
        self.time.setObjectName("again-time")
        self.date.set_today(self._today.isoformat())
        self.fields = {
            "date": Field(t("Date"), self.date, "", self.inside),
            "time": Field(t("Time"), self.time, "", self.inside),
        }
        row = FlowRow(spacing=16)
        for field in self.fields.values():
            row.add(field, 1)
        self.column.addLayout(row)
        self.conflicts = Conflicts(t, self.inside)
        self.column.addWidget(self.conflicts)
        self.column.addStretch(1)
        day, time = services.days.next_moment(source)
        self.date.set_value(day)
        self.time.set_value(time)
        for typed in (self.date, self.time):
            typed.changed.connect(self._look)
            typed.editingFinished.connect(self._look)
        self.take.clicked.connect(self._take)
        self._outline = Outline()
        self._look()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _facts(self) -> str:
        t, plan = self._t, self._source
        facts = (
            plan.facility,
            plan.room,
            t.plural("{n} minute", "{n} minutes", plan.duration_min),
            t.plural(
                "{n} team ({sizes} players)",
                "{n} teams ({sizes} players)",
                len(plan.teams),
                sizes=" + ".join(str(team.size) for team in plan.teams),
            ),
        )
        return " · ".join(fact for fact in facts if fact)

    def _look(self) -> None:
        t = self._t
        time = self.time.value()
        try:
            self._outline = self._services.days.again(self._source, self.date.value() or "", time or "")
        except KitAppError as error:
            self.refuse(t.of(error))
            self.take.setEnabled(False)
            return
        problems = {one.field: t(one.message, **one.values) for one in self._outline.problems}
        if time is None:
            problems["time"] = t("Write for example 18:30.")
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        whole = self._outline.whole
        self.conflicts.show_sentences(sentences_of(whole, t) if whole else ())
        self.take.setEnabled(not problems)
        day = self.date.value()
        is_wrong = bool(problems) or day is None
        answer = when_in_title(t, day or "", time or "", self._today)
        words = t("First mend what is marked above.") if is_wrong else answer
        self.say(words, len(self.conflicts.sentences), t)

    def _take(self) -> None:
        self.refuse("")
        try:
            saved = self._services.days.repeat(self._outline)
        except KitAppError as error:
            self.refuse(self._t.of(error))
            return
        self.planned.emit(saved)
        self.accept()
