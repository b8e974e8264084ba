"""The pictures of the shelf: ticked by mouse and keys, printed in the size wished for."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.domain.facility import Contact, Facility
from kit_app.ui.shelf.gallery_view import GalleryView
from tests.unit.services.printing.papers import text_of


@pytest.fixture
def papers(shelf_at):
    shelf = shelf_at("papers")
    view = view_of(shelf)
    shelf.qtbot.waitUntil(lambda: bool(view.gallery.chosen()), timeout=60_000)
    return shelf


def view_of(shelf) -> GalleryView:
    view = shelf.page.view
    assert isinstance(view, GalleryView)
    return view


def tick(shelf, ident: str) -> None:
    """Click the box of a paper."""
    gallery = view_of(shelf).gallery
    gallery.choose(ident)
    place = gallery.place_of_tick(ident).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_every_paper_of_the_shelf_has_a_picture_posters_first(papers):
    tiles = view_of(papers).gallery.shown.rows
    kit = papers.services.library.bundled_kit()
    assert {tile.ident for tile in tiles} == {spec.id for spec in kit.papers if spec.shelf == "awareness"}
    assert all(tile.ident.startswith("poster") for tile in tiles[:6])
    assert not any(tile.picture.isNull() for tile in tiles)


def test_nothing_is_ticked_at_first_and_that_is_said(papers):
    assert view_of(papers).gallery.ticked() == ()
    assert not papers.page.print.isEnabled()
    assert papers.page.foot.message.text() == "Tick what is to be printed."
    assert view_of(papers).preview.checked.text() == "Not ticked: it will not be printed."


def test_a_click_on_the_box_ticks_and_what_is_ticked_is_saved(papers, tmp_path):
    tick(papers, "poster-2")
    tick(papers, "telework-card")
    papers.settle()
    assert papers.page.foot.saved.label.text() == "2 papers ticked"
    papers.save_to(tmp_path / "shelf.pdf")
    pdf = pypdfium2.PdfDocument((tmp_path / "shelf.pdf").read_bytes())
    assert len(pdf) == 2
    assert "Pistache" in text_of((tmp_path / "shelf.pdf").read_bytes())


def test_space_ticks_and_arrows_move(papers):
    gallery = view_of(papers).gallery
    gallery.setFocus()
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    QTest.keyClick(gallery, Qt.Key.Key_Space)
    assert gallery.ticked() == ("poster-2",)
    QTest.keyClick(gallery, Qt.Key.Key_Space)
    assert gallery.ticked() == ()


def test_posters_come_in_the_size_wished_for(papers):
    tick(papers, "poster-1")
    view = view_of(papers)
    view.posters.setCurrentIndex(view.posters.findData("A3"))
    papers.settle()
    width, height = pypdfium2.PdfDocument(view.finished().made.pdf)[0].get_size()
    assert (round(width), round(height)) == (842, 1191)
    view.posters.setCurrentIndex(view.posters.findData("A2-glued"))
    papers.settle()
    assert view.finished().made.pages == 4


def test_enter_shows_a_paper_large_and_escape_leads_back(papers):
    view = view_of(papers)
    view.gallery.setFocus()
    QTest.keyClick(view.gallery, Qt.Key.Key_Return)
    assert not view.panel.isVisible()
    QTest.keyClick(view.preview.view, Qt.Key.Key_Escape)
    assert view.panel.isVisible()
    assert view.gallery.hasFocus()


def test_all_and_none_are_ticked_by_a_button(papers):
    papers.click("shelf-all")
    assert len(view_of(papers).gallery.ticked()) == len(view_of(papers).gallery.shown.rows)
    papers.click("shelf-none")
    assert view_of(papers).gallery.ticked() == ()


def test_turning_the_leaves_moves_along_the_pictures(papers):
    view = view_of(papers)
    view.gallery.choose("poster-2")
    papers.qtbot.waitUntil(view.preview.is_settled, timeout=20_000)
    view.preview.forth.click()
    assert view.gallery.chosen() == "poster-3"


def test_new_numbers_of_the_facility_are_drawn(papers):
    host = Facility(name="Hôpital de Brévalon", contacts={"helpdesk": Contact(number="01 99 00 12 34")})
    papers.services.profile.save(host)
    papers.page.reload()
    tick(papers, "poster-1")
    papers.settle()
    assert "01 99 00 12 34" in text_of(view_of(papers).finished().made.pdf).replace("\N{NO-BREAK SPACE}", " ")


def test_a_computer_without_a_printer_offers_the_pdf(papers):
    tick(papers, "poster-1")
    papers.settle()
    papers.page.sending.printer_names = lambda: []
    papers.click("shelf-print")
    banner = papers.page.banners.banner("shelf")
    assert banner is not None
    assert "No printer" in banner.label.text()
