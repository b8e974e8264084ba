"""The other lines of the menu: sheets, a correction, a game typed in by keys."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.results.page import ResultsPage
from kit_app.ui.trail.after_desk import AfterDesk
from tests.ui.results.made import played
from tests.ui.trail.test_certificates import saved
from tests.unit.services.bundled import draft, teams
from tests.unit.services.printing.papers import compact, text_of


@pytest.fixture
def desk(qtbot, services, t):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return AfterDesk(services, t, window)


def test_without_a_result_only_paper_can_be_typed_in_and_certificates_printed(desk, services):
    plan = services.sessions.save(draft(services)).plan
    lines = [one for one in desk.menu(plan.id, 0).actions() if one.isEnabled() and one.text()]
    can = [one.text().replace("&", "") for one in lines]
    assert can == ["Certificates of completion…", "Type in a game played on paper…"]


def test_the_sheet_and_the_report_are_one_page_each_without_a_team(qtbot, desk, services, tmp_path):
    plan = played(services)
    for number, opened in enumerate((desk.open_nudge, desk.open_report)):
        dialog = opened(plan.id)
        qtbot.waitUntil(dialog.is_settled, timeout=20_000)
        pdf = saved(qtbot, dialog, tmp_path / f"{number}.pdf")
        with pypdfium2.PdfDocument(pdf) as document:
            assert len(document) == 1
        assert compact("Les Indiscrets") not in compact(text_of(pdf))
        dialog.close_button.click()


def test_a_correction_needs_a_reason_and_is_shown_afterwards(qtbot, desk, services):
    plan = played(services)
    dialog = desk.open_correction(plan.id, 1)
    dialog.value.setText("7")
    dialog.keep.click()
    assert dialog.reason_field.error == "Say why: the reason stays beside the figure."
    dialog.reason.setText("Two came later.")
    with qtbot.waitSignal(desk.changed) as said:
        dialog.keep.click()
    assert said.args[0].results
    result = services.results.of_run(plan.id, 1)
    assert result.team_size == 7
    again = desk.open_correction(plan.id, 1)
    assert again.earlier.text() == "People who played: 7 instead of 5. Two came later."
    again.reject()


def pick(box, value: str) -> None:
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(value))


def test_a_puzzle_is_put_right_by_choosing_it_first(desk, services):
    plan = played(services)
    dialog = desk.open_correction(plan.id, 1)
    pick(dialog.where, "P5")
    assert dialog.figure.value() == "solved" and dialog.choice_field.isVisible()
    pick(dialog.figure, "hints")
    dialog.value.setText("4")
    dialog.reason.setText("By word of mouth.")
    dialog.keep.click()
    assert dialog.value_field.error == "Write 1, 2 or 3, several one after the other; nothing for none."
    dialog.value.setText("3, 1")
    dialog.keep.click()
    row = next(one for one in services.results.of_run(plan.id, 1).puzzles if one.id == "P5")
    assert row.hints == (1, 3)
    again = desk.open_correction(plan.id, 1)
    assert again.earlier.text().startswith("P5 · Hints: 1 and 3 instead of ")
    pick(again.where, "P5")
    pick(again.choice, "no")
    again.reason.setText("Only the finale was.")
    again.keep.click()
    row = next(one for one in services.results.of_run(plan.id, 1).puzzles if one.id == "P5")
    assert row.solved_ms is None


def test_a_note_after_the_debrief_is_kept_and_shown_with_the_results(qtbot, desk, services, t, monkeypatch):
    plan = played(services)
    dialog = desk.open_note(plan.id)
    assert "No names of people" in dialog.field.message.text()
    qtbot.keyClicks(dialog.text, "More time for the wheel.")
    dialog.in_report.click()
    with qtbot.waitSignal(desk.changed) as said:
        qtbot.keyClick(dialog.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said.args[0].results
    page = ResultsPage(services, t)
    qtbot.addWidget(page)
    page.show_session(plan.id)
    assert page.run_view.debrief.text() == "More time for the wheel."
    assert page.run_view.debrief_readers.text() == "It stands in the report for the management."
    again = desk.open_note(plan.id)
    assert again.text.toPlainText() == "More time for the wheel." and again.in_report.isChecked()
    again.text.setPlainText("x" * 1001)
    again.keep.click()
    assert again.field.error == "At most 1000 characters fit here."
    monkeypatch.setattr(QuestionDialog, "ask", lambda _question: "stay")
    again.reject()
    assert again.isVisible(), "what was typed is not lost by one key"
    monkeypatch.setattr(QuestionDialog, "ask", lambda _question: "drop")
    again.reject()
    assert not again.isVisible()


def test_minutes_are_typed_as_on_a_watch(desk, services):
    plan = played(services)
    dialog = desk.open_correction(plan.id, 1)
    dialog.figure.set_value("played_ms")
    dialog.value.setText("41:30")
    dialog.reason.setText("By the watch.")
    dialog.keep.click()
    assert services.results.of_run(plan.id, 1).played_ms == (41 * 60 + 30) * 1000


def test_a_game_is_typed_in_by_keys_alone(qtbot, desk, services):
    plan = services.sessions.save(draft(services, time="14:00", teams=teams("Les Indiscrets"))).plan
    dialog = desk.open_paper_game(plan)
    setup = services.runs.setup(plan.id, 1)
    minutes: dict[str, int] = {}
    while len(minutes) < len(setup.puzzles):
        for one in setup.puzzles:
            if one.id not in minutes and all(need in minutes for need in one.needs):
                minutes[one.id] = 3 * (len(minutes) + 1)
    for one in setup.puzzles:
        field = dialog.rows.minutes[one.id]
        qtbot.keyClicks(field, str(minutes[one.id]))
        assert field.nextInFocusChain() is dialog.rows.hints[one.id]
    qtbot.keyClicks(dialog.rows.hints["P5"], "12")
    with qtbot.waitSignal(desk.changed):
        qtbot.keyClick(dialog.rows.hints["P12"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    result = services.results.of_run(plan.id, 1)
    assert result.is_paper and result.outcome == "won" and result.hints == 2
    assert result.played_ms == 36 * 60_000


def test_a_game_typed_in_for_the_wrong_team_is_taken_back(desk, services):
    plan = played(services)
    before = services.results.of_run(plan.id, 1)
    told = []
    desk.told.connect(told.append)
    dialog = desk.open_paper_game(plan, 1)
    dialog.rows.minutes["P1"].setText("5")
    dialog.outcome.set_value("lost")
    dialog.keep.click()
    assert services.results.of_run(plan.id, 1).is_paper
    assert told[0].text == "The game of “Les Indiscrets” is typed in and counts."
    told[0].then()
    assert services.results.of_run(plan.id, 1) == before
    services.paper_games.take_back(plan.id, 1)
    assert services.results.of_run(plan.id, 1) == before, "a game of the console is never taken back"


def test_what_cannot_have_been_is_said_at_its_field(desk, services, monkeypatch):
    plan = services.sessions.save(draft(services, teams=teams("Les Indiscrets", "Les Fouineurs"))).plan
    dialog = desk.open_paper_game(plan)
    dialog.rows.minutes["P2"].setText("5")
    dialog.outcome.set_value("lost")
    dialog.keep.click()
    QApplication.processEvents()
    assert dialog.problem.text().startswith("P2 – It opens after P1")
    assert dialog.rows.minutes["P2"].property("state") == "error"
    assert dialog.isVisible()
    pick(dialog.team, "2")
    assert dialog.rows.minutes["P2"].text() == "5", "the grid stays when its team was the wrong one"
    monkeypatch.setattr(QuestionDialog, "ask", lambda _question: "stay")
    dialog.reject()
    assert dialog.isVisible()
    monkeypatch.setattr(QuestionDialog, "ask", lambda _question: "drop")
    dialog.reject()
    assert not dialog.isVisible()


def test_the_page_of_the_run_tells_what_was_put_right(qtbot, services, t):
    plan = played(services)
    services.corrections.correct(plan.id, 1, "team_size", "7", "Two came later.")
    page = ResultsPage(services, t)
    qtbot.addWidget(page)
    page.show_session(plan.id)
    assert "People who played: 7 instead of 5. Two came later." in page.run_view.remark.text()
    with qtbot.waitSignal(page.after_asked) as asked:
        page.after.click()
    assert asked.args == [plan.id, 1]


def test_forms_keep_their_buttons_in_sight_in_a_small_window(desk, services):
    plan = services.sessions.save(draft(services, time="14:00", teams=teams("Les Indiscrets"))).plan
    desk._window.resize(683, 384)
    for dialog in (desk.open_paper_game(plan), desk.open_certificates(plan)):
        assert dialog.height() <= 384 and dialog.minimumSizeHint().height() <= 384
        dialog.reject()
