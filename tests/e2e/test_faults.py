"""The world's faults on the real process: clocks that jump, a night of sleep, full disks, files that go."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.led import led, told

HOUR, DAY = 3600, 86_400
CHECKED_S = 30.0
"""By then no check is under way, however busy the computer."""
FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these faults are made with Linux's means")
needs_faketime = pytest.mark.skipif(FAKETIME is None, reason="needs libfaketime")


def wait_for_checks(program) -> None:
    """Until none is under way: libfaketime breaks a sleep during which its clock goes back."""
    end = time.monotonic() + CHECKED_S
    while program.sizes()["checks"]:
        assert time.monotonic() < end, "a check does not end"
        time.sleep(0.2)


class Clocks:
    """Clocks of a process that run otherwise than the computer's. `with_steady`: all of them, as in sleep."""

    def __init__(self, folder: Path, *, with_steady: bool) -> None:
        self._file = folder / "time"
        self.set(0)
        self.environment = {
            "LD_PRELOAD": str(FAKETIME),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # else threads wait for ever for one another
            "FAKETIME_DONT_FAKE_MONOTONIC": "0" if with_steady else "1",
            "PATH": "",  # else a thread waits for the program that keeps the computer awake, which fails then
        }

    def set(self, seconds: int) -> None:
        """So far from the true time, from now on."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n", encoding="ascii")
        new.replace(self._file)


@needs_faketime
@pytest.mark.long
@pytest.mark.parametrize("jump", [HOUR, -HOUR, DAY, -DAY])
def test_a_wall_clock_that_jumps_moves_no_countdown(tmp_path: Path, jump: int) -> None:
    clocks = Clocks(tmp_path, with_steady=False)
    with led(tmp_path / "data", "fr", clocks.environment) as program:
        program.begin()
        wait_for_checks(program)
        begun, before = time.monotonic(), program.state()
        clocks.set(jump)
        told(program, "watch-clock-jumped")
        program.note(text="later")
        after = program.state()
        passed_ms = 1000 * (time.monotonic() - begun)
        assert abs(before["remaining_ms"] - after["remaining_ms"] - passed_ms) < 1000
        assert "gap" not in after["banners"]
        assert "trouble" not in after["banners"]
        assert {"NoteAdded", "TroubleNoticed"} <= set(after["kinds"])


@needs_faketime
@pytest.mark.long
@pytest.mark.parametrize("answer", ["give", "count"])
def test_after_a_night_of_sleep_both_answers_are_right(tmp_path: Path, answer: str) -> None:
    clocks = Clocks(tmp_path, with_steady=True)
    with led(tmp_path / "data", "fr", clocks.environment) as program:
        program.begin()
        before = program.state()["remaining_ms"]
        clocks.set(8 * HOUR)
        seen = told(program, "gap")
        assert "8" in seen["banners"]["gap"]
        assert abs(seen["remaining_ms"] - before) < 10_000  # lent back until it is answered
        program.banner(ident="gap", action=answer)
        seen = program.until(lambda seen: "gap" not in seen["banners"])
        assert seen["kinds"].count("GapNoticed") == 1
        if answer == "give":
            assert abs(seen["remaining_ms"] - before) < 20_000
            assert seen["phase"] == "playing"
        else:
            assert program.until(lambda seen: seen["phase"] == "guided")


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own that is soon full."""
    folder.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a disk")
    options = f"size={megabytes}m"
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path) -> Path:
    """Somebody copies films onto the disk until nothing more fits."""
    film = folder / "film"
    with film.open("wb", buffering=0) as target:
        try:
            while True:
                target.write(bytes(4096))
        except OSError:
            return film


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as data, led(data, "fr") as program:
        program.begin()
        program.solve(puzzle="P1")
        kept = program.state()
        film = fill(data)
        begun = time.monotonic()
        program.note(text="meanwhile")
        seen = told(program, "trouble", begun)
        assert "disque est plein" in seen["banners"]["trouble"]
        assert seen["kinds"][: len(kept["kinds"])] == kept["kinds"]
        later = program.until(lambda now: now["remaining_ms"] < seen["remaining_ms"] - 1000)
        assert later["phase"] == "playing"
        film.unlink()
        program.banner(ident="trouble", action="retry")
        mended = program.until(lambda seen: "trouble" not in seen["banners"])
        assert "NoteAdded" in mended["kinds"]
        stored = program.stored()
        assert stored == mended["kinds"]


