"""The shelf of several kits: one is chosen by clicks or keys, and each keeps what the facility made of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.storage.shelf_file import read_shelf
from tests.ui.shell import click

SECOND = "bon-bracelet"


def choose(shelf, kit_id: str) -> None:
    """By keys, as with any list of choices."""
    box = shelf.page.kit
    box.setFocus()
    index = box.findData(kit_id)
    way = Qt.Key.Key_Down if index > box.currentIndex() else Qt.Key.Key_Up
    while box.currentIndex() != index:
        QTest.keyClick(box, way)


def test_the_usual_kit_comes_first_and_another_can_be_chosen(shelf_at, services) -> None:
    shelf = shelf_at("papers")
    assert shelf.page.kit.isVisible()
    assert shelf.page.kit.value() == "sant-escape"
    choose(shelf, SECOND)
    assert services.shelf.base().id == SECOND
    again = shelf_at("papers")
    assert again.page.kit.value() == SECOND


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("spots", "This kit has no short films. Choose another kit above."),
        ("programmes", "This kit has no programmes. Choose another kit above."),
    ],
)
def test_a_part_that_a_kit_lacks_says_so_and_offers_nothing(shelf_at, part, sentence) -> None:
    shelf = shelf_at(part)
    assert not shelf.page.lacking.isVisible()
    choose(shelf, SECOND)
    assert shelf.page.lacking.isVisible()
    assert shelf.page.lacking.label.text() == sentence
    page = shelf.page
    assert not any(one.isVisible() for one in (page.save, page.print, *page.view.foot_acts(), page.view))
    choose(shelf, "sant-escape")
    assert not page.lacking.isVisible()
    assert page.view.isVisible()


def test_papers_of_the_other_kit_are_drawn(shelf_at, services, qtbot) -> None:
    shelf = shelf_at("papers")
    choose(shelf, SECOND)
    gallery = shelf.page.view.gallery
    qtbot.waitUntil(lambda: gallery.chosen() != "", timeout=30_000)
    kit = services.kits.kit(SECOND)
    found = {tile.ident for tile in gallery.shown.rows}
    assert found == {spec.id for spec in kit.papers if spec.shelf == "awareness"} != set()


def test_topics_that_a_facility_adds_belong_to_the_kit_that_was_shown(shelf_at, services) -> None:
    shelf = shelf_at("topics")
    usual = len(services.shelf.topics("en"))
    choose(shelf, SECOND)
    shelf.page.view.ask_title = lambda *_asked: "Wristbands and visitors"
    click(shelf.page, "topics-add")
    assert [row.title for row in services.shelf.topics("en")] == ["Wristbands and visitors"]
    choose(shelf, "sant-escape")
    assert len(services.shelf.topics("en")) == usual
    kept = read_shelf(services.folder, 0).own
    assert [(one.kit, one.title) for one in kept.topics] == [(SECOND, "Wristbands and visitors")]


def test_what_was_kept_before_there_were_several_is_the_usual_kits(services) -> None:
    topic = services.shelf.topics("en")[0].topic
    services.shelf.change_topic(replace(topic, news=0))
    text = (services.folder / "shelf.json").read_text(encoding="utf-8")
    (services.folder / "shelf.json").write_text(text.replace('"kit": ""', '"title": ""'), encoding="utf-8")
    own = read_shelf(services.folder, 0).own
    assert [one.topic.id for one in own.of_kit("").topics] == [topic.id]
    assert own.of_kit(SECOND).topics == ()


def test_a_kit_that_is_gone_is_chosen_no_more(shelf_at, services, monkeypatch) -> None:
    services.shelf.choose(SECOND)
    rows = [row for row in services.kits.all() if row.id != SECOND]
    monkeypatch.setattr(services.kits, "all", lambda: tuple(rows))
    shelf = shelf_at("topics")
    assert services.shelf.base().id == "sant-escape"
    assert not shelf.page.kit.isVisible()
