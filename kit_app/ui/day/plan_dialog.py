"""Plan a day: several sessions like one, their times at once, and what they run into."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.domain.plan import SessionPlan
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.day_words import at_minute, sentences_of
from kit_app.services.days import LEAST_RESET_MIN, MOST_RESET_MIN, MOST_SESSIONS, DayWish, Outline
from kit_app.services.services import Services
from kit_app.ui.common.conflicts import Conflicts
from kit_app.ui.common.controls import ComboBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.moment_fields import DateText, TimeText
from kit_app.ui.common.when import local_moment, when_in_list
from kit_app.ui.day.frame import DayFrame
from kit_app.ui.day.timetable import Timetable

_SIZE = (720, 760)
_STEP_MIN = 5
_NUMBER_WIDTH = 150
_MOST_LISTED = 100
"""So many sessions can be chosen to be like."""


class PlanDayDialog(DayFrame):
    """`planned(Made)` once the sessions are stored. `source` is the session that they are to be like."""

    planned = Signal(object)

    def __init__(self, services: Services, source: SessionPlan, t: Catalogue, parent: QWidget) -> None:
        verbs = (t.plural("Plan {n} session", "Plan {n} sessions", 1), t("Leave it"))
        super().__init__(t("Plan a day"), verbs, _SIZE, parent)
        self._services = services
        self._t = t
        self._today = local_moment(services.clock.wall_ms()).date()
        self.fields: dict[str, Field] = {}
        self._build_fields(source)
        self.conflicts = Conflicts(t, self.inside)
        self.times = Timetable(t, self.inside)
        self.column.addWidget(self.conflicts)
        self.column.addWidget(self.times)
        self.column.addStretch(1)
        self.take.clicked.connect(self._take)
        self.source.set_value(source.id)
        wish = services.days.wish(source)
        self.date.set_value(wish.date)
        self._propose(wish)
        self.date.setFocus()

    def _build_fields(self, source: SessionPlan) -> None:
        t = self._t
        self.source = ComboBox(self.inside)
        listed = self._services.sessions.list(count=_MOST_LISTED)
        if source.id not in {row.id for row in listed}:
            own = self._services.sessions.row(source.id)
            listed += (own,) if own is not None else ()
        for known in listed:
            when = when_in_list(t, known.date, known.time, self._today) if known.date else ""
            self.source.add_choice(known.id, " · ".join(text for text in (known.name, when) if text))
        self.date = DateText(self.inside)
        self.date.set_today(self._today.isoformat())
        self.room = QLineEdit(self.inside)
        self.first = TimeText(self.inside)
        self.count = self._number(1, MOST_SESSIONS, 1, (t("One session less"), t("One session more")))
        five = (t("5 minutes less"), t("5 minutes more"))
        self.reset = self._number(LEAST_RESET_MIN, MOST_RESET_MIN, _STEP_MIN, five)
        self.lunch = self._number(0, MOST_RESET_MIN, _STEP_MIN, five)
        rows: tuple[tuple[tuple[str, str, QWidget, str, int], ...], ...] = (
            (("source", t("Sessions like"), self.source, t("Length, teams and settings come from it."), 1),),
            (
                ("date", t("Date"), self.date, "", 1),
                ("first", t("First welcome at"), self.first, "", 1),
                ("room", t("Room"), self.room, "", 2),
            ),
            (
                ("count", t("How many"), self.count, "", 1),
                ("reset_min", t("Reset, in minutes"), self.reset, " ", 1),
                ("lunch_min", t("Lunch break, in minutes"), self.lunch, t("0: none"), 1),
            ),
        )
        for fields in rows:
            row = FlowRow(spacing=16)
            for name, label, control, help_text, stretch in fields:
                control.setObjectName(f"day-{name}")
                self.fields[name] = Field(label, control, help_text, self.inside)
                row.add(self.fields[name], stretch)
            self.column.addLayout(row)
        self.source.activated.connect(self._change_source)
        self.room.textEdited.connect(self._look)
        for typed in (self.date, self.first):
            typed.changed.connect(self._look)
            typed.editingFinished.connect(self._look)
        for number in (self.count, self.reset, self.lunch):
            number.changed.connect(self._look)
            number.edit.textEdited.connect(self._look)

    def _number(self, least: int, most: int, step: int, names: tuple[str, str]) -> NumberField:
        made = NumberField(least, most, self.inside, names=names, step=step)
        made.setMinimumWidth(_NUMBER_WIDTH)
        return made

    def _change_source(self) -> None:
        self.refuse("")
        try:
            self._propose(self._services.days.wish(self._services.sessions.get(self.source.value())))
        except KitAppError as error:
            self.refuse(self._t.of(error))
            self.take.setEnabled(False)

    def _propose(self, wish: DayWish) -> None:
        self.room.setText(wish.room)
        self.first.set_value(wish.first)
        self.count.set_value(wish.count)
        self.reset.set_value(wish.reset_min)
        self.lunch.set_value(wish.lunch_min)
        source = self._services.sessions.get(wish.source)
        kits = self._services.days.kits_reset(source)
        words = self._t.plural(
            "{minutes} min for {n} table, says the kit",
            "{minutes} min for {n} tables, says the kit",
            len(source.teams),
            minutes=kits,
        )
        self.fields["reset_min"].set_help(words)
        self._look()

    def wish(self) -> DayWish:
        """What is wished now; what is no date or time is empty."""
        return DayWish(
            source=self.source.value(),
            date=self.date.value() or "",
            room=" ".join(self.room.text().split()),
            first=self.first.value() or "",
            count=self.count.value(),
            reset_min=self.reset.value(),
            lunch_min=self.lunch.value(),
        )

    def _look(self) -> None:
        """Show at once what would come of it."""
        t, wish = self._t, self.wish()
        try:
            outline = self._services.days.outline(wish)
        except KitAppError as error:
            self.refuse(t.of(error))
            self.take.setEnabled(False)
            return
        problems = {one.field: t(one.message, **one.values) for one in outline.problems}
        self._say_problems(problems)
        self.take.setText(t.plural("Plan {n} session", "Plan {n} sessions", max(1, wish.count)))
        self.take.setEnabled(not problems)
        self.times.show_day(outline.whole, {plan.id for plan in outline.fresh})
        self.conflicts.show_sentences(sentences_of(outline.whole, t) if outline.whole else ())
        self.say(self._answer(outline), len(self.conflicts.sentences), t)

    def _say_problems(self, problems: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))

    def _answer(self, outline: Outline) -> str:
        if outline.whole is None:
            return self._t("First mend what is marked above.")
        fresh = {plan.id for plan in outline.fresh}
        laid = [one for one in outline.whole.day.sessions if one.slot.id in fresh]
        begins = at_minute(min(one.start for one in laid), self._t.language)
        ends = at_minute(max(one.end for one in laid), self._t.language)
        return self._t(
            "From {begins} to {ends}, setting up and last reset included", begins=begins, ends=ends
        )

    def _take(self) -> None:
        self.refuse("")
        try:
            made = self._services.days.plan(self.wish())
        except KitAppError as error:
            self.refuse(self._t.of(error))
            return
        self.planned.emit(made)
        self.accept()
