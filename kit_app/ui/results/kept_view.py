"""What is kept and how long: totals of old sessions, what is held about people, the register entry."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.domain.settings import LEAST_KEPT_MONTHS, MOST_KEPT_MONTHS
from kit_app.errors import StorageError
from kit_app.i18n import Catalogue, long_date
from kit_app.services import export
from kit_app.services.privacy import processing_record
from kit_app.services.retention import Older
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import NumberField
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told
from kit_app.ui.sums.saving import Saving, Step

_STEP = 12


class KeptView(QWidget):
    """`purged(Changed)`, `told(Told)`, `refused(KitAppError)`; `held_asked()`: all that is held, as a page.

    `ask` is an attribute, so that tests can answer instead of a person: it is given title and text.
    """

    purged = Signal(object)
    told = Signal(object)
    refused = Signal(object)
    held_asked = Signal()

    def __init__(
        self, services: Services, t: Catalogue, saving: Saving, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._t = t
        self._saving = saving
        self.ask = self._ask
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_age())
        self._held = Panel(t("What the program holds about people"), self)
        self.held = KeyButton(t("As a page, to print…"), self._held, icon="print")
        self.held.setObjectName("kept-held")
        self.held.clicked.connect(self.held_asked)
        self._held.add_to_head(self.held)
        column.addWidget(self._held)
        column.addWidget(self._build_record())
        column.addStretch(1)

    def _build_age(self) -> Panel:
        t = self._t
        panel = Panel(t("How long sessions are kept"), self)
        names = (t("A year less"), t("A year more"))
        self.months = NumberField(
            LEAST_KEPT_MONTHS, MOST_KEPT_MONTHS, panel, value=36, names=names, step=_STEP
        )
        self.months.edit.setObjectName("kept-months")
        self.months.changed.connect(self._keep_months)
        row = FlowRow(spacing=24)
        row.add(Field(t("Months"), self.months, "", panel))
        self.state = Label("", "body", panel)
        self.purge = KeyButton(t("Turn them into totals…"), panel, kind="danger")
        self.purge.setObjectName("kept-purge")
        self.purge.clicked.connect(self._purge)
        panel.add(row)
        panel.add(flowing(self.state))
        last = FlowRow(spacing=8)
        last.add(self.purge)
        panel.add(last)
        return panel

    def _build_record(self) -> Panel:
        t = self._t
        panel = Panel(t("Register of processing activities"), self)
        words = t("The entry for your facility's register. Have your data-protection officer complete it.")
        panel.add(flowing(Label(words, "small", panel)))
        self.record = QVBoxLayout()
        self.record.setSpacing(8)
        panel.add(self.record)
        row = FlowRow(spacing=8)
        self.copy = KeyButton(t("Copy the text"), panel)
        self.copy.setObjectName("kept-copy")
        self.copy.clicked.connect(self._copy)
        self.save = KeyButton(t("Save as PDF…"), panel, icon="save")
        self.save.setObjectName("kept-save")
        self.save.clicked.connect(self._save)
        row.add(self.copy)
        row.add(self.save)
        panel.add(row)
        return panel

    def reload(self) -> None:
        """Show what holds now."""
        services, t = self._services, self._t
        months = services.preferences.settings.kept_months
        self.months.set_value(months)
        older = services.retention.older(months)
        self.state.setText(self._state(older))
        self.purge.setEnabled(bool(older.sessions))
        self._show_held(months)
        self.state.setAccessibleName(t("How long sessions are kept"))

    def _state(self, older: Older) -> str:
        t = self._t
        day = long_date(older.day, t.language)
        if not older.sessions:
            return t("No session was played before {day}.", day=day)
        return t.plural(
            "{n} session was played before {day}. It stays until you turn it into totals.",
            "{n} sessions were played before {day}. They stay until you turn them into totals.",
            older.sessions,
            day=day,
        )

    def _register(self, months: int) -> tuple[tuple[str, str], ...]:
        """The register's entry, heading by heading."""
        services = self._services
        return processing_record(
            services.profile.facility, months, self._t, services.region_server.address.host
        )

    def _record(self) -> str:
        entry = self._register(self._services.preferences.settings.kept_months)
        return "\n\n".join(f"{name}\n{words}" for name, words in entry)

    def _show_held(self, months: int) -> None:
        """A few lines for each thing that is kept, and for each heading of the register's entry."""
        _empty(self._held.body)
        for one in self._services.holdings.told(self._t):
            stays = self._t("Stays: {stays} · Now: {now}", stays=one.stays, now=one.now)
            self._held.add(_lines(self._held, one.what, one.about, stays))
        _empty(self.record)
        for name, words in self._register(months):
            self.record.addWidget(_lines(self, name, words))

    def _keep_months(self, months: int) -> None:
        preferences = self._services.preferences
        try:
            preferences.save(replace(preferences.settings, kept_months=months))
        except StorageError as error:
            self.refused.emit(error)
        self.reload()

    def _purge(self) -> None:
        """Say what goes and what stays; nothing happens without a yes."""
        t = self._t
        months = self._services.preferences.settings.kept_months
        older = self._services.retention.older(months)
        title = t.plural("Turn {n} session into totals?", "Turn {n} sessions into totals?", older.sessions)
        gone = t(
            "Gone for good: the sessions before {day} with their plans, journals, notes, answers, sheets and"
            " times of puzzles. Staying: how many sessions, games and people there were by year, facility,"
            " audience, service, game and language, with outcomes and hints, and how many answers were right"
            " by question and theme. Copies of the data made before still hold them; the last ten are kept.",
            day=long_date(older.day, t.language),
        )
        if not older.sessions or not self.ask(title, gone):
            return
        try:
            changed = self._services.retention.purge(months)
        except StorageError as error:
            self.refused.emit(error)
            return
        self.purged.emit(changed)
        said = t.plural(
            "{n} session is now in the totals.", "{n} sessions are now in the totals.", older.sessions
        )
        self.told.emit(Told(said))

    def _ask(self, title: str, text: str) -> bool:
        t = self._t
        verbs = [
            Verb("purge", t("Turn into totals"), "danger"),
            Verb("stay", t("Keep everything"), "secondary", is_default=True),
        ]
        return QuestionDialog(title, text, verbs, self).ask() == "purge"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._record())
        self.told.emit(Told(self._t("The text is copied.")))

    def _save(self) -> None:
        t = self._t
        record = self._register(self._services.preferences.settings.kept_months)
        held = self._services.holdings.told(t)

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            from kit_app.services.printing.record_paper import record_pdf  # loads what draws

            export.write(path, record_pdf(record, held, t), overwrite=may_replace)

        name = t("Register of processing activities")
        self._saving.save(name, ".pdf", t("PDF files (*.pdf)"), write)


def _lines(parent: QWidget, name: str, words: str, small: str = "") -> QWidget:
    """A heading, a text, perhaps a quiet line."""
    part = QWidget(parent)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(flowing(Label(name, "bold", part)))
    column.addWidget(flowing(Label(words, "body", part)))
    if small:
        column.addWidget(flowing(Label(small, "small", part)))
    return part


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
