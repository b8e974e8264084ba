"""The results of a session: one run at a time, and what is written of it."""

import csv
import io
import json
from itertools import product

import pypdfium2
from PySide6.QtWidgets import QApplication, QLabel

from kit_app.assets import resources_dir
from kit_app.game.commands import EndRun, NoticeTrouble, StartRun
from kit_app.i18n import load
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.results.page import ResultsPage
from tests.ui.results.made import played
from tests.unit.services.bundled import draft
from tests.unit.services.printing.papers import compact, text_of


def words_on(page) -> list[str]:
    for _ in range(3):  # new cards are shown, then laid out
        QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def save(qtbot, page, button, path) -> None:
    """Press a button, the file dialog answering with `path`, and wait until it is said."""
    page.saving.ask_save = lambda *_asked: path
    with qtbot.waitSignal(page.told, timeout=20_000) as said:
        button.click()
    assert said.args[0].text == f"Saved: {path.name}"


def test_one_run_says_how_it_ended_and_what_was_left(page, services, qtbot):
    plan = played(services)
    page.show_session(plan.id)
    shown = words_on(page)
    result = services.results.of_run(plan.id, 1)
    assert "Won" in shown
    assert f"{sum(puzzle.solved_ms is not None for puzzle in result.puzzles)} / 12" in shown
    assert str(result.hints) in shown
    assert page.run_view.table.rows.rowCount() == 12
    qtbot.waitUntil(lambda: page.run_view.timeline.height() >= 12 * 34)


def test_each_puzzle_stands_beside_its_target(page, services):
    plan = played(services)
    page.show_session(plan.id)
    rows = page.run_view.table.rows
    first = [rows.index(0, column).data() for column in range(rows.columnCount())]
    puzzle = services.results.of_run(plan.id, 1).puzzles[0]
    assert first[0] == f"P1 {puzzle.title}"
    assert first[2] == "4:00"
    assert first[5] == "solved"


def test_several_teams_are_shown_one_at_a_time(page, services):
    plan = played(services, "Deux", "Les Indiscrets", "Les Curieux")
    page.show_session(plan.id)
    assert page.team.isVisible()
    assert page.result().team_label == "Les Indiscrets"
    page.team.setCurrentIndex(1)
    assert page.result().team_label == "Les Curieux"
    assert f"5 players · set {services.results.of_run(plan.id, 2).set_id}" in words_on(page)


def test_a_session_without_a_finished_run_says_so(page, services):
    plan = services.sessions.save(draft(services)).plan
    page.show_session(plan.id)
    assert "No team of this session has finished its game yet." in words_on(page)
    assert not page.report.isEnabled()


def test_the_json_holds_the_runs(page, services, qtbot, tmp_path):
    plan = played(services, "Deux", "Les Indiscrets", "Les Curieux")
    page.show_session(plan.id)
    save(qtbot, page, page.json, tmp_path / "all.json")
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["results"]) == 2


def test_the_table_is_what_the_spreadsheet_gets(page, services, qtbot, tmp_path):
    plan = played(services)
    page.show_session(plan.id)
    save(qtbot, page, page.csv, tmp_path / "table.csv")
    raw = (tmp_path / "table.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2
    assert plan.name in rows[1]


def test_the_report_is_one_page_with_every_puzzle(page, services, qtbot, tmp_path):
    plan = played(services)
    page.show_session(plan.id)
    save(qtbot, page, page.report, tmp_path / "report.pdf")
    data = (tmp_path / "report.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 1
    text = compact(text_of(data))
    for puzzle in services.results.of_run(plan.id, 1).puzzles:
        assert compact(f"{puzzle.id} {puzzle.title}") in text


def test_an_ending_that_was_left_out_never_replaces_another_file(page, services, qtbot, tmp_path):
    plan = played(services)
    page.show_session(plan.id)
    (tmp_path / "table.csv").write_bytes(b"older")
    page.saving.ask_save = lambda *_asked: tmp_path / "table"
    page.csv.click()
    qtbot.waitUntil(lambda: page.banners.banner("save") is not None, timeout=20_000)
    assert "there already" in page.banners.banner("save").text
    assert (tmp_path / "table.csv").read_bytes() == b"older"


def test_leaving_the_file_dialog_writes_nothing(page, services, tmp_path):
    plan = played(services)
    page.show_session(plan.id)
    page.saving.ask_save = lambda *_asked: None
    page.report.click()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_nothing_is_wider_than_the_page_and_every_button_has_a_name(qtbot, services):
    plan = played(services, "Une session dont le nom est très long pour une seule ligne", "Un", "Deux")
    for language, width in product(("fr", "en"), (1182, 1096, 700)):
        page = ResultsPage(services, load(resources_dir() / "i18n", language))
        qtbot.addWidget(page)
        page.resize(width, 700)
        page.show()
        page.show_session(plan.id)
        QApplication.processEvents()
        assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width()
        for button in page.findChildren(KeyButton):
            if button.isVisible():
                assert button.accessibleName()
                assert button.width() >= button.sizeHint().width()
        page.hide()


def test_one_primary_button_and_the_key_to_export(page, services):
    page.show_session(played(services).id)
    buttons = [one for one in page.findChildren(KeyButton) if one.isVisible()]
    assert [one for one in buttons if one.property("kind") == "primary"] == [page.report]
    assert page.csv.key_text == "Ctrl+E"


def test_a_game_started_over_red_lines_says_so(page, services):
    plan = services.sessions.save(draft(services)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun(despite=("mirror",)), 1)
    room.handle(EndRun(at_once=True), 1)
    room.close()
    page.show_session(plan.id)
    assert "Started although this was not in order: Extended, not copied." in words_on(page)


def test_a_game_that_had_trouble_says_which(page, services):
    plan = services.sessions.save(draft(services)).plan
    room = services.runs.open(plan.id, 1)
    room.handle(StartRun(despite=("mirror",)), 1)
    room.handle(NoticeTrouble(what="projector-taken"), 1)
    room.handle(EndRun(at_once=True), 1)
    room.close()
    page.show_session(plan.id)
    seen = " ".join(words_on(page))
    assert "Started although this was not in order: Extended, not copied." in seen
    assert "the game out of sight." in seen
