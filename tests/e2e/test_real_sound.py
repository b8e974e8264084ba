"""Sounds on a real sound server: heard, silent when the loudspeaker goes, heard again on the next one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
RATE = 22_050
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
    (line,) = [line for line in pactl("list", "short", "modules").splitlines() if "null-sink" in line]
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
    try:
        version("PySide6_Addons")
    except PackageNotFoundError:
        return "the optional part for sounds is not installed"
    return ""


pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(why_not()), reason=why_not())]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A sound server of its own with one loudspeaker that nobody hears; the environment to reach it."""
    tmp_path.chmod(0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}
    loaded = ("-L", "module-native-protocol-unix", "-L", "module-null-sink sink_name=one")
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


def test_a_game_is_heard_whatever_happens_to_the_loudspeaker(server: dict[str, str]) -> None:
    recording = ["parec", "--device=one.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"]
    recorder = subprocess.Popen(recording, env=server, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    played = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
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
