"""Certificates with typed names: printed, saved, and then nowhere in the data folder."""

import gc
import logging

import pypdfium2
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QWidget

from kit_app.ui.trail.after_desk import AfterDesk
from kit_app.ui.trail.certificates_dialog import CertificatesDialog
from tests.traces import traces
from tests.ui.results.made import played
from tests.unit.services.printing.papers import compact, text_of

NAMES = ("Zéphyrine Quatremère", "Ondine Vaudreuil-Kerbrat")


@pytest.fixture
def dialog(qtbot, services, t):
    dialog = CertificatesDialog(services, played(services), t)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def settled(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: dialog.is_settled(), timeout=20_000)


def saved(qtbot, dialog, path) -> bytes:
    dialog.sending.ask_save = lambda *_asked: path
    with qtbot.waitSignal(dialog.told, timeout=20_000):
        dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.sending.is_busy)
    return path.read_bytes()


def test_by_default_there_is_a_blank_page_for_each_person(qtbot, dialog, tmp_path):
    settled(qtbot, dialog)
    pdf = saved(qtbot, dialog, tmp_path / "blank.pdf")
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 5
    assert "Ne vaut ni DPC" in text_of(pdf)


def test_typed_names_are_printed_each_on_its_page(qtbot, dialog, tmp_path):
    dialog.names.setPlainText("\n".join(("", *NAMES, "   ")))
    settled(qtbot, dialog)
    pdf = saved(qtbot, dialog, tmp_path / "named.pdf")
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
        assert all(name not in str(document.get_metadata_dict()) for name in NAMES)
    assert all(compact(name) in compact(text_of(pdf)) for name in NAMES)


def test_no_typed_name_is_left_in_the_data_folder_or_the_log(qtbot, dialog, services, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    dialog.names.insertPlainText(NAMES[0])
    dialog.names.appendPlainText(NAMES[1])
    settled(qtbot, dialog)
    target = tmp_path / "elsewhere" / "certificates.pdf"
    target.parent.mkdir()
    saved(qtbot, dialog, target)
    dialog.close_button.click()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    assert traces(tmp_path, NAMES, spared=target) == []
    assert not any(part in caplog.text for name in NAMES for part in name.replace("-", " ").split())


def test_closing_forgets_the_names_and_their_picture(qtbot, dialog):
    dialog.names.setPlainText(NAMES[0])
    settled(qtbot, dialog)
    assert not dialog.names.isUndoRedoEnabled()
    dialog.close_button.click()
    assert dialog.names.toPlainText() == ""
    dialog.names.undo()
    assert dialog.names.toPlainText() == ""
    assert QThreadPool.globalInstance().waitForDone(20_000)
    qtbot.waitUntil(lambda: not dialog._maker.is_busy)
    gc.collect()
    assert not dialog.preview.is_settled()


def test_a_name_that_cannot_be_printed_is_not_repeated(qtbot, dialog):
    dialog.names.setPlainText("Ana\n" + "Zéphyrine " * 9)
    qtbot.waitUntil(lambda: dialog.problem.isVisible(), timeout=20_000)
    assert dialog.problem.text() == "Name 2 is too long for the line. 60 letters, at most."
    assert not dialog.save.isEnabled()


def test_the_menu_of_the_results_opens_the_dialog(qtbot, services, t):
    plan = played(services)
    desk = AfterDesk(services, t, QWidget())
    qtbot.addWidget(desk.parent())
    (action,) = [one for one in desk.menu(plan.id, 1).actions() if "Certificates" in one.text()]
    action.trigger()
    (dialog,) = desk.parent().findChildren(CertificatesDialog)
    settled(qtbot, dialog)
    dialog.close_button.click()
    assert not dialog.isVisible()
