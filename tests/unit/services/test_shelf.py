"""What a facility changes of the shelf: kept, laid over the kit, never over what it does not name."""

from dataclasses import replace

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.bulletin import next_number
from kit_app.domain.facility import NOBODY
from kit_app.domain.papers import SlotWords
from kit_app.errors import StorageError
from kit_app.i18n import load
from kit_app.services.printing.desk import made, shelf_papers
from kit_app.services.printing.topics import topics_pdf
from tests.unit.services.bundled import opened
from tests.unit.services.printing.papers import compact, text_of


@pytest.fixture
def services(tmp_path, clock):
    services = opened(tmp_path / "data", clock)
    yield services
    services.close()


def test_nothing_changed_leaves_the_kit_as_it_is(services):
    assert services.shelf.kit() is services.library.bundled_kit()


def test_points_and_own_topics_are_there_after_a_restart(services, tmp_path, clock):
    row = services.shelf.topics("fr")[-1]
    services.shelf.change_topic(replace(row.topic, news=3, difficulties=3, incidents=3))
    added = services.shelf.add_topic("Portes ouvertes")
    services.close()
    again = opened(tmp_path / "data", clock)
    rows = again.shelf.topics("en")
    assert rows[0].topic.id == row.topic.id
    assert [(one.title, one.is_own) for one in rows if one.topic.id == added] == [("Portes ouvertes", True)]
    again.close()


def test_a_topic_of_the_kit_cannot_be_taken_away(services):
    with pytest.raises(StorageError, match="not there any more"):
        services.shelf.remove_topic(services.shelf.topics("fr")[0].topic.id)


def test_own_topics_are_printed_in_both_languages(services):
    services.shelf.add_topic("Portes ouvertes")
    for language in ("fr", "en"):
        t = load(resources_dir() / "i18n", language)
        assert compact("Portes ouvertes") in compact(text_of(topics_pdf(services.shelf.kit(), NOBODY, t).pdf))


def test_an_own_programme_is_printed_in_its_language_only(services):
    shelf = services.shelf
    model = shelf.programme("programme-managers", "fr")
    shelf.change_programme(
        replace(model, start="14:00", slots=(SlotWords(minute=45, text="On joue dehors"),))
    )
    for language, is_there in (("fr", True), ("en", False)):
        t = load(resources_dir() / "i18n", language)
        papers = shelf_papers(shelf.kit(), NOBODY, t, "programme-managers")
        text = compact(text_of(made(papers, ["programme-managers"]).pdf))
        assert (compact("On joue dehors") in text) is is_there
        assert (compact("14 h 45") in text) is is_there


def test_a_programme_as_in_the_kit_is_not_kept(services):
    shelf = services.shelf
    model = shelf.model("programme-webinar", "fr")
    shelf.change_programme(replace(model, start="10:00"))
    assert shelf.is_changed("programme-webinar", "fr")
    shelf.change_programme(model)
    assert not shelf.is_changed("programme-webinar", "fr")
    assert shelf.kit() is services.library.bundled_kit()


def test_a_kit_without_that_programme_stays_whole(services):
    shelf = services.shelf
    shelf.change_programme(replace(shelf.model("programme-webinar", "fr"), start="10:00"))
    other = services.library.bundled_kit().with_papers(["poster-1"])
    assert [spec.id for spec in shelf.dressed(other).papers] == ["poster-1"]


def test_numbers_of_bulletins_go_on_within_a_year(services):
    first, second = services.bulletins.begin("fr"), services.bulletins.begin("fr")
    assert (first.number, second.number) == ("1/2026", "2/2026")
    services.bulletins.save(replace(second, number="12/2026"))
    assert services.bulletins.begin("fr").number == "13/2026"
    assert next_number(services.bulletins.list(), 2027) == "1/2027"


def test_a_bulletin_that_is_gone_is_told(services):
    begun = services.bulletins.begin("fr")
    services.bulletins.delete(begun.id)
    with pytest.raises(StorageError, match="not there any more"):
        services.bulletins.get(begun.id)
