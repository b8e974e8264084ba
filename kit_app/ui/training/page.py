"""The page where one learns to facilitate: lessons, a first rehearsal, the list before a session."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.training import Lesson, Progress
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.training import Course
from kit_app.ui.background import Progress as WorkProgress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.tags import Tag
from kit_app.ui.common.told import Told
from kit_app.ui.training.lesson_view import LessonView
from kit_app.ui.training.ready_panel import ReadyPanel

_HEAD = 44
_REFUSED = "training"


class TrainingPage(Page):
    """`rehearsal_asked()`: a first one, with gentle choices; `back_asked()`: away; `told(Told)`."""

    rehearsal_asked = Signal()
    back_asked = Signal()
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._services = services
        self._t = t
        self._open = ""
        self._course: Course
        self.reset = KeyButton(t("Begin afresh"), self, kind="quiet", icon="refresh")
        self.reset.setObjectName("training-reset")
        self.reset.clicked.connect(self._reset)
        self.back = KeyButton(t("Go back"), self, icon="left")
        self.back.setObjectName("training-back")
        self.back.clicked.connect(self._go_back)
        self.add_action(self.reset)
        self.add_action(self.back)
        self.overview = self._build_overview()
        self.lesson = LessonView(t, self)
        self.lesson.read.connect(lambda ident: self._keep(lambda: services.training.read(ident)))
        self.lesson.answered.connect(self._take_answer)
        self.lesson.next_asked.connect(self._go_on)
        self.lesson.check.shown.connect(self._scroll_to)
        self.add(self.overview, 1)
        self.add(self.lesson, 1)
        for button in self.findChildren(KeyButton):
            button.press_with_enter()

    def _build_overview(self) -> QWidget:
        t = self._t
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        lessons = Panel(t("Lessons"), whole, padding=1)
        lessons.head.setContentsMargins(16, 12, 12, 0)
        lessons.body.setContentsMargins(0, 0, 0, 8)
        self.go_on = KeyButton("", lessons, kind="primary", icon="play")
        self.go_on.setObjectName("training-go-on")
        self.go_on.clicked.connect(lambda: self.show_lesson(self._next()))
        lessons.add_to_head(self.go_on)
        self.table = ListTable(
            [t("Lesson"), t("Minutes"), t("Text"), t("Self-check"), ""], lessons, stretch=0
        )
        self.table.setAccessibleName(t("Lessons"))
        self.table.setObjectName("training-lessons")
        self.table.set_giving_way([1, 4])
        self.table.opened.connect(self.show_lesson)
        self.table.clicked.connect(lambda _index: self.show_lesson(self.table.chosen()))
        lessons.add(self.table)
        column.addWidget(lessons)
        rehearsal = Panel(t("A first rehearsal"), whole)
        self.rehearsed = Tag("", "ok", rehearsal)
        rehearsal.add_to_head(self.rehearsed)
        rehearsal.add(
            Label(
                t(
                    "A made-up team plays on your console, at twice the speed, and nothing goes wrong. "
                    "You lead it as you would in the room, then look back. The game is not kept."
                ),
                "body",
                rehearsal,
            )
        )
        self.rehearse = KeyButton(t("First rehearsal…"), rehearsal, size="large", icon="play")
        self.rehearse.setObjectName("training-rehearse")
        self.rehearse.clicked.connect(self.rehearsal_asked)
        row = FlowRow()
        row.add(self.rehearse)
        rehearsal.add(row)
        column.addWidget(rehearsal)
        self.ready = ReadyPanel(t, whole)
        self.ready.ticked.connect(lambda lines: self._keep(lambda: self._services.training.tick(lines)))
        self.ready.paper_asked.connect(lambda: self.open_paper())
        column.addWidget(self.ready)
        column.addStretch(1)
        return whole

    # What is shown

    def reload(self) -> None:
        """Show all lessons, as far as one is. Raises KitFileError."""
        self._course = self._services.training.course(self._t.language)
        self.ready.show_course(self._course)
        self._open = ""
        self._show()

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lesson(self, ident: str) -> None:
        """Open a lesson."""
        self._open = ident
        self.lesson.show_lesson(self._course.lesson(ident), self._course.words[ident])
        self._show()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        t, course = self._t, self._course
        is_open = bool(self._open)
        self.overview.setVisible(not is_open)
        self.lesson.setVisible(is_open)
        self.reset.setVisible(not is_open)
        self.back.setText(t("All lessons") if is_open else t("Go back"))
        if is_open:
            lesson = course.lesson(self._open)
            number = course.lessons.index(lesson) + 1
            minutes = t.plural("{n} minute", "{n} minutes", lesson.minutes)
            self.set_title(f"{number}. {course.words[self._open].title}", minutes)
            self.lesson.show_progress(self._services.training.progress, self._following())
            return
        subtitle = t("What you do here is kept on this computer, without any name.")
        self.set_title(t("Learn to facilitate"), subtitle)
        self._show_lessons()
        progress = self._services.training.progress
        self.rehearsed.setVisible(progress.rehearsals > 0)
        self.rehearsed.show_tag(t("done"), "ok")
        self.ready.show_done(self._services.training.done(course))

    def _show_lessons(self) -> None:
        t, course, training = self._t, self._course, self._services.training
        self.table.set_rows([self._row(place, one) for place, one in enumerate(course.lessons, start=1)])
        self.table.setFixedHeight(ListTable.ROW * len(course.lessons) + _HEAD)
        following = training.next(course)
        is_begun = bool(training.progress.read)
        self.go_on.setVisible(bool(following))
        self.go_on.setText(t("Go on") if is_begun else t("Begin"))
        self.reset.setEnabled(training.progress != Progress())

    def _row(self, place: int, lesson: Lesson) -> Row:
        t, progress = self._t, self._services.training.progress
        is_read, is_passed = progress.is_read(lesson.id), progress.is_passed(lesson)
        right, of = progress.right_of(lesson), len(lesson.questions)
        read = Cell(text=t("read"), tag="ok") if is_read else Cell(text=t("to be read"), is_quiet=True)
        check = (
            Cell(text=t("passed"), tag="ok")
            if is_passed
            else Cell(text=t("{done} of {n}", done=right, n=of), is_quiet=True)
        )
        title = f"{place}. {self._course.words[lesson.id].title}"
        minutes = Cell(text=str(lesson.minutes), is_quiet=True)
        return Row(
            ident=lesson.id,
            cells=(Cell(text=title, is_bold=True), minutes, read, check, Cell(icon="right")),
        )

    def _next(self) -> str:
        return self._services.training.next(self._course)

    def _following(self) -> str:
        """What the way on from the end of a lesson is called."""
        after = self._course.after(self._open)
        if not after:
            return self._t("All lessons")
        return self._t("Next: {lesson}", lesson=self._course.words[after].title)

    # What is done

    def _go_on(self) -> None:
        after = self._course.after(self._open)
        if after:
            self.show_lesson(after)
        else:
            self._close_lesson()

    def _scroll_to(self, part: QWidget) -> None:
        """Have a part in sight once it is laid out."""
        QTimer.singleShot(0, part, lambda: self.scroll_area.ensureWidgetVisible(part))

    def _go_back(self) -> None:
        if self._open:
            self._close_lesson()
        else:
            self.back_asked.emit()

    def _close_lesson(self) -> None:
        before, self._open = self._open, ""
        self._show()
        self.table.choose(before)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_answer(self, lesson: str, question: str, is_right: bool) -> None:
        training = self._services.training
        self._keep(lambda: training.answer(lesson, question, is_right=is_right))

    def _reset(self) -> None:
        t, training = self._t, self._services.training
        before = training.progress
        if self._keep(training.reset):
            back = Told(t("All lessons are new again."), t("Undo"), lambda: self._put_back(before))
            self.told.emit(back)

    def _put_back(self, before: Progress) -> None:
        training = self._services.training
        self._keep(lambda: training.keep(before))

    def _keep(self, act: Callable[[], object]) -> bool:
        """Store something and show it; what the disk refuses is said, and whether it was taken."""
        try:
            act()
        except StorageError as error:
            self.banners.show_banner(_REFUSED, "warn", self._t.of(error))
            self._show()
            return False
        self.banners.remove(_REFUSED)
        self._show()
        return True

    def open_paper(self) -> PaperDialog:
        """The list on one page, to be saved or printed."""
        t, course = self._t, self._course
        done = self._services.training.done(course)

        def work(_progress: WorkProgress) -> Drawn:
            from kit_app.services.printing.ready_sheet import ready_name, ready_pdf

            return ready_pdf(course, done, t), ready_name(t)

        dialog = PaperDialog(t("Ready to facilitate"), t("Close"), t, self)
        dialog.told.connect(self.told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.draw(work)
        dialog.open()
        return dialog
