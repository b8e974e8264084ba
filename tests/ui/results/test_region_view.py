"""What a facility tells its region, by clicks: the file, whose it is, and times that come back."""

import pytest
from PySide6.QtCore import Qt

from kit_app.domain.facility import Facility
from kit_app.domain.region_times import PuzzleTime, RegionTimes
from kit_app.storage.region import bundle, times_file
from tests.unit.services.test_history import finished

HOUSE = "Hôpital de Brévalon"


@pytest.fixture
def played(services, clock):
    services.profile.save(Facility(name=HOUSE))
    finished(services, clock, facility=HOUSE)
    return services


@pytest.fixture
def shown(qtbot, played, statistics_page):
    page = statistics_page(played)
    qtbot.mouseClick(page.sections["region"], Qt.MouseButton.LeftButton)
    return page


def test_the_file_for_the_region_is_saved(shown, qtbot, tmp_path):
    view = shown.region_view
    assert view.isVisible()
    assert view.state.text() == f"{HOUSE}: 1 session is told."
    assert not view.facility_field.isVisible()
    path = tmp_path / "region.sante-results"
    shown.saving.ask_save = lambda *_asked: path
    with qtbot.waitSignal(shown.told, timeout=10_000) as said:
        qtbot.mouseClick(view.save, Qt.MouseButton.LeftButton)
    assert "region.sante-results" in said.args[0].text
    read = bundle.unpacked(path.read_bytes(), path.name)
    assert (read.reporter.name, sum(row.sessions for row in read.rows)) == (HOUSE, 1)


def test_without_a_name_there_is_no_file_and_it_is_said_why(qtbot, services, clock, statistics_page):
    finished(services, clock)
    page = statistics_page(services)
    qtbot.mouseClick(page.sections["region"], Qt.MouseButton.LeftButton)
    assert page.region_view.state.text() == "Give your facility a name in the settings first."
    assert not page.region_view.save.isEnabled()


def test_of_several_facilities_one_is_chosen_and_strangers_are_told(qtbot, played, clock, statistics_page):
    played.profile.add(Facility(name="Clinique du Parc"))
    finished(played, clock, facility="Polyclinique inconnue")
    page = statistics_page(played)
    qtbot.mouseClick(page.sections["region"], Qt.MouseButton.LeftButton)
    view = page.region_view
    assert view.facility_field.isVisible()
    assert view.state.text() == "No session of Clinique du Parc was played yet."
    assert view.homeless.text().startswith("1 session names a facility that the settings do not know")
    qtbot.keyClick(view.facility, Qt.Key.Key_Down)
    assert view.state.text() == f"{HOUSE}: 1 session is told."


def test_times_of_the_region_are_taken_in_and_forgotten(shown, qtbot, tmp_path, played):
    one = PuzzleTime(kit_id="sant-escape", puzzle="P1", usual_s=500, limit_s=900, teams=40)
    times = RegionTimes(made_ms=1_700_000_000_000, facilities=7, puzzles=(one,))
    path = tmp_path / "t.sante-times"
    path.write_bytes(times_file.packed(tmp_path, times))
    view = shown.region_view
    assert not view.forget.isVisible()
    view.ask_open = lambda *_asked: path
    with qtbot.waitSignal(shown.told) as said:
        qtbot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    assert said.args[0].text.startswith("The time of 1 puzzle holds from now on. Signed: ")
    wanted = "The time of 1 puzzle from 7 facilities, made on Tuesday 14 November 2023."
    assert " ".join(view.times_state.text().split()) == wanted
    assert played.times.kept.of_kit("sant-escape")["P1"].limit_s == 900
    qtbot.mouseClick(view.forget, Qt.MouseButton.LeftButton)
    assert played.times.kept.puzzles == ()
    assert not view.forget.isVisible()


def test_a_wrong_file_is_told_and_changes_nothing(shown, qtbot, tmp_path, played):
    path = tmp_path / "t.sante-times"
    path.write_bytes(b"PK\x03\x04 nothing of ours")
    view = shown.region_view
    view.ask_open = lambda *_asked: path
    qtbot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    assert "not a file of this kind" in shown.banners.banner("save").text
    assert played.times.kept == RegionTimes()
