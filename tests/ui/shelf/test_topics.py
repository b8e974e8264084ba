"""Topics for a webinar: sorted by their points, which a person changes; added, deleted, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kit_app.ui.shelf.topics_view import TopicsView
from tests.unit.services.printing.papers import text_of


@pytest.fixture
def topics(shelf_at):
    return shelf_at("topics")


def view_of(shelf) -> TopicsView:
    view = shelf.page.view
    assert isinstance(view, TopicsView)
    return view


def titles(shelf) -> list[str]:
    return [row.title for row in shelf.services.shelf.topics("en")]


def test_the_most_wanted_topic_comes_first(topics):
    assert titles(topics)[0] == "Suppliers' remote access"
    assert view_of(topics).panel.title.text() == "Suppliers' remote access"
    scores = [row.topic.score for row in topics.services.shelf.topics("en")]
    assert scores == sorted(scores, reverse=True)


def test_points_are_kept_and_sort_the_list_and_the_page(topics):
    view = view_of(topics)
    view.table.choose("telework")
    for ident in ("news", "difficulties", "incidents"):
        view.points[ident].button("3").click()
    assert titles(topics)[0] == "Telework"
    assert view.table.chosen() == "telework"
    topics.settle()
    words = text_of(view.finished().made.pdf)
    assert words.index("Telework") < words.index("Suppliers")


def test_points_are_changed_by_keys(topics):
    view = view_of(topics)
    view.table.setFocus()
    for _ in range(7):
        QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    button = view.points["news"].button(view.points["news"].value())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    points = {row.topic.id: row.topic.news for row in topics.services.shelf.topics("en")}
    assert points["telework"] == 2


def test_a_topic_of_ones_own_is_added_renamed_and_comes_back_after_deleting(topics):
    view = view_of(topics)
    view.ask_title = lambda: "Doors left open"
    topics.click("topics-add")
    assert view.panel.title.text() == "Doors left open"
    assert titles(topics)[-1] == "Doors left open"
    topics.write("topics-title", "Doors and badges")
    QTest.keyClick(view.name, Qt.Key.Key_Return)
    view.points["news"].button("3").click()
    assert "Doors and badges" in titles(topics)
    topics.click("topics-delete")
    assert "Doors and badges" not in titles(topics)
    topics.undo()
    assert "Doors and badges" in titles(topics)
    assert view.points["news"].value() == "3"


def test_topics_of_the_kit_are_not_deleted(topics):
    assert not view_of(topics).remove.isVisible()
    assert not view_of(topics).name.isVisible()


def test_the_list_is_printed(topics, tmp_path):
    topics.settle()
    topics.print_to(tmp_path / "topics.pdf")
    assert (tmp_path / "topics.pdf").stat().st_size > 1000
