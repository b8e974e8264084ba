"""What the test of the unplugged projector runs on its own display server; prints one JSON line a step."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from tests.ui.console.evening import Evening

PLUG = ("--setmonitor", "projector", "1920/508x1080/285+1366+0", "none")
UNPLUG = ("--delmonitor", "projector")
MOST_MS = 5_000
ROUNDS = 10


def xrandr(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True, env=os.environ)


class Watch:
    """Notes every moment at which the player window is seen on the console's display."""

    def __init__(self, one: Evening) -> None:
        self.live = one.live
        self.covered = 0
        self.timer = QTimer()
        self.timer.setInterval(0)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        player, console = self.live.player, self.live.console
        if player.isVisible() and player.frameGeometry().intersects(console.screen().geometry()):
            self.covered += 1


def wait_until(claim) -> bool:
    """Run the event loop until the claim holds."""
    loop = QEventLoop()
    poll, end = QTimer(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if claim() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    poll.start(5)
    end.start(MOST_MS)
    if not claim():
        loop.exec()
    return claim()


def say(**facts) -> None:
    print(json.dumps(facts), flush=True)


def main() -> None:
    app = QApplication([])
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    one = Evening(Path(sys.argv[1]), "fr")
    one.live.start()
    one.click("next-step")
    live = one.live
    say(step="alone", place=live.projector.place, player=live.player.isVisible())
    watch = Watch(one)
    for number in range(ROUNDS):
        xrandr(*PLUG)
        is_back = wait_until(lambda: live.projector.place == "projected" and live.player.isVisible())
        area = live.player.geometry().getRect()
        banner = live.console.banners.banner("screen") is not None
        say(step="plugged", round=number, back=is_back, area=area, banner=banner)
        xrandr(*UNPLUG)
        is_gone = wait_until(lambda: live.projector.place == "gone" and len(QGuiApplication.screens()) == 1)
        shown = live.console.banners.banner("screen")
        say(
            step="unplugged",
            round=number,
            gone=is_gone,
            player=live.player.isVisible(),
            banner=shown.text if shown else "",
            tag=live.console.now.screen_state.text(),
        )
    say(step="end", covered=watch.covered, running=one.view.is_running, kinds=one.kinds())
    watch.timer.stop()
    one.close()


if __name__ == "__main__":
    main()
