"""Files for spreadsheets: the stored sample, cells that stay text, XLSX read back by reading its XML."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.game_facts import filled
from kit_app.errors import ExportError
from kit_app.i18n import Catalogue
from kit_app.services.spreadsheets import Tables, puzzles_csv, runs_csv
from kit_app.services.workbook import write_workbook
from kit_app.storage.store import open_store
from kit_app.ui.background import Cancelled
from kit_app.views.facts import Selection
from tests.unit.services.bundled import opened

GOLDEN = Path(__file__).parents[2] / "golden" / "games.csv"
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ENGLISH = Catalogue("en")
GAMES = 30


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Services over a few games; their names begin like formulas."""
    from tests.fakes import FakeClock

    folder = tmp_path_factory.mktemp("sheets")
    store = open_store(folder, 0)
    filled(store, GAMES)
    store.close()
    services = opened(folder, FakeClock())
    yield services
    services.close()


def tables(services, step=lambda _done, _total: None) -> Tables:
    statistics = services.statistics
    reader = statistics.reader(Selection(with_trials=True))
    return Tables(reader, lambda group, value: statistics.name(group, value, ENGLISH), ENGLISH, step)


def contents(services):
    return services.statistics.contents(Selection(with_trials=True), "=Hôpital", "2026-11-24", ENGLISH)


def sheet_rows(path: Path, number: int) -> list[list[tuple[str, str]]]:
    """Rows of (kind, text) of the cells of a sheet, read from the file's XML."""
    with zipfile.ZipFile(path) as book:
        tree = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        assert not list(tree.iter(f"{SPACE}f")), "no cell is a formula"
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
            shared = ["".join(part.itertext()) for part in strings.iter(f"{SPACE}si")]
    rows = []
    for row in tree.iter(f"{SPACE}row"):
        cells = []
        for cell in row.iter(f"{SPACE}c"):
            kind, text = cell.get("t", "n"), "".join(cell.itertext())
            cells.append((kind, shared[int(text)] if kind == "s" else text))
        rows.append(cells)
    return rows


def test_the_table_of_games_is_as_it_was_stored(data, tmp_path):
    runs_csv(tables(data), tmp_path / "games.csv", ENGLISH)
    assert (tmp_path / "games.csv").read_bytes() == GOLDEN.read_bytes()


def test_french_tables_have_a_decimal_comma_and_no_formula(data, tmp_path):
    french = Catalogue("fr")
    runs_csv(tables(data), tmp_path / "games.csv", french)
    text = (tmp_path / "games.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert any(re.fullmatch(r"\d+,\d\d", cell) for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any(cell.startswith("'=Session") for cell in cells)


def test_a_puzzle_stands_on_a_row_with_its_game(data, tmp_path):
    puzzles_csv(tables(data), tmp_path / "puzzles.csv", ENGLISH)
    text = (tmp_path / "puzzles.csv").read_text(encoding="utf-8-sig")
    heads, first, *rest = csv.reader(io.StringIO(text), delimiter=";")
    assert len(rest) + 1 == 12 * data.statistics.count(Selection(with_trials=True))
    cells = dict(zip(heads, first, strict=True))
    assert (cells["puzzle"], cells["title"], cells["target minutes"]) == ("P1", "Title P1", "4.00")


def test_the_workbook_is_read_back_as_it_was_written(data, tmp_path):
    path = tmp_path / "all.xlsx"
    write_workbook(tables(data), contents(data), path, ENGLISH)
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == ["Read me", "Sums", "Games", "Puzzles"]
    about = [cell[1] for row in sheet_rows(path, 1) for cell in row]
    assert {"Results of the games", "=Hôpital", "Sheet “Games”"} <= set(about)
    heads, *games = sheet_rows(path, 3)
    runs = data.statistics.runs(Selection(with_trials=True), 0, 1000)
    assert len(games) == len(runs)
    place = [head[1] for head in heads].index
    for row, run in zip(games, runs, strict=True):
        assert row[place("session")][1] == run.session_name and row[place("session")][0] != "n"
        assert row[place("people")][1] == ("< 5" if run.people < 5 else "≥ 5")
        assert float(row[place("minutes played")][1]) == pytest.approx(run.played_s / 60)
        assert row[place("date")][0] == "n"
    assert len(sheet_rows(path, 4)) == 1 + 12 * len(runs)


def test_sums_are_masked_in_the_workbook_as_in_the_window(data, tmp_path):
    path = tmp_path / "all.xlsx"
    write_workbook(tables(data), contents(data), path, ENGLISH)
    shown = [[cell[1] for cell in row] for row in sheet_rows(path, 2)]
    services = data.statistics.people(Selection(with_trials=True), ENGLISH).services
    for row in services.rows:
        assert [row.name, str(row.sessions), row.total] in shown


def test_a_full_sheet_goes_on_in_another(data, tmp_path, monkeypatch):
    monkeypatch.setattr("kit_app.services.workbook.MOST_ROWS", 100)
    path = tmp_path / "all.xlsx"
    write_workbook(tables(data), contents(data), path, ENGLISH)
    total = 12 * data.statistics.count(Selection(with_trials=True))
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="(Puzzles[^"]*)"', book.read("xl/workbook.xml").decode())
    assert len(names) == -(-total // 100)
    assert sum(len(sheet_rows(path, 4 + number)) - 1 for number in range(len(names))) == total


def test_a_workbook_tells_how_far_it_is_and_can_be_interrupted(data, tmp_path):
    told = []
    write_workbook(
        tables(data, lambda done, total: told.append((done, total))),
        contents(data),
        tmp_path / "a.xlsx",
        ENGLISH,
    )
    assert told[0][0] == 0 and told[-1][0] == told[-1][1] == 13 * data.statistics.count(
        Selection(with_trials=True)
    )

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_workbook(tables(data, stop), contents(data), tmp_path / "b.xlsx", ENGLISH)
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_workbook_never_replaces_another_file_unasked(data, tmp_path):
    (tmp_path / "all.xlsx").write_bytes(b"mine")
    with pytest.raises(ExportError, match="there already"):
        write_workbook(tables(data), contents(data), tmp_path / "all.xlsx", ENGLISH)
    write_workbook(tables(data), contents(data), tmp_path / "all.xlsx", ENGLISH, overwrite=True)
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")


def test_a_workbook_that_cannot_be_written_is_told(data, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="could not be written"):
        write_workbook(tables(data), contents(data), tmp_path / "file" / "all.xlsx", ENGLISH)
