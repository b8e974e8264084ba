"""The results of a session: its runs one by one; written as a table, as JSON or as a one-page report."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services import export
from kit_app.services.services import Services
from kit_app.system.filenames import safe_filename
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.results.learnt_line import LearntLine
from kit_app.ui.results.run_view import RunView
from kit_app.ui.sums.saving import Saving, Step
from kit_app.views.results import RunResult


class ResultsPage(Page):
    """`show_session(id)` shows a session's runs; `told(Told)`: what was written; `learning_asked(str)`.

    `after_asked(session, team)`: what is done once the game is over (team 0 while none has finished).
    """

    told = Signal(object)
    learning_asked = Signal(str)
    after_asked = Signal(str, int)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._services = services
        self._t = t
        self._shown: tuple[RunResult, ...] = ()
        self.saving = Saving(t, self)
        self.saving.told.connect(self.told)
        self.saving.refused.connect(self._refuse)
        self.run_view = RunView(t, self)
        self.empty = EmptyState("empty-results", "", "", self)
        self._stack = QStackedWidget(self)
        for part in (self.empty, self.run_view):
            self._stack.addWidget(part)
        self._session_id = ""
        self.learnt = LearntLine(t, self)
        self.learnt.asked.connect(lambda: self.learning_asked.emit(self._session_id))
        self._build_chooser()
        self.add(self.learnt)
        self.add(self._stack, 1)
        self._build_actions()

    def _build_chooser(self) -> None:
        """Which team's run, in a session of several."""
        self._who = QWidget(self)
        row = QHBoxLayout(self._who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        label = Label(self._t("Team"), "label", self._who, wraps=False)
        self.team = ComboBox(self._who)
        self.team.setObjectName("results-team")
        self.team.setAccessibleName(self._t("Team"))
        label.setBuddy(self.team)
        row.addWidget(label)
        row.addWidget(self.team)
        row.addStretch(1)
        self.team.currentIndexChanged.connect(self._show_team)
        self.add(self._who)

    def _build_actions(self) -> None:
        t = self._t
        self.foot.add_left(self.saving.progress)
        self.json = KeyButton(t("As JSON…"), self, size="large", icon="save")
        self.csv = KeyButton(t("As a table…"), self, size="large", icon="save", key="Ctrl+E")
        self.report = KeyButton(t("Report as PDF…"), self, kind="primary", icon="print", key="Ctrl+P")
        self.after = KeyButton(t("After the game"), self, size="large", key="Ctrl+G")
        self.after.set_trailing_icon("down")
        for button in (self.after, self.json, self.csv, self.report):
            self.foot.add(button)
        for ident, button in (
            ("results-json", self.json),
            ("results-csv", self.csv),
            ("results-report", self.report),
            ("results-after", self.after),
        ):
            button.setObjectName(ident)
        self.csv.clicked.connect(self._save_csv)
        self.json.clicked.connect(self._save_json)
        self.report.clicked.connect(self._save_report)
        self.after.clicked.connect(self._ask_after)

    def _ask_after(self) -> None:
        self.after_asked.emit(self._session_id, self.result().team_number if self._shown else 0)

    def show_session(self, session_id: str) -> None:
        """The runs of a session, one at a time. Raises KitAppError."""
        before = self.team.value()
        self._session_id = session_id
        self.learnt.show_learnt(self._services.questionnaires.of_session(session_id, self._t.language))
        self._shown = self._services.results.of_session(session_id)
        self.set_title("")
        self.show_foot()
        for button in (self.json, self.csv, self.report):
            button.setEnabled(bool(self._shown))
        self._who.setVisible(len(self._shown) > 1)
        blocked = self.team.blockSignals(True)
        self.team.clear()
        for result in self._shown:
            self.team.add_choice(str(result.team_number), f"{result.team_number} · {result.team_label}")
        self.team.blockSignals(blocked)
        self.team.set_value(before)
        if not self._shown:
            self._show_empty(self._t("No team of this session has finished its game yet."))
            return
        self._show_team()

    def _show_empty(self, sentence: str) -> None:
        self.empty.label.setText(sentence)
        self._stack.setCurrentWidget(self.empty)

    def _show_team(self, _row: int = 0) -> None:
        if self._shown:
            self._stack.setCurrentWidget(self.run_view)
            self.run_view.show_result(self.result())
            self.scroll_area.verticalScrollBar().setValue(0)

    def result(self) -> RunResult:
        """The run shown."""
        number = self.team.value()
        return next((one for one in self._shown if str(one.team_number) == number), self._shown[0])

    def _save_csv(self) -> None:
        content = export.results_csv(self._shown, self._t)
        self._save(".csv", self._t("Tables (*.csv)"), content)

    def _save_json(self) -> None:
        self._save(".json", self._t("JSON files (*.json)"), export.results_json(self._shown))

    def _save(self, suffix: str, kinds: str, content: bytes) -> None:
        def write(path: Path, may_replace: bool, _step: Step) -> None:
            export.write(path, content, overwrite=may_replace)

        self.banners.remove("save")
        self.saving.save(self._name(), suffix, kinds, write)

    def _save_report(self) -> None:
        result, t = self.result(), self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            from kit_app.services.printing.run_report import report_pdf  # loads what draws

            export.write(path, report_pdf(result, t), overwrite=may_replace)

        self.banners.remove("save")
        self.saving.save(self._name(), ".pdf", t("PDF files (*.pdf)"), write)

    def _name(self) -> str:
        names = {result.session_name for result in self._shown}
        return safe_filename(" - ".join((self._t("Results"), *sorted(names)[: len(names) == 1])))

    def _refuse(self, error: KitAppError) -> None:
        self.banners.show_banner("save", "danger", self._t.of(error))
