"""All results: sections, filters, the list of games, the files, what is kept."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pypdfium2
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionViewItem

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.chart import ChartView
from kit_app.ui.common.tables import PAGE
from kit_app.ui.results.statistics_page import StatisticsPage
from kit_app.views.facts import EVERYTHING, Selection
from tests.ui.results.made import played
from tests.unit.services.printing.papers import text_of
from tests.unit.services.sheets import fill


def words_on(page) -> list[str]:
    for _ in range(3):
        QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def press(page, name: str) -> None:
    QTest.mouseClick(page.findChild(KeyButton, name), Qt.MouseButton.LeftButton)


def choose(page, group: str, words: str) -> None:
    box = page.filters.boxes[group]
    box.setCurrentIndex(box.findText(words))


def cells(table) -> list[list[str]]:
    model = table.rows
    return [
        [str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())
    ]


def saved(qtbot, page, words: str, path) -> None:
    """Choose a line of the export's menu, the file dialog answering with `path`."""
    page.saving.ask_save = lambda *_asked: path
    action = next(one for one in page.menu.actions() if one.text() == words)
    with qtbot.waitSignal(page.told, timeout=30_000) as said:
        action.trigger()
    assert said.args[0].text == f"Saved: {path.name}"


def test_without_any_game_the_page_is_empty(qtbot, services):
    page = StatisticsPage(services, load(resources_dir() / "i18n", "en"))
    qtbot.addWidget(page)
    page.show()
    page.reload()
    assert "No game was played yet. Its results will stand here." in words_on(page)
    assert not page.export.isEnabled()
    assert not page.report.isEnabled()


def test_played_games_are_counted_when_the_page_opens(qtbot, services):
    played(services, "Deux", "Les Indiscrets", "Les Curieux")
    page = StatisticsPage(services, load(resources_dir() / "i18n", "en"))
    qtbot.addWidget(page)
    page.show()
    page.reload()
    assert page.empty.isVisible()
    assert page.filters.trials.isVisible()
    QTest.mouseClick(page.filters.trials, Qt.MouseButton.LeftButton)
    shown = words_on(page)
    assert "2 games played" in shown
    assert {"1", "10"} <= set(shown)
    assert page.overview_view.last.table.rows.rowCount() == 2


def test_the_counter_says_what_the_games_were(everything, many):
    games = [one.run for one in many[1] if not one.run.is_trial]
    shown = words_on(everything)
    assert str(len({one.session_id for one in games})) in shown
    assert f"{sum(one.people for one in games):,}" in shown
    assert f"{len(games)} games played · trials do not count" in shown


def test_a_filter_changes_every_section(everything, many):
    games = [one.run for one in many[1] if not one.run.is_trial and one.run.year == 2025]
    choose(everything, "year", "2025")
    assert everything.selection() == Selection(year=2025)
    assert f"{len(games)} games played · trials do not count" in words_on(everything)
    press(everything, "results-section-games")
    assert everything.games.table.rows.rowCount() == min(PAGE, len(games))
    press(everything, "results-section-people")
    rows = cells(everything.people_view.audiences.table)
    assert rows[-1] == [
        "Together",
        str(len({one.session_id for one in games})),
        str(sum(g.people for g in games)),
    ]


def test_each_chart_says_what_its_table_says(everything):
    press(everything, "results-section-people")
    view = everything.people_view.services
    told = view.chart.accessibleDescription()
    for name, _sessions, people in cells(view.table)[:-1]:
        assert f"{name}: {people}" in told
    press(everything, "results-section-puzzles")
    charts = [one for one in everything.findChildren(ChartView) if one.isVisible()]
    assert charts == [everything.puzzles_view.chart]
    assert charts[0].accessibleDescription().startswith("P1: ")
    assert charts[0].height() == round(charts[0].picture().height)


