"""The print desk: for whom, what, the very PDF, saved or printed."""

import time

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.printing.lines_panel import FACILITATOR
from tests.ui.printing.desk import Desk
from tests.unit.services.printing.papers import codes_in, compact, pictures, text_of


def test_a_teams_papers_lie_ticked_in_cutting_order(desk):
    page = desk.open()
    kinds = page.lines.list.ticked()
    assert kinds[:12] == tuple(f"P{number}" for number in range(1, 13))
    assert "key" not in kinds
    assert page.preview.page == page._made.starts["P1"] == 1
    assert not page.preview.view.image.isNull()


def test_what_is_needed_is_counted(desk):
    page = desk.open()
    page.wish.control.click()
    desk.settle()
    needs = page._made.needs
    assert needs.sheets == page._made.pages
    assert 0 < needs.card_sheets < needs.sheets
    page.lines.quick["card"].click()
    desk.settle()
    assert page._made.needs.sheets == needs.card_sheets
    page.lines.quick["all"].click()
    desk.settle()
    assert page._made.needs == needs


def test_every_code_is_read_back_and_that_is_said(desk):
    desk.open()
    codes = desk.page._made.needs.codes
    assert codes > 40
    assert (
        desk.checked() == f"PDF checked: {codes} codes read back, no text is cut off, no answer for players."
    )


def test_ticks_choose_the_sheets(desk):
    page = desk.open()
    before = page._made.pages
    page.lines.list.setFocus()
    page.lines.list.choose("P2")
    QTest.keyClick(page.lines.list, Qt.Key.Key_Space)
    desk.settle()
    assert page._made.pages == before - 1
    assert "P2" not in page._made.starts


def test_nothing_ticked_leaves_nothing_to_save(desk):
    page = desk.open()
    page.lines.quick["none"].click()
    desk.qtbot.waitUntil(lambda: page.preview.checked.text() == "Nothing is ticked.", timeout=20_000)
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()
    assert page.preview.view.image.isNull()


def test_the_list_leads_to_the_sheet_and_the_sheet_to_the_list(desk):
    page = desk.open()
    page.lines.list.picked.emit("P5")
    assert page.preview.page == page._made.starts["P5"]
    desk.settle()
    page.activateWindow()
    page.lines.list.setFocus()
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.preview.page == page._made.starts["P5"] - 1
    assert page.lines.list.chosen() == "P4"
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.lines.list.chosen() == "P5"


def test_the_ends_of_the_deck_stop_the_turning(desk):
    page = desk.open()
    page.preview.go_to(0)
    assert not page.preview.back.isEnabled()
    page.preview.go_to(page._made.pages - 1)
    assert not page.preview.forth.isEnabled()
    assert page.preview.place.text() == f"Sheet {page._made.pages} of {page._made.pages}"


def test_a_sheet_can_be_made_larger_and_whole_again(desk):
    page = desk.open()
    whole = page.preview.view.image.width()
    page.preview.larger.click()
    page.preview.larger.click()
    desk.settle()
    assert page.preview.view.image.width() > whole
    page.preview.percent.click()
    desk.settle()
    assert page.preview.view.image.width() == whole


def test_another_team_gets_its_own_set(desk):
    page = desk.open()
    first = page._made.pdf
    page.lines.choose_who("2")
    desk.settle()
    assert page._made.pdf != first
    assert page.print.text() == "Print team 2"


def test_the_facilitators_papers_lie_apart_for_every_team(desk):
    page = desk.open()
    page.lines.choose_who(FACILITATOR)
    desk.settle()
    assert {ident.partition("-")[0] for ident in page.lines.list.ticked()} == {"1", "2"}
    assert not page.needs.state.isVisibleTo(page)
    assert "answers" in page.needs.advice.text()


def test_the_desk_opens_at_the_team_that_waits(desk):
    desk.services.sessions.mark_printed(desk.plan.id, 1)
    page = desk.open()
    assert page.lines.who() == "2"


