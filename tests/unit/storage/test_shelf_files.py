"""Bulletins, topics and programmes: they come back the same; a file that cannot be read is set aside."""

import pytest

from kit_app.domain.bulletin import Bulletin
from kit_app.domain.papers import SlotWords
from kit_app.domain.references import Topic
from kit_app.domain.shelf import OwnProgramme, OwnShelf, OwnTopic
from kit_app.errors import StorageError
from kit_app.storage.bulletins_file import FILE_NAME as BULLETINS, read_bulletins, write_bulletins
from kit_app.storage.shelf_file import FILE_NAME as SHELF, read_shelf, write_shelf
from tests.fakes import WALL_START_MS

KEPT = (
    Bulletin(
        id="1",
        language="fr",
        number="1/2026",
        tlp="red",
        title="Faux appels",
        actions="Raccrocher.\nRappeler.",
    ),
    Bulletin(id="2", language="en", date="2026-11-24", time="09:30", urgency="now"),
)
OWN = OwnShelf(
    topics=(OwnTopic(topic=Topic(id="own-1", news=3, difficulties=0, incidents=1), title="Portes ouvertes"),),
    programmes=(
        OwnProgramme(
            paper="programme-webinar",
            language="fr",
            start="14:00",
            slots=(SlotWords(minute=0, text="Accueil"),),
            heads=("Salle Camélia", ""),
        ),
    ),
)


def test_bulletins_come_back_the_same(tmp_path):
    assert read_bulletins(tmp_path, 0).bulletins == ()
    write_bulletins(tmp_path, KEPT)
    assert read_bulletins(tmp_path, 0).bulletins == KEPT
    assert '"version": 1' in (tmp_path / BULLETINS).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "bulletins": [{"id": "1"}]}'])
def test_bulletins_that_cannot_be_read_are_set_aside_and_told(tmp_path, text):
    (tmp_path / BULLETINS).write_text(text, encoding="utf-8")
    read = read_bulletins(tmp_path, WALL_START_MS)
    assert read.bulletins == ()
    assert "bulletins.unreadable-20261124-173000.json" in str(read.notices[0])
    assert (tmp_path / "bulletins.unreadable-20261124-173000.json").read_text(encoding="utf-8") == text


def test_topics_and_programmes_come_back_the_same(tmp_path):
    assert read_shelf(tmp_path, 0).own == OwnShelf()
    write_shelf(tmp_path, OWN)
    assert read_shelf(tmp_path, 0).own == OWN


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"version": 1, "topics": [{"topic": {"id": "a", "news": 4, "difficulties": 0, "incidents": 0}}]}',
        '{"version": 1, "programmes": 3}',
    ],
)
def test_a_shelf_that_cannot_be_read_is_set_aside_and_told(tmp_path, text):
    (tmp_path / SHELF).write_text(text, encoding="utf-8")
    read = read_shelf(tmp_path, WALL_START_MS)
    assert read.own == OwnShelf()
    assert "set aside as “shelf.unreadable-20261124-173000.json”" in str(read.notices[0])
    assert (tmp_path / "shelf.unreadable-20261124-173000.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "keep"),
    [
        (BULLETINS, lambda folder: write_bulletins(folder, KEPT)),
        (SHELF, lambda folder: write_shelf(folder, OWN)),
    ],
)
def test_what_cannot_be_kept_is_told(tmp_path, name, keep):
    (tmp_path / name).mkdir()
    (tmp_path / name / "in the way").touch()
    with pytest.raises(StorageError, match="could not be kept"):
        keep(tmp_path)
