"""Makes docs/pictures/screens, at four sizes and two scales: python -m tests.screens [FOLDER].

Each scale is a process of its own, since Qt reads it once.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.assets import resources_dir
from kit_app.game.commands import StartRun
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.dress import speak
from kit_app.ui.places import step
from kit_app.ui.player.window import PlayerWindow
from tests.conftest import SCREENS
from tests.pictures import with_few_colours
from tests.ui.console import gallery
from tests.ui.console.evening import Evening
from tests.ui.console.evening_of_teams import EveningOfTeams
from tests.ui.fitting import settled
from tests.ui.pages import opened_window
from tests.ui.shell import services_in

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures" / "screens"
SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
SCALES = (1, 2)
LARGE = (1366, 768)
LEAST_WIDTH, LEAST_FOR_TEAMS = 600, 512
LABELS = {
    "fr": ("Les Indiscrets", "Les Fouineurs", "Les Rotatives", "Les Pies"),
    "en": ("The Nosy Ones", "The Snoops", "The Presses", "The Magpies"),
}


class Camera:
    """Keeps pictures of windows of one language at one scale."""

    def __init__(self, folder: Path, language: str, scale: int) -> None:
        self.folder, self.language, self.scale = folder, language, scale

    def sizes(self, least: int) -> Iterator[tuple[int, int]]:
        """The sizes of the screen in pixels that are at least so wide at this scale."""
        for width, height in SIZES:
            if width // self.scale >= least:
                yield width, height

    def take(
        self, name: str, window: QWidget, resize: Callable[[int, int], None], least: int = LEAST_WIDTH
    ) -> None:
        """A picture at each size."""
        for width, height in self.sizes(least):
            for _ in range(2):  # parts that fold let the window become smaller still
                resize(width // self.scale, height // self.scale)
                settled(window)
            buffer = QBuffer()
            buffer.open(QBuffer.OpenModeFlag.WriteOnly)
            window.grab().save(buffer, "PNG")
            picture = Image.open(BytesIO(bytes(buffer.data()))).convert("RGB")
            if picture.size != (width, height):
                raise ValueError(f"{name} is {picture.size}, not {width} × {height}")
            file = f"{name}-{width}x{height}-{100 * self.scale}-{self.language}.png"
            with_few_colours(picture).save(self.folder / file, optimize=True)

    def take_console(self, one: Evening, name: str, least: int = LEAST_WIDTH) -> None:
        one.console.toast.leave()
        self.take(name, one.console, one.console.resize, least)

    def take_player(self, one: Evening, name: str) -> None:
        """The players' screen knows no scale: it fills its display."""
        if self.scale > 1:
            return
        window = PlayerWindow()
        window.show_view(one.live.room.screens()[0].player)
        window.show()
        self.take(name, window, window.resize)
        window.hide()
        window.deleteLater()


def one_team(camera: Camera, data: Path) -> None:
    """The console in the middle of a game, and what its players see on the way."""
    one = Evening(data, camera.language, LABELS[camera.language][:1])
    one.start()
    one.console.showNormal()
    one.console.resize(*LARGE)
    camera.take_player(one, "player-idle")
    gallery.playing(one)
    camera.take_console(one, "console")
    one.click("next-step" if one.console.say.next_step.primary.isVisible() else "strip-act")
    camera.take_player(one, "player-hint")
    one.wait(2100)
    one.wait(20)
    camera.take_player(one, "player-red-screen")
    one.close()


def four_teams(camera: Camera, data: Path) -> None:
    """Four teams at once, one of them stuck."""
    one = EveningOfTeams(data, camera.language, LABELS[camera.language])
    one.start()
    one.live.ask_of(StartRun())
    one.wait(200)
    for team in (1, 2, 3, 4):
        one.solve_for(team, "P1")
    one.wait(240)
    one.solve_for(1, "P2", "P8")
    one.solve_for(3, "P2", "P3", "P5")
    one.solve_for(4, "P8")
    one.wait(200)
    one.console.showNormal()
    camera.take_console(one, "teams", LEAST_FOR_TEAMS)
    one.close()


def before_the_game(camera: Camera, data: Path) -> None:
    """What is checked before the start."""
    with services_in(data) as services:
        window, coming, _played = opened_window(services, camera.language, (1366, 768))
        window.go(step("play", coming))
        camera.take("before-the-game", window, window.resize)
        window.close()


def take_all(folder: Path, scale: int) -> None:
    """Every picture of one scale."""
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    QApplication(["screens"])
    load_fonts(resources_dir() / "fonts")
    with tempfile.TemporaryDirectory() as data:
        for language in ("en", "fr"):
            apply_theme(QApplication.instance(), "light")
            speak(language)
            camera = Camera(folder, language, scale)
            for part in (one_team, four_teams, before_the_game):
                part(camera, Path(data) / language / part.__name__)


def main(arguments: list[str]) -> int:
    """One process a scale."""
    named = [one for one in arguments if not one.startswith("scale=")]
    folder = Path(named[0]) if named else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    mine = next((int(one.partition("=")[2]) for one in arguments if one.startswith("scale=")), 0)
    if mine:
        take_all(folder, mine)
        return 0
    for scale in SCALES:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS}",
            "QT_SCALE_FACTOR": str(scale),
        }
        command = [sys.executable, "-m", "tests.screens", str(folder), f"scale={scale}"]
        subprocess.run(command, env=environment, check=True, cwd=ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
