"""The sums of a region for spreadsheets: facilities as CSV, all of them as XLSX; masked as in the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kit_app.i18n import N_, Catalogue
from kit_app.services.book import Book, write_about, write_block, writing_book
from kit_app.services.spreadsheets import write_csv
from kit_app.services.sum_blocks import learnt_block, people_blocks, puzzle_heads, puzzle_values
from kit_app.views.region_shown import FacilityLine, RegionContents

_MASKED = N_(
    "Nobody's name is in it. Under five people a number is hidden (< 5), and others (–) where the first could"
    " be worked out; of a puzzle that fewer than five teams met nothing is told."
)


def facilities_csv(contents: RegionContents, path: Path, t: Catalogue, *, overwrite: bool = False) -> None:
    """A row a facility. Raises ExportError."""
    write_csv(path, facility_heads(t), map(facility_values, contents.facilities), t, overwrite=overwrite)


def puzzles_csv(contents: RegionContents, path: Path, t: Catalogue, *, overwrite: bool = False) -> None:
    """A row a puzzle of a kit. Raises ExportError."""
    heads = [t(N_("Kit")), *puzzle_heads(t)]
    rows = ([kit.kit, *puzzle_values(line)] for kit in contents.puzzles for line in kit.lines)
    write_csv(path, heads, rows, t, overwrite=overwrite)


def region_workbook(contents: RegionContents, path: Path, t: Catalogue, *, overwrite: bool = False) -> None:
    """All sums on sheets of their own, the first of which says what they are. Raises ExportError."""
    title = t(N_("Results of the region"))
    with writing_book(path, title, overwrite=overwrite) as book:
        write_about(book, t(N_("Read me")), title, _about(contents, t))
        _sheet(book, t(N_("Facilities")), facility_heads(t), map(facility_values, contents.facilities))
        if contents.people is not None:
            sheet = book.file.add_worksheet(t(N_("People")))
            sheet.set_column(0, 0, 30)
            sheet.set_column(1, 12, 13)
            people_blocks(sheet, 0, contents.people, t(N_("Sector")), book.looks, t)
        puzzles = [(kit.kit, *puzzle_values(line)) for kit in contents.puzzles for line in kit.lines]
        _sheet(book, t(N_("Puzzles")), (t(N_("Kit")), *puzzle_heads(t)), puzzles)
        sheet = book.file.add_worksheet(t(N_("Learning")))
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 4, 18)
        row = 0
        for learnt in contents.learning:
            row = learnt_block(sheet, row, learnt, book.looks, t)
        heads = (t(N_("Kit")), t(N_("Version")), t(N_("Facilities")), t(N_("Sessions")), t(N_("People")))
        kits = ((one.kit, one.version, one.facilities, one.sessions, one.people) for one in contents.kits)
        _sheet(book, t(N_("Kits")), heads, kits)


def facility_heads(t: Catalogue) -> tuple[str, ...]:
    """What stands above the columns of facilities."""
    names = (N_("Facility"), N_("Sessions"), N_("People"), N_("Last year played"), N_("Last sent"))
    return tuple(map(t, names))


def facility_values(line: FacilityLine) -> tuple[str | int, ...]:
    """A facility below `facility_heads`."""
    return (line.name, line.sessions, line.people, line.last_year or "", line.told_on.isoformat())


def _about(contents: RegionContents, t: Catalogue) -> tuple[tuple[str, str], ...]:
    overview = contents.overview
    return (
        (t(N_("Made on")), contents.made_on.isoformat()),
        *contents.chosen,
        (t(N_("Facilities that played")), str(overview.facilities)),
        (t(N_("Sessions")), str(overview.sessions)),
        (t(N_("Teams")), str(overview.teams)),
        (t(N_("People")), "< 5" if overview.people is None else str(overview.people)),
        (t(N_("People in this file")), t(_MASKED)),
    )


def _sheet(book: Book, name: str, heads: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> None:
    sheet = book.file.add_worksheet(name)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, len(heads) - 1, 14)
    sheet.freeze_panes(1, 0)
    write_block(sheet, 0, heads, rows, book.looks)