def test_a_long_list_is_fetched_a_page_at_a_time(everything, many):
    games = [one for one in many[1] if not one.run.is_trial]
    press(everything, "results-section-games")
    table = everything.games.table
    assert table.rows.rowCount() == PAGE < len(games)
    while table.rows.canFetchMore(table.rootIndex()):
        table.rows.fetchMore(table.rootIndex())
    assert table.rows.rowCount() == len(games)
    newest = max(one.run.day for one in games)
    assert cells(table)[0][0] == date.fromisoformat(newest).strftime("%d/%m/%Y")


def test_a_game_of_the_list_leads_to_its_session(everything, qtbot):
    press(everything, "results-section-games")
    table = everything.games.table
    table.setFocus()
    table.selectRow(2)
    ident = table.chosen()
    with qtbot.waitSignal(everything.opened) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [ident.rpartition("/")[0]]


def test_how_games_were_led_is_told_in_all_and_for_one(everything, many):
    press(everything, "results-section-leading")
    wanted = sum(one.run.by_hand for one in many[1] if not one.run.is_trial)
    assert {"Help given", "Time of play", "What went wrong", "Notes"} <= set(words_on(everything))
    tables = [panel.findChild(type(everything.games.table)) for panel in everything.leading_view._panels]
    assert cells(tables[0])[0][:2] == ["Hints given by hand", f"{wanted:,}"]


def test_learning_has_a_chart_and_a_table_or_says_that_there_is_none(qtbot, services):
    plan = played(services)
    page = StatisticsPage(services, load(resources_dir() / "i18n", "en"))
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    page.reload()
    QTest.mouseClick(page.filters.trials, Qt.MouseButton.LeftButton)
    press(page, "results-section-learning")
    assert page.learning_view.nothing.isVisible()
    fill(services, plan.id)
    page.reload()
    assert not page.learning_view.nothing.isVisible()
    (panel,) = page.learning_view.panels
    rows = cells(panel.table)
    assert rows[0][0] == "All questions" and rows[0][-1] == "8"
    for row in rows:
        assert f"{row[0]}: {row[3]}" in panel.chart.accessibleDescription()


def test_the_spreadsheet_says_what_is_in_it(everything, qtbot, tmp_path):
    saved(qtbot, everything, "Spreadsheet (XLSX)…", tmp_path / "all.xlsx")
    with zipfile.ZipFile(tmp_path / "all.xlsx") as book:
        assert "Read me" in book.read("xl/workbook.xml").decode()
        assert b"<f>" not in b"".join(book.read(name) for name in book.namelist())


