"""Puzzles and rows come and go by mouse and keyboard; one step back undoes each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kit_app.domain.kit_document import Place
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.dialogs import QuestionDialog
from kit_app.ui.player.window import PlayerWindow
from kit_app.ui.workshop.page import WorkshopPage
from kit_app.ui.workshop.preview_view import PlayerPicture
from kit_app.ui.workshop.puzzle_dialogs import ask_mechanism, ask_removal
from tests.ui.shell import click, press, services_in

ITEMS = Place(file="puzzles/P1.toml", path=("parameters", "items"))


@pytest.fixture
def page(qtbot, tmp_path: Path) -> Iterator[WorkshopPage]:
    """The workshop over an empty kit of three puzzles."""
    with services_in(tmp_path / "data") as services:
        yield opened(qtbot, services)


def opened(qtbot, services: Services) -> WorkshopPage:
    picture = PlayerWindow()
    page = WorkshopPage(services, PlayerPicture(widget=picture, show=picture.show_view), Catalogue("en"))
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.show()
    page.show_draft(services.workshop.begin_empty())
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    return page


def rows(page: WorkshopPage) -> list[str]:
    return [one.ident for one in page.outline.things(page._section)]


def answer(monkeypatch: pytest.MonkeyPatch, verb: str) -> list[QuestionDialog]:
    """Take this verb of the next questions; the questions that came."""
    asked: list[QuestionDialog] = []

    def ask(dialog: QuestionDialog) -> str:
        asked.append(dialog)
        return verb

    monkeypatch.setattr(QuestionDialog, "ask", ask)
    return asked


def test_a_puzzle_is_added_copied_and_removed(page: WorkshopPage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = page.draft.whole
    click(page, "workshop-section-puzzles")
    page.acts.ask_mechanism = lambda *_: "choices"
    click(page, "thing-add")
    assert rows(page) == ["P1", "P2", "P4", "P3"]
    assert page._thing == "P4"
    title = Place(file="words/en/P4.toml", path=("title",))
    assert page.form.editors[title].control.text() == "[[The name of the puzzle]]"
    click(page, "thing-copy")
    assert rows(page) == ["P1", "P2", "P4", "P5", "P3"]
    asked = answer(monkeypatch, "all")
    click(page, "thing-remove")
    assert rows(page) == ["P1", "P2", "P4", "P3"]
    assert "Length" in asked[0].text.text()
    for left in (5, 4, 3):
        press("Ctrl+Z")
        assert len(rows(page)) == left
    assert page.draft.whole == before


def test_a_person_may_think_better_of_it(page: WorkshopPage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = page.draft.whole
    click(page, "workshop-section-puzzles")
    answer(monkeypatch, "cancel")
    click(page, "thing-remove")
    click(page, "thing-add")
    assert page.draft.whole == before
    assert not page.undo.isEnabled()


def test_how_a_puzzle_works_is_chosen_by_its_name(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = answer(monkeypatch, "add")
    assert ask_mechanism(parent, Catalogue("en")) == "pick-out"
    texts = [one.text() for one in asked[0].findChildren(QPushButton)]
    assert "Add the puzzle" in texts
    answer(monkeypatch, "")
    assert ask_removal(parent, Catalogue("en"), "P1", ["P2 · Opens after"], ["P3 · Hints"]) == ""


def test_rows_come_move_and_go_by_keyboard(page: WorkshopPage) -> None:
    before = page.draft.whole
    click(page, "workshop-section-puzzles")
    page.form.go_to(Place(file=ITEMS.file, path=(*ITEMS.path, 0)))
    name = f"{ITEMS.file}:parameters.items"
    button = page.form.findChild(QPushButton, f"row-add:{name}.0")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert [one["key"] for one in page.draft.value(ITEMS)][:2] == ["screen", "screen-2"]
    assert page.form.editors[Place(file=ITEMS.file, path=(*ITEMS.path, 1, "is_fault"))].control.hasFocus()
    click(page, f"row-down:{name}.1")
    assert [one["key"] for one in page.draft.value(ITEMS)][:3] == ["screen", "cupboard", "screen-2"]
    click(page, f"row-remove:{name}.2")
    assert page.draft.value(ITEMS) == page.draft.tree(ITEMS.file)["parameters"]["items"]
    for _ in range(3):
        press("Ctrl+Z")
    assert page.draft.whole == before
    assert page.form.findChild(QPushButton, f"row-up:{name}.0").isEnabled() is False


def test_lists_that_are_empty_get_their_first_row(page: WorkshopPage) -> None:
    click(page, "workshop-section-hints")
    click(page, "add:puzzles/P1.toml:searches")
    assert page.draft.value(Place(file="puzzles/P1.toml", path=("searches", 0, "id"))) == "search-1"
    assert Place(file="words/fr/P1.toml", path=("searches", "search-1", "say")) in page.form.editors
    press("Ctrl+Z")
    assert page.draft.value(Place(file="puzzles/P1.toml", path=("searches",))) is None
    assert not any("searches" in place.path for place in page.form.editors)


def test_roles_and_lengths_are_rows_of_the_list(page: WorkshopPage) -> None:
    page.things.table.choose("role/R3")
    click(page, "thing-up")
    assert rows(page)[2:5] == ["role/R1", "role/R3", "role/R2"]
    click(page, "thing-add")
    assert page._thing == "role/R4"
    click(page, "thing-remove")
    click(page, "workshop-section-graph")
    page.things.table.choose("length/20")
    assert not page.things.acts.buttons["remove"].isEnabled()
    click(page, "thing-add")
    assert page._thing == "length/21"
