"""The results of a region: sections, choices, files that come in, files that go out."""

import io
import zipfile
from contextlib import closing
from dataclasses import replace
from random import Random

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from benchmarks.region_rows import fill, reporter, sessions
from kit_app.assets import resources_dir
from kit_app.domain.region_server import ServerAddress
from kit_app.i18n import load
from kit_app.services.region.server import RegionServer
from kit_app.storage.region.bundle import Bundle, packed
from kit_app.storage.region.sqlite_tables import again_sqlite_results, open_sqlite_results
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.places import REGION, SETTINGS, Where, chapter_for
from kit_app.ui.region.arrivals_dialog import ArrivalsDialog
from kit_app.ui.region.page import RegionPage
from kit_app.views.region import RegionSelection
from tests.ui.shell import click, window_of
from tests.unit.services.bundled import opened
from tests.unit.services.printing.papers import text_of

EN = load(resources_dir() / "i18n", "en")


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    assert QThreadPool.globalInstance().waitForDone(30_000)
    services.close()


@pytest.fixture
def made(services):
    """Services of a coordinator who has the results of 18 facilities."""
    with services.region_file.results() as results:
        fill(results, 18, 6, services.clock.wall_ms())
    return services


def shown(qtbot, services) -> RegionPage:
    page = RegionPage(services, EN)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    settled(qtbot, page, page.reload)
    return page


def settled(qtbot, page, act) -> None:
    """Do something and wait until the sums that it asks for are shown."""
    act()
    qtbot.waitUntil(lambda: not page.reader.is_busy, timeout=20_000)
    QApplication.processEvents()


def section(qtbot, page, ident: str) -> None:
    button = page.section_row.buttons[ident]
    settled(qtbot, page, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))


def choose(qtbot, page, group: str, words: str) -> None:
    box = page.filters.boxes[group]
    settled(qtbot, page, lambda: box.setCurrentIndex(box.findText(words)))


def cells(table) -> list[list[str]]:
    model = table.rows
    return [
        [str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())
    ]


def words_on(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def bundle(tmp_path, facility: int, count: int, signer: str, dice, *, told_ms: int = 1_780_000_000_000):
    """A file of a facility, signed by the key of a folder of this name."""
    folder = tmp_path / signer
    folder.mkdir(exist_ok=True)
    path = tmp_path / f"{signer}-{facility}-{count}.sante-results"
    rows = tuple(sessions(facility, count, dice))
    who = replace(reporter(facility, told_ms), told_ms=told_ms)
    path.write_bytes(packed(folder, Bundle(reporter=who, rows=rows)))
    return path


def test_without_results_the_page_says_what_to_do_first(qtbot, services):
    page = shown(qtbot, services)
    assert page.empty.isVisible()
    assert "Ask each for its file" in page.empty.label.text()
    assert not page.export.isEnabled()
    assert not page.section_row.isVisible()
    page.first_focus()
    assert page.empty.button is page.focusWidget()


def test_facilities_are_counted_and_those_without_news_are_marked(qtbot, made):
    page = shown(qtbot, made)
    words = words_on(page)
    assert {"18", "108", "facilities played", "2 sent nothing for a year"} <= set(words)
    rows = cells(page.facilities_view.table)
    assert len(rows) == 18
    assert [row[5] for row in rows].count("nothing for a year") == 2
    assert {row[1] for row in rows} == {"6"}


def test_enter_on_a_facility_shows_it_alone(qtbot, made):
    page = shown(qtbot, made)
    table = page.facilities_view.table
    table.setFocus()
    table.selectRow(3)
    name = cells(table)[3][0]
    settled(qtbot, page, lambda: QTest.keyClick(table, Qt.Key.Key_Return))
    assert [row[0] for row in cells(table)] == [name]
    assert page.filters.boxes["facility"].currentText() == name


def test_each_section_shows_its_tables(qtbot, made):
    page = shown(qtbot, made)
    section(qtbot, page, "people")
    assert page.people_view.isVisible()
    assert cells(page.people_view.services.table)[-1][0] == "Together"
    section(qtbot, page, "puzzles")
    (view,) = page.puzzles_view.views
    assert "Sant'Escape" in " ".join(words_on(page))
    assert [row[0].split()[0] for row in cells(view.table)] == [f"P{n}" for n in range(1, 13)]
    assert view.table.accessibleName().startswith("Difficulty of the puzzles: ")
    section(qtbot, page, "kits")
    assert [row[0].rpartition(" ")[2] for row in cells(page.kits_view.panel.table)] == ["1.5.0", "1.4.0"]
    assert not page.people_view.isVisible()


def test_what_was_learnt_cannot_be_chosen_by_audience(qtbot, made):
    page = shown(qtbot, made)
    choose(qtbot, page, "audience", "Care staff")
    assert page.selection() == RegionSelection(audience="care")
    section(qtbot, page, "learning")
    assert page.learning_view.panels
    assert page.selection() == RegionSelection()
    assert not page.filters.boxes["audience"].isVisible()
    section(qtbot, page, "people")
    assert page.selection() == RegionSelection(audience="care")


def test_a_year_that_is_chosen_holds_in_every_section(qtbot, made):
    page = shown(qtbot, made)
    choose(qtbot, page, "year", "2024")
    (row,) = cells(page.facilities_view.years.table)[:-1]
    assert row[0] == "2024"
    section(qtbot, page, "people")
    assert page.people_view.audiences.table.rows.rowCount() > 1
    assert page.selection().year == 2024


def test_results_of_facilities_are_taken_in(qtbot, services, tmp_path):
    page = shown(qtbot, services)
    paths = [bundle(tmp_path, n, 4, f"house{n}", Random(n)) for n in (1, 2)]
    page.gather.ask_files = lambda *_asked: paths
    asked = []
    page.gather.ask_trust = lambda arrivals: asked.extend(arrivals) or {one.fingerprint for one in arrivals}
    with qtbot.waitSignal(page.told, timeout=20_000) as said:
        QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert said.args[0].text == "2 files taken in. New: 8, corrected: 0, known before: 0."
    qtbot.waitUntil(lambda: not page.reader.is_busy, timeout=20_000)
    assert [one.signer for one in asked] == ["new", "new"]
    assert len(cells(page.facilities_view.table)) == 2
    with qtbot.waitSignal(page.told, timeout=20_000) as said:
        QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert said.args[0].text == "2 files taken in. New: 0, corrected: 0, known before: 8."
    qtbot.waitUntil(lambda: not page.reader.is_busy, timeout=20_000)


def test_nothing_is_kept_when_the_coordinator_leaves_it(qtbot, services, tmp_path):
    page = shown(qtbot, services)
    page.gather.ask_files = lambda *_asked: [bundle(tmp_path, 1, 4, "house", Random(1))]
    asked = []
    page.gather.ask_trust = lambda arrivals: asked.append(arrivals)
    QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked) and not page.gather.is_busy, timeout=20_000)
    settled(qtbot, page, page.reload)
    assert page.empty.isVisible()


