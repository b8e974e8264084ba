"""Setting up a printer: the sheet, the numbers typed, what they mean, kept by the printer's name."""

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.i18n import NBSP, load
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.printing.calibration_dialog import CalibrationDialog
from kit_app.ui.printing.printer_line import PrinterLine
from tests.ui.shell import clipped
from tests.unit.services.bundled import opened

FRONT = ("10.4", "10,4", "10.2", "9.2")


@pytest.fixture
def sent():
    return []


@pytest.fixture
def line(qtbot, services, sent):
    line = PrinterLine(services.printers, load(resources_dir() / "i18n", "en"), lambda *job: sent.append(job))
    qtbot.addWidget(line)
    line.show_printer("Office")
    line.show()
    return line


def opened_dialog(qtbot, line) -> CalibrationDialog:
    dialog = line.dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog, side, numbers) -> None:
    for field, value in zip(dialog.fields[side], numbers, strict=True):
        field.clear()
        field.setFocus()
        QTest.keyClicks(field, value)


def test_numbers_typed_are_told_in_words_and_kept_for_the_printer(qtbot, services, line, tmp_path, clock):
    changed = []
    line.changed.connect(lambda: changed.append(True))
    assert line.button.text() == "Set up this printer…"

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CalibrationDialog)
        assert not dialog.keep.isEnabled()
        fill(dialog, "front", FRONT)
        assert dialog.meaning.text() == "This printer enlarges by 0.4 % and shifts by 0.4 mm: corrected."
        dialog.keep.click()

    QTimer.singleShot(0, act)
    line.button.click()
    assert changed == [True]
    assert line.button.text() == "Set up on 24/11/2026…"
    assert line.button.accessibleDescription().startswith("Tuesday 24")
    kept = services.printers.readings("Office")
    assert kept.front == (10.4, 10.4, 10.2, 9.2) and kept.back is None
    folder = services.folder
    services.close()
    again = opened(folder, clock)
    assert again.printers.readings("Office") == kept
    again.close()


def test_a_back_read_in_part_keeps_nothing_and_a_whole_one_is_told(qtbot, services, line):
    dialog = opened_dialog(qtbot, line)
    fill(dialog, "front", FRONT)
    fill(dialog, "back", ("10", "10", "10", ""))
    assert not dialog.keep.isEnabled()
    assert dialog.meaning.text() == "Back, number 4: still to be typed."
    fill(dialog, "back", ("9", "ten", "10", "10"))
    assert dialog.meaning.text() == "Back, number 2: type a number such as 10.3."
    assert dialog.fields["back"][1].property("state") == "error"
    fill(dialog, "back", ("9", "9", "10", "10"))
    assert dialog.keep.isEnabled()
    assert dialog.meaning.text().endswith("On the back it shifts by 1.0 mm: corrected.")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (("10", "10", "10", "14.6"), "fitted to the paper"),
        (("6", "14", "10", "10"), "Numbers 1 and 2"),
        (("10", "10", "99", "10"), "Number 3"),
        (("10", "10", "nan", "10"), "Number 3"),
    ],
)
def test_absurd_numbers_are_refused_with_a_sentence(qtbot, line, numbers, words):
    dialog = opened_dialog(qtbot, line)
    fill(dialog, "front", numbers)
    assert words in dialog.meaning.text()
    assert not dialog.keep.isEnabled()


def test_a_printer_can_be_forgotten(qtbot, services, line):
    services.printers.keep("Office", services.printers.read_today((10, 10, 10, 10), None))
    dialog = opened_dialog(qtbot, line)
    assert [field.text() for field in dialog.fields["front"]] == ["10.0"] * 4
    dialog.forget.click()
    assert services.printers.readings("Office") is None


def test_the_sheet_is_saved_or_sent_front_and_back(qtbot, line, sent, tmp_path):
    dialog = opened_dialog(qtbot, line)
    dialog.ask_save = lambda *_asked: tmp_path / "sheet"
    dialog.save.click()
    dialog.print.click()
    [(pdf, title, pages, at_hand)] = sent
    assert (title, pages) == ("Set up this printer", 2)
    assert (at_hand.name, at_hand.sides) == ("Office", "long")
    assert dialog.said.text() == "Saved: sheet.pdf"
    assert (tmp_path / "sheet.pdf").read_bytes() == pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_cut_and_every_button_has_a_name(qtbot, services, language):
    line = PrinterLine(services.printers, load(resources_dir() / "i18n", language), lambda *_job: None)
    qtbot.addWidget(line)
    line.show_printer("Office")
    dialog = opened_dialog(qtbot, line)
    fill(dialog, "front", FRONT)
    fill(dialog, "back", FRONT)
    assert clipped(dialog) == []
    assert all(one.accessibleName() for one in dialog.findChildren(KeyButton))
    if language == "fr":
        assert f"10{NBSP}%" not in dialog.meaning.text()
        assert dialog.meaning.text().endswith(f"mm{NBSP}: corrigé.")
