"""What a facility tells its region, as a file, and the times that the region sends back."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import Catalogue, long_date
from kit_app.services.region import times
from kit_app.services.region.reporting import SUFFIX, Telling
from kit_app.services.services import Services
from kit_app.system.filenames import safe_filename
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.file_dialogs import ask_open
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told
from kit_app.ui.sums.saving import Saving, Step


class RegionView(QWidget):
    """`told(Told)` what was done, `refused(KitAppError)` why not.

    `ask_open` is an attribute, so that tests can answer instead of a person.
    """

    told = Signal(object)
    refused = Signal(object)

    def __init__(
        self, services: Services, t: Catalogue, saving: Saving, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._t = t
        self._saving = saving
        self._tellings: dict[str, Telling] = {}
        self.ask_open = ask_open
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._build_telling())
        column.addWidget(self._build_times())
        column.addStretch(1)

    def _build_telling(self) -> Panel:
        t = self._t
        panel = Panel(t("Results for the region"), self)
        words = t(
            "One file for whoever coordinates your region: for each session the year, the audience, the game,"
            " how many people played, the outcome and the times of the puzzles. No name of a person, a team,"
            " a session or a ward is in it: open it in a text editor and see. This computer signs it. It"
            " always holds everything, so that the latest file is enough: send it by mail or on a stick."
        )
        panel.add(flowing(Label(words, "body", panel)))
        self.facility = ComboBox(panel)
        self.facility.setObjectName("region-facility")
        self.facility.activated.connect(self._show_telling)
        self.facility_field = Field(t("Facility"), self.facility, "", panel)
        panel.add(self.facility_field)
        self.state = Label("", "body", panel)
        panel.add(flowing(self.state))
        self.signed = Label("", "small", panel)
        panel.add(flowing(self.signed))
        self.homeless = Label("", "small", panel)
        panel.add(flowing(self.homeless))
        row = FlowRow(spacing=8)
        self.save = KeyButton(t("Save the file for the region…"), panel, icon="save")
        self.save.setObjectName("region-save")
        self.save.clicked.connect(self._save)
        row.add(self.save)
        panel.add(row)
        return panel

    def _build_times(self) -> Panel:
        t = self._t
        panel = Panel(t("Times of the region"), self)
        words = t(
            "A region can send back how long its teams take for each puzzle. While you have few games of your"
            " own, the light “stuck” and the chance of a session follow these times instead of the kit’s."
        )
        panel.add(flowing(Label(words, "body", panel)))
        self.times_state = Label("", "body", panel)
        panel.add(flowing(self.times_state))
        row = FlowRow(spacing=8)
        self.take = KeyButton(t("Take in times…"), panel, icon="folder")
        self.take.setObjectName("region-take-times")
        self.take.clicked.connect(self._take_times)
        self.forget = KeyButton(t("Use the kit’s times again"), panel)
        self.forget.setObjectName("region-forget-times")
        self.forget.clicked.connect(self._forget_times)
        row.add(self.take)
        row.add(self.forget)
        panel.add(row)
        return panel

    def reload(self) -> None:
        """Show what can be told now."""
        try:
            tellings = self._services.reporting.facilities()
            homeless = self._services.reporting.homeless()
            fingerprint = "" if self._services.only_looks else self._services.reporting.fingerprint()
        except StorageError as error:
            self.refused.emit(error)
            return
        self._tellings = {one.id: one for one in tellings}
        before = self.facility.value() or self._services.profile.chosen
        self.facility.clear()
        for one in tellings:
            self.facility.add_choice(one.id, one.name or self._t("Facility without a name"))
        self.facility.set_value(before if before in self._tellings else self._services.profile.chosen)
        self.facility_field.setVisible(len(tellings) > 1)
        words = self._t(
            "Signed by this computer, for the coordinator to compare: {fingerprint}", fingerprint=fingerprint
        )
        self.signed.setText(words if fingerprint else "")
        self.homeless.setText(self._homeless_text(homeless))
        self.homeless.setVisible(bool(homeless))
        self._show_telling()
        self._show_times()

    def _homeless_text(self, count: int) -> str:
        return self._t.plural(
            "{n} session names a facility that the settings do not know: it is in no file."
            " Choose the facility in its plan.",
            "{n} sessions name facilities that the settings do not know: they are in no file."
            " Choose the facility in their plans.",
            count,
        )

    def _show_telling(self) -> None:
        t, one = self._t, self._tellings[self.facility.value()]
        if not one.name:
            self.state.setText(t("Give your facility a name in the settings first."))
        elif one.sessions + one.older:
            counted = t.plural("{n} session is told.", "{n} sessions are told.", one.sessions + one.older)
            self.state.setText(f"{one.name}: {counted}")
        else:
            self.state.setText(t("No session of {name} was played yet.", name=one.name))
        self.save.setEnabled(bool(one.name))

    def _save(self) -> None:
        t, one = self._t, self._tellings[self.facility.value()]
        try:
            bundle = self._services.reporting.bundle(one.id)
        except KitAppError as error:
            self.refused.emit(error)
            return

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            self._services.reporting.write(bundle, path, overwrite=may_replace)

        name = safe_filename(f"{t('Results for the region')} - {one.name}")
        self._saving.save(name, SUFFIX, t("Results for a region (*.sante-results)"), write)

    def _show_times(self) -> None:
        t, kept = self._t, self._services.times.kept
        self.forget.setVisible(bool(kept.made_ms))
        if not kept.made_ms:
            self.times_state.setText(t("None were taken in: the kit’s times and your own hold."))
            return
        day = datetime.fromtimestamp(kept.made_ms / 1000, tz=UTC).date()
        self.times_state.setText(
            t.plural(
                "The time of {n} puzzle from {facilities} facilities, made on {day}.",
                "The times of {n} puzzles from {facilities} facilities, made on {day}.",
                len(kept.puzzles),
                facilities=kept.facilities,
                day=long_date(day, t.language),
            )
        )

    def _take_times(self) -> None:
        t = self._t
        chosen = self.ask_open(self, t("Take in times"), t("Times of a region (*.sante-times)"))
        if chosen is None:
            return
        try:
            found = self._services.times.read(chosen)
            self._services.times.take_in(found)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self._show_times()
        count = len(found.puzzles)
        self.told.emit(
            Told(
                t.plural(
                    "The time of {n} puzzle holds from now on. Signed: {fingerprint}",
                    "The times of {n} puzzles hold from now on. Signed: {fingerprint}",
                    count,
                    fingerprint=times.fingerprint(found.key),
                )
            )
        )

    def _forget_times(self) -> None:
        try:
            self._services.times.forget()
        except StorageError as error:
            self.refused.emit(error)
            return
        self._show_times()
        self.told.emit(Told(self._t("The kit’s times hold again.")))