def test_a_known_facility_with_another_key_is_not_ticked_and_it_is_said_why(qtbot, services, tmp_path):
    first = bundle(tmp_path, 1, 3, "house", Random(1))
    looked = services.gathering.look([first])
    services.gathering.take_in(looked, {one.fingerprint for one in looked})
    broken = tmp_path / "broken.sante-results"
    broken.write_text("nothing of ours", encoding="utf-8")
    stranger, new_one = (
        bundle(tmp_path, 1, 5, "stranger", Random(2)),
        bundle(tmp_path, 2, 2, "other", Random(3)),
    )
    paths = [first, stranger, new_one, broken]
    dialog = ArrivalsDialog(services.gathering.look(paths), EN)
    qtbot.addWidget(dialog)
    dialog.show()
    table = cells(dialog.findChild(object, "region-arrivals"))
    assert [row[5] for row in table] == ["known", "another one", "new"]
    assert [tick.isChecked() for tick in dialog.ticks.values()] == [False, True]
    words = words_on(dialog)
    assert any("another computer signed for this facility" in one for one in words)
    assert any("broken.sante-results" in one for one in words)
    assert dialog.take.isEnabled()
    other, new = dialog.findChildren(CheckBox, "region-trust")
    assert "another computer" in other.accessibleDescription()
    new.click()
    assert dialog.trusted() == frozenset()
    assert dialog.take.isEnabled()  # the file of the known key


def test_with_nothing_to_trust_there_is_nothing_to_take_in(qtbot, services, tmp_path):
    dialog = ArrivalsDialog(services.gathering.look([bundle(tmp_path, 1, 3, "house", Random(1))]), EN)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.take.isEnabled()
    (tick,) = dialog.ticks.values()
    tick.click()
    assert not dialog.take.isEnabled()
    tick.click()
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.result() == ArrivalsDialog.DialogCode.Accepted.value
    assert len(dialog.trusted()) == 1


