"""What LibreOffice makes of our files, without a window: cells that stay text, numbers that are numbers."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from benchmarks.game_facts import filled
from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.export import results_csv
from kit_app.services.spreadsheets import Tables, puzzles_csv, runs_csv
from kit_app.services.workbook import write_workbook
from kit_app.storage.store import open_store
from kit_app.views.facts import Selection
from tests.fakes import FakeClock
from tests.unit.game.test_corrections import with_puzzles
from tests.unit.services.bundled import opened

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        OFFICE is None,
        reason="LibreOffice is not installed (Debian: libreoffice-calc-nogui), so nothing opens the files",
    ),
]
ALL = Selection(with_trials=True)
SEMICOLON, QUOTE, UTF_8, FRENCH, ENGLISH = 59, 34, 76, 1036, 2057
CSV = "CSV:{0},{1},{2},1,,{language},false,true"
"""How a double click reads a table: columns at semicolons, numbers as the language writes them."""
OFFICE_NS = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
MOST_REPEATED = 50
"""An empty row is followed by a million more, which are told as one."""


class Read(NamedTuple):
    """A cell as LibreOffice has it."""

    kind: str
    text: str
    value: str
    formula: str | None


def in_office(folder: Path, *files: Path, language: int | None = None) -> dict[str, list[list[list[Read]]]]:
    """The sheets of each file, by its name: rows of cells."""
    assert OFFICE is not None
    reading = [] if language is None else [CSV.format(SEMICOLON, QUOTE, UTF_8, language=language)]
    subprocess.run(
        [
            *(OFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile"),
            *(f"--infilter={one}" for one in reading),
            *("--convert-to", "fods", "--outdir", str(folder / "out"), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {one.name: sheets(folder / "out" / f"{one.stem}.fods") for one in files}


def sheets(path: Path) -> list[list[list[Read]]]:
    """Every sheet of a flat document, row by row."""
    tree = ElementTree.parse(path)
    return [
        [cells(row) for row in table.iter(f"{TABLE_NS}table-row") if len(row)]
        for table in tree.iter(f"{TABLE_NS}table")
    ]


def cells(row: ElementTree.Element) -> list[Read]:
    found: list[Read] = []
    for cell in row:
        times = int(cell.get(f"{TABLE_NS}number-columns-repeated", "1"))
        kind = cell.get(f"{OFFICE_NS}value-type", "")
        text, value = "".join(cell.itertext()).strip(), cell.get(f"{OFFICE_NS}value", "")
        read = Read(kind, text, value, cell.get(f"{TABLE_NS}formula"))
        found += [read] * min(times, MOST_REPEATED)
    return found


def columns(sheet: list[list[Read]]) -> dict[str, list[Read]]:
    """The cells under each heading."""
    heads, *rows = [row for row in sheet if any(cell.text for cell in row)]
    return {head.text: [row[place] for row in rows] for place, head in enumerate(heads) if head.text}


def is_plain(sheet: list[list[Read]]) -> bool:
    """No cell reckons, and none is an error."""
    every = [cell for row in sheet for cell in row]
    return all(cell.formula is None and not cell.text.startswith(("#", "Err:")) for cell in every)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Services over a few games; names of sessions begin with =, those of teams with +."""
    folder = tmp_path_factory.mktemp("sheets")
    store = open_store(folder, 0)
    filled(store, 30)
    store.close()
    services = opened(folder, FakeClock())
    yield services
    services.close()


def tables(services, t) -> Tables:
    statistics = services.statistics
    return Tables(
        statistics.reader(ALL),
        lambda group, value: statistics.name(group, value, t),
        t,
        lambda _done, _total: None,
    )


@pytest.mark.parametrize(("language", "spoken"), [("fr", FRENCH), ("en", ENGLISH)])
def test_tables_open_in_columns_with_the_numbers_of_the_language(data, tmp_path, language, spoken):
    t = load(resources_dir() / "i18n", language)
    games, puzzles, session = (tmp_path / f"{name}.csv" for name in ("games", "puzzles", "session"))
    runs_csv(tables(data, t), games, t)
    puzzles_csv(tables(data, t), puzzles, t)
    result = replace(
        with_puzzles(),
        played_ms=2_415_000,
        session_name='=HYPERLINK("x")',
        team_label="@SUM(1;2)",
        facility="-1+1|cmd",
    )
    session.write_bytes(results_csv((result,), t))
    found = in_office(tmp_path, games, puzzles, session, language=spoken)
    assert all(is_plain(sheet) for one in found.values() for sheet in one)

    (sheet,) = found["games.csv"]
    read = columns(sheet)
    names = read[t("session")]
    assert len(names) == data.statistics.count(ALL)
    assert all(one.kind == "string" and one.text.startswith("'=Session ") for one in names)
    assert {one.kind for one in read[t("minutes played")]} == {"float"}
    assert {one.text for one in read[t("people")]} <= {"< 5", "≥ 5"}
    (sheet,) = found["puzzles.csv"]
    assert len(columns(sheet)[t("session")]) == len(names) * 12
    (sheet,) = found["session.csv"]
    read = {head: column[0] for head, column in columns(sheet).items()}
    assert read[t("session")].text == '\'=HYPERLINK("x")'
    assert (read[t("team")].text, read[t("facility")].text) == ("'@SUM(1;2)", "'-1+1|cmd")
    assert (read[t("minutes played")].kind, float(read[t("minutes played")].value)) == ("float", 40.25)


def test_a_workbook_opens_with_all_its_sheets_and_names_stay_text(data, tmp_path):
    t = load(resources_dir() / "i18n", "fr")
    contents = data.statistics.contents(ALL, "=Hôpital", "2026-11-24", t)
    path = tmp_path / "games.xlsx"
    write_workbook(tables(data, t), contents, path, t)
    found = in_office(tmp_path, path)["games.xlsx"]
    assert len(found) >= 3
    assert all(is_plain(sheet) for sheet in found)
    (games, *_others) = [one for one in found if t("minutes played") in {cell.text for cell in one[0]}]
    read = columns(games)
    assert all(one.kind == "string" and one.text.startswith("=Session ") for one in read[t("session")])
    assert {one.kind for one in read[t("minutes played")]} == {"float"}
    assert any(cell.text == "=Hôpital" for sheet in found for row in sheet for cell in row)
