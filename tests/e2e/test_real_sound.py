"""Sounds on a real sound server: heard, silent when the loudspeaker goes, heard again on the next one.

The optional part for sounds is added to a checkout of its own, as a person adds it.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kit_app.environment import folder_for, python_of
from tests.e2e.led import led, told

ROOT = Path(__file__).parents[2]
NEEDED = ("kit_app", "printables", "resources", "tests", "benchmarks", "main.py", "pyproject.toml")
RATE = 22_050
SETTLED_S = 3.0
"""After this the program has looked at the loudspeakers of a computer that it knows."""
PROGRAM = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication([])
from kit_app.assets import resources_dir
from kit_app.ui.sound import SoundPlayer

player = SoundPlayer()
player.take_cues({path.stem: path.read_bytes() for path in (resources_dir() / "sounds").glob("*.wav")})
player.volume = 100
said = []
player.lost.connect(lambda: said.append("lost"))

def pactl(*words):
    return subprocess.run(["pactl", *words], capture_output=True, text=True, check=True).stdout

def take_away():
    (line,) = [line for line in pactl("list", "short", "modules").splitlines() if "sink_name=one" in line]
    pactl("unload-module", line.split()[0])

def bring_back():
    pactl("load-module", "module-null-sink", "sink_name=two")

steps = [
    (500, lambda: said.append(player.play("start"))),
    (900, lambda: said.append(player.play("hint"))),
    (3_000, take_away),
    (4_000, lambda: said.append(player.play("end"))),
    (5_000, bring_back),
    (6_500, lambda: said.append(player.play("end"))),
    (8_500, app.quit),
]
for ms, step in steps:
    QTimer.singleShot(ms, step)
app.exec()
print(*said)
"""


def why_not() -> str:
    """Why no sound can be tried here, or nothing."""
    if sys.platform != "linux" or not all(map(shutil.which, ("pulseaudio", "pactl", "parec"))):
        return "pulseaudio is not here"
    return ""


pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(why_not()), reason=why_not())]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with an environment of its own, to which `main.py media` has added sounds."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in (*NEEDED, "requirements.lock", "requirements-media.lock"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    added = subprocess.run(
        [shutil.which("python3") or sys.executable, "main.py", "media"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert added.returncode == 0, added.stderr
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A sound server of its own with one loudspeaker that nobody hears; the environment to reach it."""
    tmp_path.chmod(0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    loaded = (
        "-L",
        "module-native-protocol-unix",
        "-L",
        "module-null-sink sink_name=one",
        "-L",
        "module-always-sink",
    )
    process = subprocess.Popen(
        ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", *loaded],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False).returncode:
        assert process.poll() is None, "pulseaudio does not start"
    yield environment
    process.terminate()
    process.wait()


def test_sounds_are_heard_whatever_happens_to_the_loudspeaker(server: dict[str, str], checkout: Path) -> None:
    recording = ["parec", "--device=one.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
    recorder = subprocess.Popen(recording, env=server, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    played = subprocess.run(
        [python_of(folder_for(checkout)), "-c", PROGRAM],
        cwd=checkout,
        env=server,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    recorder.terminate()
    heard = np.frombuffer(recorder.communicate()[0], "<i2") / 32_768

    assert played.stdout.split() == ["True", "False", "lost", "False", "True"], played.stderr
    assert 0.2 < np.abs(heard).max() < 0.9


def unplug(server: dict[str, str]) -> None:
    listed = subprocess.run(
        ["pactl", "list", "short", "modules"], env=server, capture_output=True, text=True, check=True
    )
    (sink,) = [line.split()[0] for line in listed.stdout.splitlines() if "sink_name=one" in line]
    subprocess.run(["pactl", "unload-module", sink], env=server, check=True)


def plug_in(server: dict[str, str]) -> None:
    sink = ["pactl", "load-module", "module-null-sink", "sink_name=two"]
    subprocess.run(sink, env=server, check=True, stdout=subprocess.DEVNULL)


def test_a_loudspeaker_that_goes_is_told_and_the_game_goes_on(
    server: dict[str, str], checkout: Path, tmp_path: Path
) -> None:
    with led(tmp_path / "data", "fr", server, checkout=checkout) as program:
        program.begin()
        program.solve(puzzle="P1")
        before = program.until(lambda seen: "watch-sound-gone" not in seen["banners"])
        time.sleep(SETTLED_S)
        begun = time.monotonic()
        unplug(server)
        gone = told(program, "watch-sound-gone", begun)
        assert "haut-parleur" in gone["banners"]["watch-sound-gone"]
        program.solve(puzzle="P2")
        later = program.until(lambda seen: seen["remaining_ms"] < before["remaining_ms"] - 1000)
        assert later["phase"] == "playing"
        assert "TroubleNoticed" in later["kinds"]
        plug_in(server)
        program.until(lambda seen: "watch-sound-gone" not in seen["banners"])
        assert program.stored().count("TroubleNoticed") == 2