def test_papers_that_cannot_be_printed_are_named(qtbot, services):
    desk = Desk(qtbot, services, "Les \N{PILE OF POO}")
    desk.page.show_session(desk.plan.id)
    qtbot.waitUntil(lambda: desk.page.banners.banner("paper") is not None, timeout=20_000)
    text = desk.page.banners.banner("paper").text
    assert "“Les \N{PILE OF POO}” has signs that no paper shows" in text
    assert not desk.page.save.isEnabled()


def test_the_very_pdf_of_the_preview_is_saved_and_the_team_counts_as_printed(desk, tmp_path):
    page = desk.open()
    target = tmp_path / "cards.pdf"
    desk.save_to(target)
    assert target.read_bytes() == page._made.pdf
    assert desk.services.sessions.get(desk.plan.id).printed_teams == (1,)
    assert len(desk.changes) == 1
    assert page.needs.state.text() == "printed"
    assert page.sending.progress.what.text() == "Saved: cards.pdf"


def test_a_name_without_its_ending_gets_one_and_never_replaces_another_file(desk, tmp_path):
    page = desk.open()
    (tmp_path / "cards.pdf").write_bytes(b"older")
    desk.save_to(tmp_path / "cards")
    assert (tmp_path / "cards.pdf").read_bytes() == b"older"
    assert "there already" in page.banners.banner("paper").text
    assert desk.changes == []


def test_leaving_the_file_dialog_does_nothing(desk):
    page = desk.open()
    page.sending.ask_save = lambda *_asked: None
    page.save.click()
    assert not page.sending.is_busy
    assert desk.changes == []


def test_a_part_of_the_papers_does_not_make_the_team_printed_but_the_rest_does(desk, tmp_path):
    page = desk.open()
    page.lines.quick["paper"].click()
    desk.settle()
    desk.save_to(tmp_path / "paper.pdf")
    assert desk.services.sessions.get(desk.plan.id).printed_teams == ()
    page.lines.quick["card"].click()
    desk.settle()
    desk.save_to(tmp_path / "card.pdf")
    assert desk.services.sessions.get(desk.plan.id).printed_teams == (1,)


def test_without_a_printer_a_sentence_says_to_save_instead(desk, tmp_path):
    page = desk.open()
    page.sending.printer_names = lambda: []
    page.print.click()
    banner = page.banners.banner("paper")
    assert banner.text.startswith("No printer is installed on this computer.")
    page.sending.ask_save = lambda *_asked: tmp_path / "cards.pdf"
    banner.buttons["save"].click()
    desk.qtbot.waitUntil(lambda: not page.sending.is_busy, timeout=20_000)
    assert (tmp_path / "cards.pdf").exists()


def test_sheets_are_printed_at_true_size_each_the_way_it_lies(desk, tmp_path):
    page = desk.open()
    page.wish.control.click()
    page.lines.list.tick_only({"P1", "P5", "P9"})
    desk.settle()
    target = tmp_path / "printed.pdf"
    desk.print_to(target)
    with pypdfium2.PdfDocument(page._made.pdf) as ours, pypdfium2.PdfDocument(target) as printed:
        sizes = [page.get_size() for page in ours]
        assert [page.get_size() for page in printed] == [pytest.approx(size, abs=1.0) for size in sizes]
        assert len({size[0] > size[1] for size in sizes}) == 2


def test_printed_codes_are_read_back_and_lie_where_the_pdf_has_them(desk, tmp_path):
    page = desk.open()
    page.wish.control.click()
    page.lines.list.tick_only({"P1"})
    desk.settle()
    target = tmp_path / "printed.pdf"
    desk.print_to(target, dpi=200)
    [ours], [printed] = pictures(page._made.pdf, 100), pictures(target.read_bytes(), 100)
    assert codes_in(printed) == codes_in(ours)
    assert printed.getbbox() == ours.getbbox()
    dark = [picture.point(lambda level: 255 * (level < 128)).getbbox() for picture in (ours, printed)]
    assert all(abs(one - other) <= 1 for one, other in zip(*dark, strict=True))


def test_other_paper_than_a4_is_refused_with_a_sentence(desk, tmp_path):
    page = desk.open()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "letter.pdf"))
    letter = QPageLayout(
        QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF()
    )
    printer.setPageLayout(letter)
    desk.print_on(printer)
    assert "Choose A4" in page.banners.banner("paper").text
    assert desk.changes == []


