"""A kit is written without code: copied, changed, looked at, taken back, mended and published."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.services import Services
from kit_app.services.workshop.workshop import Workshop
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.text_area import TextArea
from kit_app.ui.places import SETTINGS, WORKSHOP, Where
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.settings.settings_page import KITS, SettingsPage
from kit_app.ui.workshop.page import WorkshopPage
from kit_app.ui.workshop.preview_view import PlayerPicture
from tests.ui.shell import click, press, services_in, window_of
from tests.unit.content.tiny import NOTE
from tests.unit.services.tiny_kits import file_of, kits_of

PATIENT = 30_000
"""So many milliseconds a busy machine may take; a quiet one takes a moment."""
CLUE = Place(file="words/en/Q2.toml", path=("clues", "text"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """A data folder with the small kit of the tests beside the program’s own."""
    monkeypatch.setitem(MECHANISMS, NOTE.name, NOTE)
    with services_in(tmp_path / "data") as one:
        kits = kits_of(one)
        kits.take_in(kits.read(file_of(tmp_path)))
        yield replace(one, kits=kits, workshop=Workshop(one.folder, kits, one.profile))


def opened(qtbot, services: Services, ident: str) -> WorkshopPage:
    """The workshop over a draft, as a page of its own."""
    picture = PlayerWindow()
    page = WorkshopPage(services, PlayerPicture(widget=picture, show=picture.show_view), Catalogue("en"))
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.show()
    page.show_draft(ident)
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    return page


def write(page: WorkshopPage, place: Place, text: str) -> None:
    """Replace what stands in a field, as a person types it."""
    control = page.form.editors[place].control
    assert isinstance(control, QLineEdit | TextArea)
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)


def text_of(page: WorkshopPage, place: Place) -> str:
    control = page.form.editors[place].control
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


def test_a_changed_text_is_seen_at_once_taken_back_and_kept(qtbot, services: Services) -> None:
    title = Place(file="words/fr/P1.toml", path=("title",))
    page = opened(qtbot, services, services.workshop.begin_empty())
    click(page, "workshop-section-hints")
    hint = Place(file="words/fr/P1.toml", path=("hints", 0))
    qtbot.waitUntil(lambda: page.preview.is_settled, timeout=PATIENT)
    before = page.preview._picture.widget.view
    write(page, hint, "Cherchez la liste.")
    assert page.preview.language.value() == "fr"
    qtbot.waitUntil(
        lambda: page.preview.is_settled and page.preview._picture.widget.view != before, timeout=PATIENT
    )
    assert page.preview._picture.widget.view.panel.text == "Cherchez la liste."

    click(page, "workshop-section-puzzles")
    qtbot.waitUntil(
        lambda: page.preview.is_settled and page.preview.sheets._made is not None, timeout=PATIENT
    )
    write(page, title, "Le bureau")
    press("Ctrl+Z")
    assert text_of(page, title) == ""
    press("Ctrl+Z")
    assert page._section == "hints"
    assert text_of(page, hint).startswith("Imaginez")
    assert not page.undo.isEnabled()
    press("Ctrl+Y")
    press("Ctrl+Shift+Z")
    page.hide()
    kept = services.workshop.open("own-kit")
    assert (kept.value(hint), kept.value(title)) == ("Cherchez la liste.", "Le bureau")


@pytest.mark.long
def test_a_broken_answer_is_found_led_to_mended_and_published(qtbot, services: Services) -> None:
    window = window_of(services)
    qtbot.addWidget(window)
    window.go(Where(SETTINGS))
    settings = window.page(SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.show_section(KITS)
    settings.kits.table.choose("tiny")
    click(window, "draft-copy")
    assert window.here == Where(WORKSHOP, "tiny-copy")
    page = window.page(WORKSHOP)
    assert isinstance(page, WorkshopPage)
    click(page, "workshop-section-cards")
    page.things.table.choose("Q2")
    write(page, CLUE, "No code at all")
    click(page, "workshop-section-about")
    page.findings.check_now()
    qtbot.waitUntil(lambda: page.findings.is_known, timeout=PATIENT)
    assert "leads to no answer" in page.findings.problems[0].message
    assert not page.publish.isEnabled()
    click(page, "findings-go")
    assert page._section == "cards"
    assert page.form.editors[CLUE].control.hasFocus()
    write(page, CLUE, "It is #{code}")
    page.findings.check_now()
    qtbot.waitUntil(lambda: page.findings.is_known and not page.findings.problems, timeout=PATIENT)
    with qtbot.waitSignal(page.told, timeout=PATIENT) as told:
        click(page, "workshop-publish")
    assert told.args[0].text == "“Tiny (copy)” 1.0 is here: “Prepare” offers it."
    window.new_session()
    box = window.prepare.findChild(ComboBox, "plan-kit")
    assert "Tiny (copy), version 1.0" in [box.itemText(row) for row in range(box.count())]


def test_a_circle_is_refused_with_a_sentence(qtbot, services: Services) -> None:
    page = opened(qtbot, services, services.workshop.begin_copy("tiny"))
    click(page, "workshop-section-graph")
    page.things.table.choose("Q1")
    place = Place(file="puzzles/Q1.toml", path=("needs",))
    box = page.form.editors[place].parts["Q3"]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert page.draft.value(place) == []
    assert not box.isChecked()
    assert "Q3 itself waits for Q1" in page.form._fields[place].error


def test_steps_lead_to_what_is_empty(qtbot, services: Services) -> None:
    page = opened(qtbot, services, services.workshop.begin_empty())
    assert page.above.steps.buttons[1].text() == "Puzzle P1: 8 fields are empty"
    click(page, "step-1")
    place = Place(file="words/fr/P1.toml", path=("title",))
    assert page.form.editors[place].control.hasFocus()
    write(page, place, "Le bureau")
    click(page, "workshop-section-about")
    assert page.above.steps.buttons[1].text() == "Puzzle P1 “Le bureau”: 7 fields are empty"


@pytest.mark.long
def test_sheets_and_pictures_are_chosen(qtbot, services: Services, tmp_path: Path) -> None:
    page = opened(qtbot, services, services.workshop.begin_copy("sant-escape"))
    click(page, "workshop-section-sheets")
    page.things.table.choose("paper/poster-1")
    click(page, "sheet-in")
    assert "papers/poster-1.toml" not in page.draft.files
    assert page.form.editors == {}
    click(page, "sheet-in")
    assert "papers/poster-1.toml" in page.draft.files
    (tmp_path / "mine.svg").write_text(SVG)
    page.ask_open = lambda *_: tmp_path / "mine.svg"
    click(page, "workshop-section-pictures")
    page.things.table.choose("images/object-1.svg")
    assert page.above.used.text() == "Shown by: puzzles/X1.toml"
    click(page, "picture-replace")
    assert page.draft.files["images/object-1.svg"] == SVG.encode()
    (tmp_path / "mine.svg").write_bytes(b"GIF89a")
    click(page, "picture-replace")
    assert page.banners.banner("workshop") is not None
    assert page.draft.files["images/object-1.svg"] == SVG.encode()


def test_a_draft_is_removed_and_comes_back(qtbot, services: Services) -> None:
    services.workshop.begin_copy("tiny")
    settings = SettingsPage(services, Catalogue("en"))
    qtbot.addWidget(settings)
    settings.resize(1180, 1000)
    settings.show()
    settings.show_section(KITS)
    with qtbot.waitSignal(settings.told) as told:
        click(settings, "draft-remove")
    assert services.workshop.drafts() == ()
    told.args[0].then()
    assert settings.kits.drafts.table.chosen() == "tiny-copy"
    with qtbot.waitSignal(settings.workshop_asked) as asked:
        click(settings, "draft-edit")
    assert asked.args == ["tiny-copy"]
