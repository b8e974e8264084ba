"""The spots of the shelf: chosen by their pictures, looked through, saved; their words can be read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from kit_app.domain.facility import Contact, Facility
from kit_app.services.spots import films
from kit_app.ui.common.fit_label import wrapped_size
from kit_app.ui.shelf import spot_painter
from kit_app.ui.shelf.spot_painter import LEAST, SpotPainter
from kit_app.ui.shelf.spots_view import SpotsView
from tests.ui.common.test_contrast import contrast
from tests.ui.shell import LONG_FACILITY
from tests.unit.content.bundled import bundled_kit

LONG_LINE = Contact(number="01 99 00 12 34", name="Support informatique de nuit et de week-end")


@pytest.fixture
def spots(shelf_at):
    return shelf_at("spots")


def view_of(shelf) -> SpotsView:
    view = shelf.page.view
    assert isinstance(view, SpotsView)
    return view


def facility_with(services, contact: Contact) -> None:
    services.profile.save(replace(Facility(), name="Hôpital", contacts={"helpdesk": contact}))


def test_four_films_are_shown_with_their_pictures_and_lengths(spots):
    view = view_of(spots)
    names = [view.tiles.button(one.id).accessibleName() for one in spots.services.library.bundled_kit().spots]
    assert names == [
        "Le copieur people, 0:35",
        "Allô, c’est urgent, 0:40",
        "Deux minutes, 0:30",
        "Écran rouge, 0:45",
    ]
    assert view.tiles.value() == "copier"
    assert view.preview.place.text() == "Scene 1 of 5, 0:00 to 0:05"


def test_another_film_is_chosen_by_the_arrows_and_its_scenes_are_turned(spots):
    view = view_of(spots)
    view.tiles.button("copier").setFocus()
    QTest.keyClick(view.tiles.button("copier"), Qt.Key.Key_Right)
    assert view.tiles.value() == "call"
    view.preview.forth.click()
    assert view.preview.place.text() == "Scene 2 of 5, 0:06 to 0:16"
    assert view.preview.picture.accessibleName().startswith("Trois questions faciles.")
    view.preview.captions.setFocus()
    for _ in range(3):
        QTest.keyClick(view.preview.captions, Qt.Key.Key_Down)
    assert view.preview.scene == 4
    assert not view.preview.forth.isEnabled()


def test_the_films_speak_the_language_that_is_chosen(spots):
    view = view_of(spots)
    view.tiles.button("two-minutes").click()
    view.preview.turn(2)
    view.language.button("en").click()
    assert view.tiles.button("two-minutes").isChecked()
    assert view.preview.scene == 2
    assert view.preview.picture.accessibleName().startswith("Rewind.")


def test_the_number_of_the_profile_stands_at_the_end(spots):
    view = view_of(spots)
    assert "the number is not known" in view.preview.said.text()
    facility_with(spots.services, Contact(number="45 67"))
    spots.page.reload()
    assert view.preview.said.text().replace("\N{NO-BREAK SPACE}", " ") == (
        "At the end: Une feuille oubliée, un doute ? 45 67"
    )


def test_films_are_neither_printed_nor_saved_as_pdf(spots):
    view = view_of(spots)
    assert (view.save.isVisible(), view.play.isVisible()) == (True, True)
    assert (spots.page.save.isVisible(), spots.page.print.isVisible()) == (False, False)
    spots.page.part.button("topics").click()
    topics = spots.page
    assert (topics.save.isVisible(), topics.print.isVisible(), view.play.isVisible()) == (True, True, False)


def test_saving_is_interrupted_and_leaves_nothing(spots, tmp_path):
    folder = tmp_path / "films"
    folder.mkdir()
    spots.page.sending.ask_save = lambda *_asked: folder / "film.webm"
    spots.click("spots-save")
    assert not view_of(spots).save.isEnabled()
    spots.page.sending.progress.cancel.click()
    spots.qtbot.waitUntil(lambda: not spots.page.sending.is_busy, timeout=20_000)
    assert list(folder.iterdir()) == []
    assert spots.page.sending.progress.what.text() == "Interrupted. Nothing was saved."
    assert view_of(spots).save.isEnabled()


def test_a_film_that_is_there_already_is_refused_in_a_banner(spots, tmp_path):
    (tmp_path / "film.webm").write_text("mine")
    spots.page.sending.ask_save = lambda *_asked: tmp_path / "film"
    spots.click("spots-save")
    spots.qtbot.waitUntil(lambda: not spots.page.sending.is_busy, timeout=20_000)
    assert "“film.webm” is there already" in spots.page.banners.banner("shelf").text
    assert (tmp_path / "film.webm").read_text() == "mine"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_fits_and_is_large_enough_for_the_last_row(qapp, language):
    facility = Facility(name=LONG_FACILITY, contacts={"helpdesk": LONG_LINE})
    size = QSize(1280, 720)
    for film in films(bundled_kit(), facility, language):
        painter = SpotPainter(film, size)
        for number in range(len(film.scenes)):
            for line in painter.lines(number):
                width, height = wrapped_size(line.words, line.family, True, line.px, int(line.box.width()))
                assert width <= line.box.width() and height <= line.box.height(), line.words
                least = spot_painter.CALL_LEAST if line.words == film.call else LEAST
                assert line.px >= round(least * size.height()), line.words
                assert line.balanced.right() < size.width() and line.box.bottom() < size.height()


def test_captions_have_a_contrast_of_seven_to_one_at_least():
    for colour in (spot_painter.WHITE, spot_painter.YELLOW):
        assert contrast(colour, spot_painter.INK) >= 7


def test_a_scene_comes_softly_over_the_one_before(qapp):
    film = films(bundled_kit(), Facility(), "en")[0]
    painter = SpotPainter(film, QSize(320, 180))
    corner = [painter.image(film.at(second)).pixelColor(5, 5).lightness() for second in (5.0, 5.25, 5.5)]
    assert corner[0] > corner[1] > corner[2]


def test_a_part_moves_and_what_lies_still_does_not(qapp):
    film = films(bundled_kit(), Facility(), "en")[3]
    painter = SpotPainter(film, QSize(640, 360))
    early, late = (painter.image(film.at(second)) for second in (6.6, 10.9))
    changed = [
        (x, y) for x in range(0, 640, 4) for y in range(0, 360, 4) if early.pixel(x, y) != late.pixel(x, y)
    ]
    assert changed
    assert all(x > 270 and y < 285 for x, y in changed)
