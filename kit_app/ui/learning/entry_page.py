"""Sheets of a session typed in by keys alone: the number, a key an answer, Enter for the next one."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.domain.questionnaire import MOMENT_NAMES, MOMENTS, Moment
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.learning_words import days_text
from kit_app.services.questionnaires import Questionnaire
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told
from kit_app.ui.learning.alone import Alone
from kit_app.ui.learning.code_question import WITH, CodeQuestion
from kit_app.ui.learning.tally import Line, Tally
from kit_app.ui.learning.tally_table import ROW, TallyTable


class EntryPage(Page):
    """`show_session(id)`; `learnt_asked(id)`, `back_asked()`, `told(Told)`, `changed(Changed)`: a code.

    `alone` has the whole screen while people answer there. `trouble`: why a sheet could not be kept.
    """

    learnt_asked = Signal(str)
    back_asked = Signal()
    told = Signal(object)
    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Questionnaires"), "", parent)
        self._services = services
        self._t = t
        self._session_id = ""
        self._moment: Moment = "before"
        self._found: Questionnaire | None = None
        self._unkept: tuple[str, Moment, Line] | None = None
        self.trouble = KitAppError("")
        self._choice_row = QHBoxLayout()
        self.header_actions.add(self._choice_row)
        self.moments: SegmentedChoice | None = None
        self.alone: Alone | None = None
        self._build_typing()
        self.empty = EmptyState("empty-results", "", "", self)
        self.add(self.empty, 1)
        self._build_foot()
        QShortcut("F6", self).activated.connect(self._next_moment)

    def _build_typing(self) -> None:
        t = self._t
        self.typing = Panel("", self, padding=12)
        self.table = TallyTable(t, self.typing)
        self.table.entered.connect(self._enter)
        self.table.dropped.connect(self._drop)
        self.table.moved.connect(self._tell_place)
        self.table.left_line.connect(self._keep_line)
        self.problem = flowing(Label("", "error", self.typing))
        self.problem.setObjectName("tally-problem")
        self.place = flowing(Label("", "bold", self.typing))
        self.place.setObjectName("tally-place")
        keys = t(
            "Number, then A B C or 1 2 3; Space: no answer; Enter: next sheet; Backspace: mend; arrows: go to"
            " another sheet; Delete: take a sheet away; F6: the other sheets."
        )
        self.typing.add(self.place)
        self.typing.add(self.table)
        self.typing.add(self.problem)
        self.typing.add(flowing(Label(keys, "small", self.typing)))
        self.typing.body.addStretch(1)
        self.add(self.typing, 1)

    def _build_foot(self) -> None:
        t = self._t
        foot = self.show_foot()
        self.back = KeyButton(t("Go back"), self, kind="quiet", size="large", icon="left")
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_asked)
        foot.add_left(self.back)
        self.one_by_one = KeyButton(t("One by one on this laptop"), self, size="large", icon="screen")
        self.one_by_one.setObjectName("answer-alone")
        self.one_by_one.clicked.connect(self._begin_alone)
        self.learnt = KeyButton(t("What was learnt"), self, kind="primary", icon="chart", key="Ctrl+Return")
        self.learnt.setObjectName("learnt")
        self.learnt.clicked.connect(lambda: self.learnt_asked.emit(self._session_id))
        foot.add(self.one_by_one)
        foot.add(self.learnt)

    def show_session(self, session_id: str) -> None:
        """The sheets of a session. Raises KitAppError."""
        if session_id != self._session_id:
            self._moment = "before"
        self._session_id = session_id
        self.reload()
        name = self._services.sessions.get(session_id).name
        self.set_crumbs(f"{self._t('Sessions')} › {name}")

    def reload(self) -> None:
        """The same sheets as they are now. Raises KitAppError."""
        t = self._t
        found = self._services.questionnaires.of_session(self._session_id, t.language)
        self._found = found
        can_type = bool(found.asked) and not found.is_closed
        self.typing.setVisible(can_type)
        self.empty.setVisible(not can_type)
        self.one_by_one.setEnabled(can_type)
        self.learnt.setEnabled(bool(found.asked))
        if not can_type:
            self.empty.label.setText(
                t("The sheets of this session were counted and deleted. What was learnt stays.")
                if found.asked
                else t("The kit of this session has no questionnaire.")
            )
        self._show_moments(can_type)
        if can_type:
            tally = Tally(
                items=tuple(one.question.id for one in found.asked),
                opinions=tuple(found.opinions),
                moment=self._moment,
            )
            tally.show(found.of(self._moment))
            self._take_up(tally)
            self.table.show_tally(tally)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell_kept(len(found.of(self._moment)))
        self.set_title(t("Questionnaires"), days_text(found, t))

    def _take_up(self, tally: Tally) -> None:
        """Go on with the sheet that could not be kept when the page was left."""
        if self._unkept is not None and self._unkept[:2] == (self._session_id, self._moment):
            tally.take_up(self._unkept[2])
            self._unkept = None

    def _show_moments(self, can_type: bool) -> None:
        if self.moments is not None:
            self._choice_row.removeWidget(self.moments)
            self.moments.hide()
            self.moments.deleteLater()
            self.moments = None
        if not can_type or self._found is None:
            return
        choices: list[tuple[str, str]] = [
            (moment, f"{self._t(MOMENT_NAMES[moment])} · {len(self._found.of(moment))}") for moment in MOMENTS
        ]
        self.moments = SegmentedChoice(choices, self, name=self._t("Sheets"))
        self.moments.set_value(self._moment)
        self.moments.changed.connect(self._choose)
        self._choice_row.addWidget(self.moments)

    def _choose(self, moment: str) -> None:
        if not self._keep_line():
            if self.moments is not None:
                self.moments.set_value(self._moment)
            return
        self._moment = next(one for one in MOMENTS if one == moment)
        self.reload()

    def _next_moment(self) -> None:
        if self.moments is not None:
            self._choose(MOMENTS[(MOMENTS.index(self._moment) + 1) % len(MOMENTS)])

    def _begin_alone(self) -> None:
        if not self._keep_line():
            return
        if self._services.preferences.settings.lock_code:
            self._hand_over()
            return
        self.question = CodeQuestion(self._t, self)
        self.question.finished.connect(self._take_code)
        self.question.open()

    def _take_code(self, _result: int) -> None:
        question = self.question
        question.deleteLater()
        if question.chosen == WITH:
            preferences = self._services.preferences
            try:
                changed = preferences.save(replace(preferences.settings, lock_code=question.code))
            except KitAppError as error:
                self.told.emit(Told(self._t.of(error)))
                return
            self.changed.emit(changed)
        if question.chosen:
            self._hand_over()

    def _hand_over(self) -> None:
        self.alone = Alone(self._services, self._session_id, self._moment, self.window())
        self.alone.ended.connect(self._end_alone)
        self.alone.begin()

    def _end_alone(self) -> None:
        self.alone = None
        self.reload()

    def _enter(self) -> None:
        """Store the line and go on; an empty one stays where it is."""
        tally = self.table.tally
        if tally is not None and not tally.line.is_empty and self._keep_line():
            tally.next_line()
            self._count()
            self.table.refresh()

    def _keep_line(self, row: int = -1) -> bool:
        """Store a line (that under the keys, when -1) if something was typed; whether all is kept."""
        tally = self.table.tally
        if tally is None:
            return True
        here = (tally.row, tally.column)
        tally.row = here[0] if row < 0 else row
        if tally.line.is_empty and tally.line.stored is None or not tally.line.is_changed:
            tally.row = here[0]
            return True
        try:
            kept = self._services.questionnaires.keep(
                self._session_id, tally.sheet(), instead_of=tally.line.stored
            )
        except KitAppError as error:
            tally.column = 0
            self.table.refresh()
            self.problem.setText(self._t.of(error))
            self.trouble = error
            return False
        tally.kept(kept)
        if row >= 0:
            tally.move(*here)
        return True

    def _drop(self) -> None:
        tally = self.table.tally
        if tally is None or tally.line.is_empty:
            return
        stored, sheet = tally.line.stored, tally.sheet()
        if stored is not None:
            self._services.questionnaires.remove(self._session_id, self._moment, stored)

            def back() -> None:
                self._services.questionnaires.keep(self._session_id, sheet)
                self.reload()

            t = self._t
            words = t("Sheet {number} was taken away.", number=sheet.number if sheet.can_pair else "–")
            self.told.emit(Told(words, t("Undo"), back))
        tally.drop()
        self._count()
        self.table.refresh()

    def keep(self) -> bool:
        """Keep what was typed and not ended by Enter; whether all is kept."""
        return self._unkept is None and (self.isHidden() or self._keep_line())

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed and not ended by Enter is kept too, or waits here until somebody mends it."""
        super().hideEvent(event)
        tally = self.table.tally
        if not self._keep_line() and tally is not None and not event.spontaneous():
            self._unkept = (self._session_id, self._moment, tally.line)
            self.told.emit(Told(self.problem.text()))

    def _count(self) -> None:
        """The number of sheets on the chosen moment, without making the choice anew."""
        tally = self.table.tally
        if self.moments is not None and tally is not None:
            stored = sum(line.stored is not None for line in tally.lines)
            self._tell_kept(stored)
            self.moments.button(self._moment).setText(f"{self._t(MOMENT_NAMES[self._moment])} · {stored}")

    def _tell_kept(self, sheets: int) -> None:
        self.foot.saved.show_saved(self._t.plural("{n} sheet kept", "{n} sheets kept", sheets))

    def _tell_place(self) -> None:
        """Which question the next key answers, and whether the number is there twice."""
        t, tally, found = self._t, self.table.tally, self._found
        if tally is None or found is None:
            return
        twin = ""
        if tally.twin >= 0:
            twin = t("Sheet {number} was typed in already. Change the number, or mend that sheet.",
                     number=int(tally.line.number))  # fmt: skip
        self.problem.setText(twin)
        self.place.setText(self._words_of(tally.column, found))
        here = self.table.visualRect(self.table.currentIndex()).center()
        inner = self.scroll_area.widget()
        if inner is not None:
            self.scroll_area.ensureVisible(0, self.table.viewport().mapTo(inner, here).y(), 0, ROW * 2)

    def _words_of(self, column: int, found: Questionnaire) -> str:
        t = self._t
        if column == 0:
            return t("The number on the sheet; without one begin with the first answer.")
        if column > (self.table.tally.width if self.table.tally else column):
            return t("Enter leads on to the next sheet.")
        if column <= len(found.asked):
            return f"{column}. {found.asked[column - 1].words.ask}"
        return f"{list(found.opinions.values())[column - len(found.asked) - 1]} (1–5)"