def test_an_interrupted_print_keeps_the_team_unprinted(desk, tmp_path):
    page = desk.open()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.sending.printer_names = lambda: ["Office"]
    page.sending.ask_printer = lambda *_asked: printer
    page.print.click()
    page.sending.progress.cancel.click()
    desk.qtbot.waitUntil(lambda: not page.sending.is_busy, timeout=60_000)
    assert page.sending.progress.what.text().startswith("Interrupted.")
    assert desk.changes == []


def test_pages_may_be_chosen_in_the_printing_dialog(desk, tmp_path):
    desk.open()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    printer.setFromTo(3, 4)
    desk.print_on(printer)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 2
    assert desk.changes == []


def test_the_same_session_again_is_not_drawn_anew(desk):
    page = desk.open()
    before = page._made
    page.show_session(desk.plan.id)
    assert page._made is before


def test_the_players_preview_holds_no_answer_key(desk):
    page = desk.open()
    whole = compact(text_of(page._made.pdf))
    assert compact("Facilitator only") not in whole
    assert compact("Answer key") not in whole


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("size", [(1182, 700), pytest.param((1096, 640), marks=pytest.mark.long), (700, 640)])
def test_no_button_is_cut_and_all_have_names(qtbot, services, language, size):
    desk = Desk(qtbot, services, "Un", "Deux", "Trois", language=language)
    desk.page.resize(*size)
    page = desk.open()
    QApplication.processEvents()
    for button in page.findChildren(KeyButton):
        if button.isVisible():
            assert button.accessibleName()
            assert button.width() >= button.sizeHint().width()
            corner = button.mapTo(page, button.rect().bottomRight())
            assert corner.x() <= page.width()
    assert page.scroll_area.widget().width() <= page.scroll_area.viewport().width()
    head = page.lines.list.accessibleName()
    assert head == desk.t("In cutting order")


def test_keys_and_one_primary_button(desk):
    page = desk.open()
    assert page.save.key_text == "Ctrl+S"
    assert page.print.key_text == "Ctrl+P"
    shown = [
        one for one in page.findChildren(KeyButton) if one.isVisible() and one.property("kind") == "primary"
    ]
    assert shown == [page.print]


def test_the_window_itself_works_little_while_a_whole_kit_is_drawn(desk):
    """Measured in processor time of its thread, so that a busy machine makes no difference."""
    spent, last = [], [time.thread_time()]

    def note() -> None:
        now = time.thread_time()
        spent.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(note)
    timer.start(5)
    page = desk.open()
    page.lines.choose_who(FACILITATOR)
    desk.settle()
    timer.stop()
    assert len(spent) > 20
    assert max(spent) < 0.1


def test_a_person_says_that_the_papers_are_printed(desk):
    page = desk.open()
    assert page.needs.state.text() == desk.t("to print")
    page.needs.printed.click()

    assert desk.services.sessions.get(desk.plan.id).printed_teams == (1,)
    assert desk.changes
    assert page.needs.state.text() == desk.t("printed")
    assert not page.needs.printed.isVisible()
    page.lines.choose_who(FACILITATOR)
    desk.settle()
    assert not page.needs.printed.isVisible()


@pytest.mark.parametrize("way", ["save", "save_all"])
def test_what_was_saved_is_said_with_the_way_to_its_folder(desk, tmp_path, way):
    page = desk.open()
    opened, told = [], []
    page.told.connect(told.append)
    page.sending.open_folder = lambda folder: opened.append(folder) is None
    page.sending.ask_folder = lambda *_asked: tmp_path
    page.sending.ask_save = lambda *_asked: tmp_path / "all.pdf"
    getattr(page, way).click()
    desk.qtbot.waitUntil(lambda: not page.sending.is_busy, timeout=60_000)

    assert str(tmp_path) in told[0].text
    told[0].then()
    assert opened == [tmp_path]
    assert desk.services.sessions.get(desk.plan.id).printed_teams == (1,)
