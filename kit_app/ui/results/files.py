"""The files of all results that a person asks for: each made in the background from what is chosen."""

from pathlib import Path

from kit_app.i18n import Catalogue
from kit_app.services import export, spreadsheets
from kit_app.services.services import Services
from kit_app.services.spreadsheets import Tables
from kit_app.system.filenames import safe_filename
from kit_app.ui.sums.saving import Saving, Step
from kit_app.views.exports import Contents
from kit_app.views.facts import Selection


class Files:
    """Asks `Saving` for each kind of file. Sums are taken before, on the thread that owns the database."""

    def __init__(self, services: Services, t: Catalogue, saving: Saving) -> None:
        self._services = services
        self._t = t
        self._saving = saving

    def name(self, selection: Selection, what: str = "") -> str:
        """A file name without its ending: what it is, the facility, the year."""
        facility = self._services.profile.facility.spoken_name
        year = str(selection.year) if selection.year is not None else ""
        return safe_filename(" - ".join(filter(None, (what or self._t("Results"), facility, year))))

    def contents(self, selection: Selection) -> Contents:
        """The sums of what is chosen, as of today."""
        issuer = self._services.profile.issuer()
        today = issuer.today.isoformat() if issuer.today else ""
        return self._services.statistics.contents(selection, issuer.facility.name, today, self._t)

    def _tables(self, selection: Selection, step: Step) -> Tables:
        statistics, t = self._services.statistics, self._t
        reader = statistics.reader(selection)
        return Tables(reader, lambda group, value: statistics.name(group, value, t), t, step)

    def save_workbook(self, selection: Selection) -> None:
        """One XLSX file with everything."""
        contents, t = self.contents(selection), self._t

        def write(path: Path, may_replace: bool, step: Step) -> None:
            from kit_app.services.workbook import write_workbook  # loads what writes it

            write_workbook(self._tables(selection, step), contents, path, t, overwrite=may_replace)

        self._saving.save(self.name(selection), ".xlsx", t("Spreadsheets (*.xlsx)"), write)

    def save_runs(self, selection: Selection) -> None:
        """A row a game."""
        t = self._t

        def write(path: Path, may_replace: bool, step: Step) -> None:
            spreadsheets.runs_csv(self._tables(selection, step), path, t, overwrite=may_replace)

        self._saving.save(self.name(selection, t("Games")), ".csv", t("Tables (*.csv)"), write)

    def save_puzzles(self, selection: Selection) -> None:
        """A row a puzzle of a game."""
        t = self._t

        def write(path: Path, may_replace: bool, step: Step) -> None:
            spreadsheets.puzzles_csv(self._tables(selection, step), path, t, overwrite=may_replace)

        self._saving.save(self.name(selection, t("Puzzles")), ".csv", t("Tables (*.csv)"), write)

    def save_json(self, selection: Selection) -> None:
        """All games for other programs."""
        reader, t = self._services.statistics.reader(selection), self._t

        def write(path: Path, may_replace: bool, step: Step) -> None:
            spreadsheets.games_json(reader, path, step, overwrite=may_replace)

        self._saving.save(self.name(selection), ".json", t("JSON files (*.json)"), write)

    def save_report(self, selection: Selection) -> None:
        """The report of the year, or of all."""
        contents, t = self.contents(selection), self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            from kit_app.services.printing.year_report import report_title, year_report  # loads what draws

            title = report_title(selection.year, t)
            export.write(path, year_report(contents, title, t), overwrite=may_replace)

        self._saving.save(self.name(selection, t("Report")), ".pdf", t("PDF files (*.pdf)"), write)

    def save_poster(self, selection: Selection) -> None:
        """The counter to hang up."""
        contents, t = self.contents(selection), self._t

        def write(path: Path, may_replace: bool, _step: Step) -> None:
            from kit_app.services.printing.counter_poster import counter_poster  # loads what draws

            export.write(path, counter_poster(contents, selection.year, t), overwrite=may_replace)

        self._saving.save(self.name(selection, t("Counter")), ".pdf", t("PDF files (*.pdf)"), write)
