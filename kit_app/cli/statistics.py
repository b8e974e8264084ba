"""The command that tells the sums over all games, or writes them and the games into a file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace
from pathlib import Path

from kit_app.cli.output import say, say_json
from kit_app.errors import KitAppError
from kit_app.i18n import N_, Catalogue
from kit_app.services import export, spreadsheets
from kit_app.services.services import Services
from kit_app.services.spreadsheets import Tables
from kit_app.views.exports import Contents
from kit_app.views.facts import EVERYTHING, Selection
from kit_app.views.statistics import PuzzleLine


def tell(services: Services, options: Namespace, t: Catalogue) -> None:
    """Count what is not counted yet, then say the sums, or write a file whose ending says what it is."""
    services.statistics.look()
    while services.statistics.refresh():
        pass
    selection = replace(EVERYTHING, year=options.year, with_trials=options.trials)
    issuer = services.profile.issuer()
    today = issuer.today.isoformat() if issuer.today else ""
    contents = services.statistics.contents(selection, issuer.facility.name, today, t)
    if options.out is not None:
        _write(services, selection, contents, options.out, t)
        say(str(options.out))
    elif options.json:
        say_json({**asdict(contents.overview), "puzzles": [asdict(one.count) for one in _told(contents)]})
    else:
        _say(contents, t)


def _told(contents: Contents) -> list[PuzzleLine]:
    return [line for line in contents.puzzles if not line.count.is_few]


def _say(contents: Contents, t: Catalogue) -> None:
    people = "< 5" if contents.people is None else str(contents.people)
    say(f"{t(N_('Sessions'))}: {contents.sessions}")
    say(f"{t(N_('Games'))}: {contents.games}")
    say(f"{t(N_('People'))}: {people}")
    for row in contents.years.rows:
        say(f"  {row.name}: {row.total}")


def _write(services: Services, selection: Selection, contents: Contents, path: Path, t: Catalogue) -> None:
    statistics = services.statistics
    reader = statistics.reader(selection)
    tables = Tables(reader, lambda group, value: statistics.name(group, value, t), t, lambda _done, _of: None)
    match path.suffix.lower():
        case ".xlsx":
            from kit_app.services.workbook import write_workbook  # loads what writes it

            write_workbook(tables, contents, path, t)
        case ".csv":
            spreadsheets.runs_csv(tables, path, t)
        case ".json":
            spreadsheets.games_json(reader, path, lambda _done, _of: None)
        case ".pdf":
            from kit_app.services.printing.year_report import report_title, year_report  # loads what draws

            export.write(path, year_report(contents, report_title(selection.year, t), t))
        case _:
            raise KitAppError(N_("Give the file one of the endings .xlsx, .csv, .json or .pdf."))
