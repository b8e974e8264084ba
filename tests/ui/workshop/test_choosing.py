"""What can be chosen is chosen: a list, a line with suggestions, one control for all languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kit_app.domain.kit_document import Place
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.workshop.page import WorkshopPage
from tests.ui.shell import click, named, press, services_in
from tests.ui.workshop.test_coming_and_going import opened


@pytest.fixture
def page(qtbot, tmp_path: Path) -> Iterator[WorkshopPage]:
    """The workshop over a copy of the bundled kit."""
    with services_in(tmp_path / "data") as services:
        page = opened(qtbot, services)
        page.show_draft(services.workshop.begin_copy("sant-escape"))
        page.findings.stop()
        yield page


def shown(page: WorkshopPage, file: str, *path: str | int) -> tuple[Place, ComboBox]:
    """The list of the field at a place, brought into view."""
    place = Place(file=file, path=path)
    target = page.outline.target(
        file, ".".join(str(key + 1) if isinstance(key, int) else key for key in path)
    )
    assert target is not None and target.place == place
    page.go_to(target)
    control = page.form.editors[place].control
    assert isinstance(control, ComboBox)
    return place, control


def choose(control: ComboBox, ident: str) -> None:
    control.setCurrentIndex(control.findData(ident))
    control.activated.emit(control.currentIndex())


def test_a_mechanisms_value_is_chosen_by_its_name(page: WorkshopPage) -> None:
    place, control = shown(page, "puzzles/P7.toml", "parameters", "messages", 0, "sign")
    assert control.currentText() == "urgency and secrecy"
    choose(control, "lookalike")
    assert page.draft.value(place) == "lookalike"
    press("Ctrl+Z")
    assert page.draft.value(place) == "urgency"
    assert page.form.editors[place].control.value() == "urgency"


def test_a_sender_may_be_chosen_or_typed(page: WorkshopPage) -> None:
    place, control = shown(page, "puzzles/P7.toml", "parameters", "messages", 1, "sender")
    assert control.currentText() == "facturation@{supplier_lookalike}"
    choose(control, "p.olivier@{facility_domain}")
    assert page.draft.value(place) == "p.olivier@{facility_domain}"
    control.lineEdit().selectAll()
    QTest.keyClicks(control.lineEdit(), "x@y")
    assert page.draft.value(place) == "x@y"
    press("Ctrl+Z")
    assert control.currentText() == "p.olivier@{facility_domain}"


def test_what_is_the_same_in_every_language_is_chosen_once(page: WorkshopPage) -> None:
    french, control = shown(page, "words/fr/papers/guide.toml", "blocks", 4, "level")
    english = Place(file="words/en/papers/guide.toml", path=french.path)
    assert english not in page.form.editors
    before = page.draft.whole
    assert page.draft.value(french) == 2
    choose(control, "3")
    assert (page.draft.value(french), page.draft.value(english)) == (3, 3)
    press("Ctrl+Z")
    assert page.draft.whole == before


def test_an_id_is_shown_and_the_keyboard_goes_to_what_can_be_changed(page: WorkshopPage) -> None:
    place = Place(file="puzzles/P7.toml", path=("parameters", "messages", 2))
    target = page.outline.target(place.file, "parameters.messages.3")
    assert target is not None
    page.go_to(target)
    assert page.form.go_to(place)
    assert page.form.shown is page.form.editors[Place(file=place.file, path=(*place.path, "sign"))]
    known = page.form.editors[Place(file=place.file, path=(*place.path, "key"))]
    assert known.control.text() == "normal · normal message"


def test_a_value_of_another_kit_is_not_lost(page: WorkshopPage) -> None:
    draft: KitDraft = page.draft
    place, _control = shown(page, "puzzles/P8.toml", "parameters", "absent")
    draft.set(place, "somebody")
    page._show_again()
    control = page.form.editors[place].control
    assert control.currentText() == "somebody (no longer there)"
    assert page.draft.value(place) == "somebody"


def test_a_fact_of_a_role_and_a_sentence_are_added_with_the_keyboard_in_their_words(
    page: WorkshopPage,
) -> None:
    before = page.draft.whole
    page.things.table.choose("role/R1")
    click(page, "row-add:kit.toml:roles.0.facts.1")
    place = Place(file="words/fr/kit.toml", path=("roles", "R1", "facts", "R1c"))
    assert page.form.editors[place].control.hasFocus()
    named(page, "row-remove:kit.toml:roles.0.facts.2").click()
    assert place not in page.form.editors
    press("Ctrl+Z")
    press("Ctrl+Z")
    assert page.draft.whole == before
    page.show_section("texts")
    page.things.table.choose("words/script")
    named(page, "row-add:words/fr/kit.toml:script.0").click()
    said = Place(file="words/fr/kit.toml", path=("script", "sentence-1"))
    assert page.form.editors[said].control.hasFocus()
    press("Ctrl+Z")
    assert page.draft.whole == before
