"""Nothing asks for the internet: a whole evening passes where one such wish would end the program."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.no_internet import is_possible

ROOT = Path(__file__).resolve().parent.parent.parent
ASK = "import socket; socket.socket(socket.{family}, socket.SOCK_STREAM).close()"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not is_possible(), reason="only Linux on known machines has this filter"),
]


def forbidden(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.e2e.no_internet", sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("family", "ends"), [("AF_INET", True), ("AF_INET6", True), ("AF_UNIX", False)])
def test_the_filter_ends_whoever_asks_for_the_internet(family: str, ends: bool) -> None:
    done = forbidden("-c", ASK.format(family=family))
    assert done.returncode == (-signal.SIGSYS if ends else 0), done.stderr


@pytest.mark.parametrize("evening", ["test_evening_by_mouse.py", "test_evening_by_keyboard.py"])
def test_a_whole_evening_asks_for_none(evening: str) -> None:
    """From the plan to the papers, the game, the talk and the results, in the real windows."""
    done = forbidden("-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", f"tests/e2e/{evening}")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "2 passed" in done.stdout


def test_everything_that_can_be_drawn_asks_for_none(tmp_path: Path) -> None:
    done = forbidden("-m", "kit_app", "demo", "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "out" / "results.pdf").is_file()