@pytest.mark.long
def test_a_disk_that_stays_full_is_left_for_another_folder(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as data, led(data, "fr") as program:
        program.begin()
        fill(data)
        program.note(text="meanwhile")
        told(program, "trouble")
        program.folder(path=str(tmp_path / "stick"))
        program.banner(ident="trouble", action="folder")
        seen = program.until(lambda seen: "trouble" not in seen["banners"])
        assert "NoteAdded" in seen["kinds"]
        assert (tmp_path / "stick" / "sant-escape.sqlite3").is_file()


def delete(file: Path) -> None:
    file.unlink()


def replace(file: Path) -> None:
    shutil.copy(file, file.with_name("copy"))
    file.with_name("copy").replace(file)


def delete_folder(file: Path) -> None:
    shutil.rmtree(file.parent)


@pytest.mark.parametrize(
    "fault", [delete, *(pytest.param(one, marks=pytest.mark.long) for one in (replace, delete_folder))]
)
def test_a_data_file_that_goes_is_told_and_written_anew(tmp_path: Path, fault) -> None:
    file = tmp_path / "data" / "sant-escape.sqlite3"
    with led(tmp_path / "data", "fr") as program:
        program.begin()
        program.solve(puzzle="P1")
        before = program.state()
        begun = time.monotonic()
        fault(file)
        seen = told(program, "trouble", begun)
        assert "supprimé ou remplacé" in seen["banners"]["trouble"]
        assert seen["phase"] == "playing"
        program.note(text="afterwards")
        program.banner(ident="trouble", action="retry")
        seen = program.until(lambda seen: "trouble" not in seen["banners"])
        assert seen["kinds"][: len(before["kinds"])] == before["kinds"]
        assert "NoteAdded" in seen["kinds"]
        assert program.stored() == seen["kinds"]
        assert file.is_file()


@pytest.mark.long
def test_a_lost_data_file_can_be_left_unsaved(tmp_path: Path) -> None:
    with led(tmp_path / "data", "fr") as program:
        program.begin()
        (tmp_path / "data" / "sant-escape.sqlite3").unlink()
        told(program, "trouble")
        program.banner(ident="trouble", action="unsaved")
        program.note(text="sans filet")
        seen = program.state()
        assert "WentUnsaved" in seen["kinds"]
        assert seen["kinds"][-1] == "NoteAdded"
        assert seen["buttons"]["trouble"] == ["retry", "folder"]
        program.banner(ident="trouble", action="retry")
        seen = program.until(lambda seen: "trouble" not in seen["banners"])
        assert program.stored() == seen["kinds"]


@pytest.mark.long
def test_a_folder_that_becomes_read_only_stops_no_game(tmp_path: Path) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere")
    data = tmp_path / "data"
    before = () if os.geteuid() else ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    with led(data, "fr", before=before) as program:
        program.begin()
        for path in (data, *data.iterdir()):
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            program.note(text="guarded")
            program.solve(puzzle="P1")
            seen = program.state()
            assert "trouble" in seen["banners"] or program.stored() == seen["kinds"]
            assert seen["phase"] == "playing"
        finally:
            for path in (data, *data.iterdir()):
                path.chmod(0o755 if path.is_dir() else 0o644)
        if "trouble" in seen["banners"]:
            program.banner(ident="trouble", action="retry")
            seen = program.until(lambda seen: "trouble" not in seen["banners"])
        assert {"NoteAdded", "PuzzleSolved"} <= set(seen["kinds"])
        assert program.stored() == seen["kinds"]