def test_tables_of_games_and_puzzles(everything, many, qtbot, tmp_path):
    games = [one for one in many[1] if not one.run.is_trial]
    saved(qtbot, everything, "Table of the games (CSV)…", tmp_path / "games.csv")
    saved(qtbot, everything, "Table of the puzzles (CSV)…", tmp_path / "puzzles.csv")
    for name, count in (("games", len(games)), ("puzzles", 12 * len(games))):
        raw = (tmp_path / f"{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert len(list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))) == count + 1


def test_json_holds_all_games_with_their_puzzles(everything, many, qtbot, tmp_path):
    saved(qtbot, everything, "For other programs (JSON)…", tmp_path / "all.json")
    data = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert len(data["games"]) == many[0].statistics.count(EVERYTHING)
    assert {len(game["puzzles"]) for game in data["games"]} == {12}


def test_the_report_of_a_year_has_at_most_three_pages(everything, qtbot, tmp_path):
    choose(everything, "year", "2025")
    everything.saving.ask_save = lambda *_asked: tmp_path / "year.pdf"
    with qtbot.waitSignal(everything.told, timeout=30_000):
        everything.report.click()
    data = (tmp_path / "year.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as document:
        assert 1 <= len(document) <= 3
    text = text_of(data)
    assert "Results of the year 2025" in text
    assert "Title P12" in text


def test_the_counter_can_be_hung_up(everything, qtbot, tmp_path):
    saved(qtbot, everything, "Poster with the counter (PDF)…", tmp_path / "poster.pdf")
    data = (tmp_path / "poster.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 1


def test_an_interrupted_file_leaves_nothing(everything, qtbot, tmp_path):
    everything.saving.ask_save = lambda *_asked: tmp_path / "all.csv"
    with qtbot.waitSignal(everything.told) as said:
        everything.files.save_puzzles(EVERYTHING)
        everything.saving.progress.cancel.click()
    assert said.args[0].text == "Interrupted: no file was written."
    qtbot.waitUntil(lambda: not everything.saving.is_busy, timeout=20_000)
    assert not list(tmp_path.glob("*.csv*"))
    assert not list(tmp_path.glob(".*.part"))


def test_old_sessions_become_totals_only_after_a_yes(everything, many, qtbot):
    services, games = many
    press(everything, "results-section-kept")
    before = services.statistics.overview(EVERYTHING)
    asked = []
    everything.kept_view.ask = lambda title, text: asked.append((title, text)) is not None
    everything.kept_view.purge.click()
    assert "Gone for good" in asked[0][1] and "Staying" in asked[0][1]
    assert services.statistics.count(Selection(with_trials=True)) == len(games)
    everything.kept_view.ask = lambda _title, _text: True
    with qtbot.waitSignal(everything.changed):
        everything.kept_view.purge.click()
    limit = "2023-11-24"
    assert services.statistics.count(Selection(with_trials=True)) == sum(
        one.run.day >= limit for one in games
    )
    after = services.statistics.overview(EVERYTHING)
    assert (after.sessions, after.teams, after.people) == (before.sessions, before.teams, before.people)
    assert 0 < after.kept < after.teams
    press(everything, "results-section-overview")
    said = words_on(everything)
    assert f"median of those who won, of the {after.kept} games still kept" in said
    assert f"{after.teams} games played · {after.kept} of them still kept · trials do not count" in said
    press(everything, "results-section-puzzles")
    assert any(f"here: of the {after.kept} games still kept" in words for words in words_on(everything))
    press(everything, "results-section-kept")
    assert not everything.kept_view.purge.isEnabled()


def test_the_months_are_a_setting(everything, many):
    press(everything, "results-section-kept")
    everything.kept_view.months.more.click()
    assert many[0].preferences.settings.kept_months == 48
    assert any("48 months" in words for words in words_on(everything))


def test_the_entry_of_the_register_is_copied(everything, qtbot, tmp_path):
    press(everything, "results-section-kept")
    press(everything, "kept-copy")
    text = QGuiApplication.clipboard().text()
    assert "Legal basis" in text and "36 months" in text
    everything.saving.ask_save = lambda *_asked: tmp_path / "register.pdf"
    with qtbot.waitSignal(everything.told, timeout=30_000):
        press(everything, "kept-save")
    assert "GDPR" in text_of((tmp_path / "register.pdf").read_bytes())


def test_every_section_names_its_controls_and_has_one_primary_button(everything):
    for ident in everything.sections:
        press(everything, f"results-section-{ident}")
        buttons = [one for one in everything.findChildren(KeyButton) if one.isVisible()]
        assert all(one.accessibleName() for one in buttons)
        assert [one for one in buttons if one.property("kind") == "primary"] == [everything.report]
    for box in everything.filters.boxes.values():
        assert box.accessibleName()


def test_a_long_name_in_the_last_games_is_whole_in_its_tooltip(everything, many):
    run = many[0].statistics.runs(EVERYTHING, 0, 1)[0]
    long = replace(run, team_label="Les Indiscrets de la pharmacie", session_name="Médecine gériatrique " * 3)
    table = everything.overview_view.last.table
    everything.overview_view.last.show_runs([long])
    index, option = table.rows.index(0, 1), QStyleOptionViewItem()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{long.team_label} · {long.session_name}"
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
    table.itemDelegate().helpEvent(asked, table, option, index)
    assert table.toolTip() == f"{long.team_label} · {long.session_name}"
