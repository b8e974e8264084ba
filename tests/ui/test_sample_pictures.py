"""The sample's pictures are the real windows; the self-test tells what Qt sees."""

import pytest
from PySide6.QtGui import QImage

from kit_app.assets import resources_dir
from kit_app.i18n import load
from kit_app.services.sample import make_sample
from kit_app.system import starting
from kit_app.ui import checkup
from kit_app.ui.checkup import lines
from kit_app.ui.demo import About, grab_pictures
from tests.fakes import FakeSpeakers
from tests.unit.services.bundled import opened


@pytest.mark.long
def test_console_and_player_screen_are_drawn_at_their_sizes(tmp_path, clock, qtbot):
    t = load(resources_dir() / "i18n", "fr")
    services = opened(tmp_path / "data", clock)
    sample = make_sample(services, tmp_path / "out", "45", t)
    services.close()
    assert {path.name for path in sample.files} >= {
        "deck.pdf",
        "facilitator.pdf",
        "results.pdf",
        "results.csv",
    }
    about = About("45 complet", clock.wall_ms())
    files = grab_pictures(
        tmp_path / "out", t, about, middle=sample.middle, hint=sample.hint.player, end=sample.end.player
    )
    assert [path.name for path in files] == ["console.png", "player.png", "end.png"]
    images = [QImage(str(path)) for path in files]
    assert [image.size().toTuple() for image in images] == [(1366, 768), (1920, 1080), (1920, 1080)]
    for image in images:
        assert len({image.pixel(x, y) for x in range(0, 1300, 13) for y in range(0, 700, 7)}) > 5


def test_the_self_test_tells_of_qt_the_screens_the_printers_and_what_is_optional(qapp):
    found = {line.topic: line for line in lines()}
    assert list(found) == ["windows", "screens", "printers", "sounds, speech, camera"]
    assert all(line.ok for line in found.values())
    assert found["windows"].values["platform"] == "offscreen"


def test_a_carried_folder_without_its_sounds_is_no_whole_one(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(checkup, "QtSpeakers", lambda: FakeSpeakers(there="missing"))
    assert lines()[-1].ok
    monkeypatch.setattr(starting, "carried_folder", lambda: tmp_path)
    found = lines()[-1]
    assert (found.topic, found.ok) == ("sounds, speech, camera", False)
    assert "Unpack" in found.message and "{command}" not in found.message
