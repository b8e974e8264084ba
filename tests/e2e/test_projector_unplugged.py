"""The players' display comes and goes on a real display server: plug, show, unplug, replug, ten times."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZE = "3286x1080x24"
LAPTOP = ("--setmonitor", "laptop", "1366/361x768/203+0+0", "screen")
MISSING = [name for name in ("Xvfb", "xrandr") if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {' and '.join(MISSING)}")


@pytest.fixture
def display() -> Iterator[str]:
    """A display server of our own, as wide as laptop and projector together."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read, encoding="ascii") as answer:
        number = answer.readline().strip()
    try:
        assert number, "the display server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def played(display: str, folder: Path) -> list[dict]:
    """What the program said of each step."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run(["xrandr", *LAPTOP], env=environment, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.projector_play", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    if "could not connect to display" in done.stderr or "no Qt platform plugin" in done.stderr:
        pytest.skip("Qt's X11 libraries are missing on this computer")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_the_player_window_leaves_with_its_display_and_comes_back(display: str, tmp_path: Path) -> None:
    steps = played(display, tmp_path / "data")

    assert steps[0] == {"step": "alone", "place": "alone", "player": False}
    plugged = [step for step in steps if step["step"] == "plugged"]
    unplugged = [step for step in steps if step["step"] == "unplugged"]
    assert len(plugged) == len(unplugged) == 10
    assert all(step["back"] and step["area"] == [1366, 0, 1920, 1080] for step in plugged)
    assert not any(step["banner"] for step in plugged)
    assert all(step["gone"] and not step["player"] for step in unplugged)
    assert {step["tag"] for step in unplugged} == {"Débranché"}
    assert all("il reviendra tout seul" in step["banner"] for step in unplugged)
    end = steps[-1]
    assert end["running"]
    assert end["kinds"] == ["RunStarted"]
    assert end["covered"] == 0
