"""Puzzles left out and taken in by a tick, with a reason for those that stay; cards and chance follow."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from kit_app.i18n import Catalogue
from kit_app.services.printing.desk import made, players_papers
from kit_app.services.services import Services
from kit_app.ui.common.labels import Label
from kit_app.ui.places import step
from kit_app.ui.setup.advice_dialog import AdviceDialog
from kit_app.ui.setup.drafts import Drafts
from kit_app.ui.setup.prepare_page import PreparePage
from tests.ui.fitting import misfits, settled
from tests.ui.shell import click, services_in, session, teams, window_of


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with services_in(tmp_path / "data") as one:
        yield one


@pytest.fixture
def page(qtbot, services: Services) -> PreparePage:
    made = PreparePage(services, Catalogue("en"), Drafts())
    made.resize(1180, 1400)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_tick_leaves_out_and_takes_in(qtbot, page: PreparePage, services: Services) -> None:
    plan = session(services)
    page.show_session(plan.id)
    assert page.form.picks.summary.text() == "12 puzzles · none left out"
    qtbot.waitUntil(lambda: not page._likely.is_busy)
    before = page._facts.chance.bar.value()
    click(page, "puzzle-picks")
    page.form.picks.boxes["P8"].click()
    assert page.keep()
    qtbot.waitUntil(lambda: not page._likely.is_busy)
    assert page._facts.chance.bar.value() > before
    page.form.picks.boxes["X1"].click()
    assert page.keep()
    stored = services.sessions.get(plan.id)

    assert (stored.left_out, stored.taken_in) == (("P8",), ("X1",))
    assert {one.id for one in stored.deals[0].puzzles} == {
        *(f"P{number}" for number in range(1, 13) if number != 8),
        "X1",
    }
    assert page.form.picks.summary.text() == "12 puzzles · without P8 · also X1"
    assert ("Puzzles", "12") in page._facts._shown


def test_the_chance_stays_in_view_beside_the_ticks(qtbot, page: PreparePage, services: Services) -> None:
    page.resize(1180, 700)
    page.show_session(session(services).id)
    click(page, "puzzle-picks")
    box, figure = page.form.picks.boxes["P11"], page._facts.chance.figure
    settled(page)
    assert box.visibleRegion().isEmpty()
    page.scroll_area.ensureWidgetVisible(box)
    assert page.scroll_area.verticalScrollBar().value() > 300
    assert not box.visibleRegion().isEmpty()
    assert figure.visibleRegion().boundingRect() == figure.rect()
    page.resize(683, 700)
    qtbot.waitUntil(lambda: page._facts.y() == 0 and page._facts.width() > 400)
    assert page._side.height() == page._facts.height()


def test_those_that_stay_say_why(page: PreparePage, services: Services) -> None:
    page.show_session(session(services).id)
    click(page, "puzzle-picks")
    boxes = page.form.picks.boxes
    texts = [label.text() for label in page.form.picks.findChildren(Label) if label.isVisible()]

    assert not boxes["P12"].isEnabled()
    assert boxes["P12"].accessibleDescription() == "It is the end of the game, won or lost."
    assert "As you like. The team is then given what is needed in P4." in texts
    assert boxes["P8"].isEnabled()
    assert not any("{" in box.text() for box in boxes.values())


def test_what_later_puzzles_need_of_one_left_out_is_on_a_card_of_the_deck(
    qtbot, page: PreparePage, services: Services
) -> None:
    plan = session(services)
    page.show_session(plan.id)
    click(page, "puzzle-picks")
    page.form.picks.boxes["P5"].click()
    assert page.keep()
    assert page.form.picks.summary.text() == "11 puzzles · without P5"
    qtbot.waitUntil(lambda: not page._likely.is_busy)

    stored = services.sessions.get(plan.id)
    papers = players_papers(services.library.kit_of(stored), stored, 1, Catalogue(stored.language))
    pdf = made(papers, ["given"]).pdf
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    (table,) = services.sessions.tables(stored)

    assert ("Can be solved", "all of them") in page._facts._shown
    assert "P5-G" in text
    assert table.values["P5.pet"] in text
    assert table.values["P5.year"] in text
    assert "P5" not in papers.titles()


def test_another_length_forgets_what_it_does_not_have(page: PreparePage, services: Services) -> None:
    plan = session(services, left_out=("P8",), taken_in=("X1", "X2"))
    page.show_session(plan.id)
    click(page, "puzzle-picks")
    page.form.variant.card("60").click()
    assert page.keep()

    stored = services.sessions.get(plan.id)
    assert (stored.left_out, stored.taken_in) == (("P8",), ())
    assert page.form.picks.boxes["X1"].isChecked()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_unfolded_it_fits_a_small_window_and_so_does_the_advice(
    qtbot, services: Services, language: str
) -> None:
    plan = session(services, teams=teams(4, 5), variant="60", left_out=("P8", "X1", "X2"))
    window = window_of(services, language=language, size=(683, 384))
    qtbot.addWidget(window)
    window.go(step("prepare", plan.id))
    window.prepare.form.picks.set_open(True)
    settled(window)
    assert misfits(window) == []
    window.prepare.form.helper.click()
    dialog = window.prepare.findChild(AdviceDialog)
    settled(dialog)

    assert misfits(dialog) == []
    qtbot.waitUntil(lambda: not dialog.likely.is_busy and not window.prepare._likely.is_busy)
    dialog.reject()