def saved(qtbot, page, act, path) -> None:
    page.saving.ask_save = lambda *_asked: path
    with qtbot.waitSignal(page.told, timeout=60_000) as said:
        act()
    assert said.args[0].text == f"Saved: {path.name}"


def menu(page, words: str):
    return next(one for one in page.menu.actions() if one.text() == words).trigger


def test_the_sheet_of_the_year_is_one_or_two_pages_with_what_the_page_shows(qtbot, made, tmp_path):
    page = shown(qtbot, made)
    choose(qtbot, page, "year", "2025")
    path = tmp_path / "sheet.pdf"
    saved(qtbot, page, lambda: QTest.mouseClick(page.sheet, Qt.MouseButton.LeftButton), path)
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) in (1, 2)
    text = " ".join(text_of(path.read_bytes()).split())
    assert "The region in 2025" in text
    assert "Facilities that sent nothing for a year" in text
    pdf.close()


def test_tables_and_the_spreadsheet_hold_nothing_that_is_masked(qtbot, made, tmp_path):
    now = made.clock.wall_ms()
    few = replace(next(sessions(50, 1, Random(1), teams=1)), people=3)
    with made.region_file.results() as results:
        results.add(replace(reporter(50, now), name="=HYPERLINK(1)"), [few])
    page = shown(qtbot, made)
    csv = tmp_path / "facilities.csv"
    saved(qtbot, page, menu(page, "Table of the facilities (CSV)…"), csv)
    lines = csv.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Facility;Sessions;People;Last year played;Last sent"
    assert any(line.startswith("'=HYPERLINK(1);1;< 5;") for line in lines)
    assert len(lines) == 20
    puzzles = tmp_path / "puzzles.csv"
    saved(qtbot, page, menu(page, "Table of the puzzles (CSV)…"), puzzles)
    assert puzzles.read_text(encoding="utf-8-sig").splitlines()[1].startswith("Sant'Escape")
    book = tmp_path / "all.xlsx"
    saved(qtbot, page, menu(page, "Spreadsheet (XLSX)…"), book)
    with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as parts:
        assert sum(name.startswith("xl/worksheets/sheet") for name in parts.namelist()) == 6
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_times_are_sent_back_as_a_signed_file(qtbot, made, tmp_path):
    page = shown(qtbot, made)
    section(qtbot, page, "puzzles")
    path = tmp_path / "times.sante-times"
    saved(qtbot, page, page.puzzles_view.times.click, path)
    assert made.times.read(path).puzzles


def test_the_page_is_there_only_where_it_is_wanted(qtbot, services):
    window = window_of(services)
    qtbot.addWidget(window)
    assert REGION not in window.rail._places
    window.go(Where(SETTINGS))
    click(window, "settings-section-region")
    click(window, "settings-region")
    click(window, "settings-save")
    qtbot.waitUntil(lambda: REGION in window.rail._places and window.rail.place(REGION).isVisible())
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert window.here.page == REGION
    page = window.page(REGION)
    qtbot.waitUntil(lambda: not page.reader.is_busy, timeout=20_000)
    assert page.empty.isVisible()
    assert page.empty.button.hasFocus()
    assert chapter_for(window.here) == "region"


def test_a_store_that_cannot_be_read_is_said(qtbot, made):
    page = shown(qtbot, made)
    (made.folder / "region.db").write_bytes(b"no database at all, but long enough to be looked at" * 90)
    settled(qtbot, page, page.reload)
    assert page.banners.isVisible()
    assert not page.subtitle.isVisible()


def test_the_results_of_the_server_are_read_where_it_is_chosen(qtbot, made, monkeypatch, tmp_path):
    """The server is another file here; that a real one answers alike is tested beside its tables."""
    results, _notices = open_sqlite_results(tmp_path, 0)
    fill(results, 3, 2, made.clock.wall_ms())
    results.close()
    page = shown(qtbot, made)
    assert not page.source.isVisible()
    monkeypatch.setattr(RegionServer, "is_there", staticmethod(lambda: True))
    monkeypatch.setattr(
        RegionServer, "_results", lambda *_asked: closing(again_sqlite_results(tmp_path, "WAL"))
    )
    address = ServerAddress(host="localhost", database="region", user="coordinator")
    made.region_server.keep(address, sends_itself=False)
    settled(qtbot, page, page.reload)
    assert page.source.isVisible()
    assert page.source.value() == "files"
    settled(qtbot, page, page.source.button("server").click)
    assert page.subtitle.text().startswith("3 facilities")
    assert made.region_source.is_server
    settled(qtbot, page, page.source.button("files").click)
    assert page.subtitle.text().startswith("18 facilities")
