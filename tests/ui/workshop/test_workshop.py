"""A kit is written without code: copied, changed, looked at, taken back, mended and published."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kit_app.domain.kit_document import Place
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.services import Services
from kit_app.services.workshop.workshop import Workshop
from kit_app.ui.app import MainWindow
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.text_area import TextArea
from kit_app.ui.places import SETTINGS, WORKSHOP, Where
from kit_app.ui.settings.settings_page import KITS, SettingsPage
from kit_app.ui.workshop.page import WorkshopPage
from tests.ui.shell import click, press, services_in, window_of
from tests.unit.content.tiny import NOTE
from tests.unit.services.tiny_kits import file_of, kits_of

CLUE = Place(file="words/en/Q2.toml", path=("clues", "text"))
TITLE = Place(file="words/fr/P2.toml", path=("title",))


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """A data folder with the small kit of the tests beside the program’s own."""
    monkeypatch.setitem(MECHANISMS, NOTE.name, NOTE)
    with services_in(tmp_path / "data") as one:
        kits = kits_of(one)
        kits.take_in(kits.read(file_of(tmp_path)))
        yield replace(one, kits=kits, workshop=Workshop(one.folder, kits))


def opened(qtbot, services: Services, kit: str) -> tuple[MainWindow, WorkshopPage]:
    """The workshop over a new copy of a kit, begun in the settings."""
    window = window_of(services)
    qtbot.addWidget(window)
    window.go(Where(SETTINGS))
    settings = window.page(SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.show_section(KITS)
    settings.kits.table.choose(kit)
    click(window, "draft-copy")
    page = window.page(WORKSHOP)
    assert isinstance(page, WorkshopPage)
    assert window.here == Where(WORKSHOP, f"{kit}-copy")
    return window, page


def write(page: WorkshopPage, place: Place, text: str) -> None:
    """Replace what stands in a field, as a person types it."""
    control = page.form.editors[place].control
    control.setFocus()
    assert isinstance(control, QLineEdit | TextArea)
    control.selectAll()
    QTest.keyClicks(control, text)


def test_a_copy_is_changed_seen_taken_back_and_kept(qtbot, services: Services) -> None:
    window, page = opened(qtbot, services, "sant-escape")
    assert page.title.text() == "Sant'Escape – digital security (copy)"
    click(page, "workshop-section-puzzles")
    page.things.choose("P2")
    qtbot.waitUntil(lambda: page.preview.is_settled and page.preview.sheets._made is not None)
    before = page.preview.sheets._made.pdf
    write(page, TITLE, "La poubelle qui parle")
    assert page.preview.language.value() == "fr"
    qtbot.waitUntil(lambda: page.preview.is_settled)
    assert page.preview.sheets._made.pdf != before
    press("Ctrl+Z")
    assert page.form.editors[TITLE].control.text() == "La poubelle bavarde"
    assert not page.undo.isEnabled()
    press("Ctrl+Shift+Z")
    assert page.form.editors[TITLE].control.text() == "La poubelle qui parle"
    window.go(Where(SETTINGS))
    assert services.workshop.open("sant-escape-copy").value(TITLE) == "La poubelle qui parle"


def test_a_broken_answer_is_found_led_to_mended_and_published(qtbot, services: Services) -> None:
    window, page = opened(qtbot, services, "tiny")
    click(page, "workshop-section-cards")
    page.things.choose("Q2")
    write(page, CLUE, "No code at all")
    click(page, "workshop-section-about")
    qtbot.waitUntil(lambda: page.findings.is_known, timeout=15_000)
    assert "leads to no answer" in page.findings.problems[0].message
    assert not page.publish.isEnabled()
    click(page, "findings-go")
    assert page._section == "cards"
    field = page.form.editors[CLUE].control
    assert field.hasFocus()
    write(page, CLUE, "It is #{code}")
    qtbot.waitUntil(lambda: page.findings.is_known and not page.findings.problems, timeout=15_000)
    told = []
    page.told.connect(told.append)
    click(page, "workshop-publish")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "“Tiny (copy)” 1.0 is here: “Prepare” offers it."
    window.new_session()
    box = window.prepare.findChild(ComboBox, "plan-kit")
    assert "Tiny (copy), version 1.0" in [box.itemText(row) for row in range(box.count())]


def test_a_circle_is_refused_with_a_sentence(qtbot, services: Services) -> None:
    _window, page = opened(qtbot, services, "tiny")
    click(page, "workshop-section-graph")
    page.things.choose("Q1")
    place = Place(file="puzzles/Q1.toml", path=("needs",))
    box = page.form.editors[place].parts["Q3"]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert page.draft.value(place) == []
    assert not box.isChecked()
    assert "Q3 itself waits for Q1" in page.form._fields[place].error
