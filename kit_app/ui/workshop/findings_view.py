"""What keeps a kit from being published, each line with the way to the field that mends it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kit_app.domain.problems import KitProblem
from kit_app.i18n import Catalogue
from kit_app.services.workshop.findings import finding_sentence
from kit_app.services.workshop.preview import first_problems
from kit_app.ui.background import Progress
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row

_SOON_MS, _PAUSE_MS = 500, 1500
_MOST_ROWS = 3
Check = Callable[[Mapping[str, bytes], Callable[[], None]], tuple[KitProblem, ...]]


class FindingsView(Panel):
    """`go_asked(KitProblem)`: lead to its field. `changed()`: what is known of the kit is another."""

    go_asked = Signal(object)
    changed = Signal()

    def __init__(self, check: Check, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent, padding=10)
        self._t = t
        self._check = check
        self._files: Mapping[str, bytes] = {}
        self.problems: tuple[KitProblem, ...] = ()
        self.is_known = False
        """Whether the whole check has seen the kit as it is."""
        self._latest, self._first = Latest(self), Latest(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look_quickly)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._run)
        self.table = ListTable([""], self, stretch=0)
        self.table.setObjectName("findings")
        describe(self.table, t("What is still to mend"))
        self.table.opened.connect(self._go)
        self.go = KeyButton(t("Go there"), self, size="small", icon="right", key="F4")
        self.go.setObjectName("findings-go")
        self.go.clicked.connect(lambda: self._go(self.table.chosen()))
        self.state = Label("", "quiet", self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state, 1)
        row.addWidget(self.go)
        self.add(row)
        self.add(self.table)
        self._dress()

    def look_at(self, files: Mapping[str, bytes]) -> None:
        """The kit was changed: check it when the person pauses."""
        self._files = files
        self.is_known = False
        self._latest.stop()
        self._timer.start()
        self._soon.start()
        self._dress()

    def check_now(self) -> None:
        """Check without waiting for a pause."""
        if not self.is_known:
            self._timer.start(0)

    def stop(self) -> None:
        """Nobody waits for the check any more."""
        for timer in (self._timer, self._soon):
            timer.stop()
        for latest in (self._latest, self._first):
            latest.stop()

    def _look_quickly(self) -> None:
        """Say at once what a quick look finds, until the whole check has ended."""
        files = self._files
        self._first.ask(lambda _progress: first_problems(files), lambda found: self._meet(files, found))

    def _meet(self, files: Mapping[str, bytes], found: tuple[KitProblem, ...]) -> None:
        if files is self._files and not self.is_known:
            self._show(found)

    def _run(self) -> None:
        files, check = self._files, self._check
        self._timer.setInterval(_PAUSE_MS)

        def work(progress: Progress) -> tuple[KitProblem, ...]:
            return check(files, lambda: progress.step(0, 1))

        self._latest.ask(work, lambda found: self._arrive(files, found))
        self._dress()

    def _arrive(self, files: Mapping[str, bytes], found: tuple[KitProblem, ...]) -> None:
        if files is not self._files:
            return
        self.is_known = True
        self._show(found)

    def _show(self, problems: tuple[KitProblem, ...]) -> None:
        self.problems = problems
        rows = [
            Row(ident=str(number), cells=(Cell(text=finding_sentence(one, self._t)),))
            for number, one in enumerate(problems)
        ]
        self.table.set_rows(rows)
        if rows and not self.table.chosen():
            self.table.choose("0")
        self._dress()

    def _dress(self) -> None:
        t, n = self._t, len(self.problems)
        known = t.plural("{n} thing to mend", "{n} things to mend", n) if n else t("Nothing to mend.")
        if not self.is_known:
            known = f"{known} · {t('The kit is being checked…')}" if n else t("The kit is being checked…")
        self.state.setText(known)
        self.table.setVisible(n > 0)
        self.go.setVisible(n > 0)
        self.table.setFixedHeight(ListTable.ROW * min(max(n, 1), _MOST_ROWS) + 4)
        self.changed.emit()

    def _go(self, ident: str) -> None:
        if ident.isdecimal() and int(ident) < len(self.problems):
            self.go_asked.emit(self.problems[int(ident)])
