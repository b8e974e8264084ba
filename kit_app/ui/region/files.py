"""The files of a region's results that a person asks for: read and made in the background."""

from pathlib import Path

from kit_app.i18n import Catalogue
from kit_app.services import export
from kit_app.services.region import tables, times
from kit_app.services.services import Services
from kit_app.system.filenames import safe_filename
from kit_app.ui.sums.saving import Saving, Step
from kit_app.views.region import RegionSelection
from kit_app.views.region_shown import RegionContents


class RegionFiles:
    """Asks `Saving` for each kind of file; the worker reads the sums, since that may take seconds."""

    def __init__(self, services: Services, t: Catalogue, saving: Saving) -> None:
        self._clock = services.clock
        self._desk = services.region
        self._times = services.times
        self._t = t
        self._saving = saving

    def _contents(self, selection: RegionSelection) -> RegionContents:
        return self._desk.contents(selection, self._clock.wall_ms(), self._t)

    def _name(self, what: str, selection: RegionSelection) -> str:
        year = str(selection.year) if selection.year is not None else ""
        return safe_filename(" - ".join(filter(None, (what, year))))

    def save_sheet(self, selection: RegionSelection) -> None:
        """The yearly sheet as PDF."""
        t = self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            from kit_app.services.printing.region_sheet import region_sheet  # loads what draws

            pdf = region_sheet(self._contents(selection), selection.year, t)
            export.write(path, pdf.pdf, overwrite=may_replace)

        name = self._name(t("Sheet of the region"), selection)
        self._saving.save(name, ".pdf", t("PDF files (*.pdf)"), write)

    def save_workbook(self, selection: RegionSelection) -> None:
        """All sums as one XLSX file."""
        t = self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            tables.region_workbook(self._contents(selection), path, t, overwrite=may_replace)

        name = self._name(t("Results of the region"), selection)
        self._saving.save(name, ".xlsx", t("Spreadsheets (*.xlsx)"), write)

    def save_facilities(self, selection: RegionSelection) -> None:
        """A row a facility."""
        t = self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            tables.facilities_csv(self._contents(selection), path, t, overwrite=may_replace)

        self._saving.save(self._name(t("Facilities"), selection), ".csv", t("Tables (*.csv)"), write)

    def save_times(self) -> None:
        """How long the region's teams take for each puzzle, signed, for its facilities."""
        t = self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            self._times.write(path, overwrite=may_replace)

        name = safe_filename(t("Times of the region"))
        self._saving.save(name, times.SUFFIX, t("Times of a region (*.sante-times)"), write)

    def save_puzzles(self, selection: RegionSelection) -> None:
        """A row a puzzle of a kit."""
        t = self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            tables.puzzles_csv(self._contents(selection), path, t, overwrite=may_replace)

        self._saving.save(self._name(t("Puzzles"), selection), ".csv", t("Tables (*.csv)"), write)
