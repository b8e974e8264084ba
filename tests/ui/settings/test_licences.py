"""The About box: the licences of what the program is made of, and the diagnosis to hand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kit_app.domain.facility import Facility
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.third_parties import works
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.common.told import Told
from kit_app.ui.settings.help_page import HelpPage
from kit_app.ui.settings.licences_dialog import LicencesDialog
from tests.ui.shell import services_in

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as made:
        yield made


def test_the_about_box_leads_to_every_licence(qtbot, services: Services) -> None:
    page = HelpPage(services, EN, [("P", "pause")])
    qtbot.addWidget(page)
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LicencesDialog)
        for _work in works():
            seen.append(dialog.text.toPlainText())
            QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QuestionDialog)
        QTimer.singleShot(0, read)
        box.buttons["licences"].click()

    QTimer.singleShot(0, choose)
    page.about.click()

    assert len(set(seen)) == len(works())
    assert [one.splitlines()[0] for one in seen] == [f"{one.name} {one.version}".strip() for one in works()]
    assert any("GNU LESSER GENERAL PUBLIC LICENSE" in one for one in seen)


def test_list_and_text_stand_one_above_the_other_in_a_narrow_window(qtbot) -> None:
    dialog = LicencesDialog(EN)
    qtbot.addWidget(dialog)
    dialog.resize(600, 340)
    dialog.show()
    QApplication.processEvents()
    assert dialog.text.y() > dialog.table.y()
    assert dialog.text.height() >= 60
    dialog.resize(900, 600)
    QApplication.processEvents()
    assert dialog.text.x() > dialog.table.x()


def test_the_diagnosis_is_shown_and_copied_from_the_about_box(
    qtbot, services: Services, qapp: QApplication
) -> None:
    services.profile.save(Facility(name="Brumelande"))
    page = HelpPage(services, EN, [("P", "pause")])
    qtbot.addWidget(page)
    told: list[Told] = []
    page.told.connect(told.append)
    seen: list[str] = []

    def copy() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QuestionDialog)
        seen.append(box.findChild(QPlainTextEdit).toPlainText())
        box.buttons["copy"].click()

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QuestionDialog)
        QTimer.singleShot(0, copy)
        box.buttons["diagnosis"].click()

    QTimer.singleShot(0, choose)
    page.about.click()

    assert qapp.clipboard().text() == seen[0]
    assert "PySide6" in seen[0] and "screens: " in seen[0]
    assert "Brumelande" not in seen[0]
    assert len(told) == 1
