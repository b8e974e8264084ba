"""Pictures of a played game for the sample: the real console and player screen, drawn out of sight."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.assets import resources_dir
from kit_app.i18n import Catalogue
from kit_app.services.conductor import Screens
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.dress import speak
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PlayerView

CONSOLE_FILE, PLAYER_FILE, END_FILE = "console.png", "player.png", "end.png"
_CONSOLE, _PROJECTOR = QSize(1366, 768), QSize(1920, 1080)
_ROUNDS = 5


class About(NamedTuple):
    """What the console says of a run besides its view: the variant's name, when it started."""

    variant: str
    started_wall_ms: int


def grab_pictures(
    folder: Path, t: Catalogue, about: About, *, middle: Screens, hint: PlayerView, end: PlayerView
) -> tuple[Path, ...]:
    """Write the console in the `middle` of the game, a `hint` and the `end` on the player screen.

    `t` speaks the language of the console.
    """
    app = QApplication.instance() or QApplication(["", "-platform", "offscreen"])
    if not isinstance(app, QApplication):
        return ()
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    speak(t.language)
    folder.mkdir(parents=True, exist_ok=True)
    return (
        _console(folder / CONSOLE_FILE, t, about, middle),
        _player(folder / PLAYER_FILE, hint),
        _player(folder / END_FILE, end),
    )


def _console(path: Path, t: Catalogue, about: About, screens: Screens) -> Path:
    miniature = PlayerWindow()
    window = ConsoleWindow(t, miniature)
    started = about.started_wall_ms
    window.page.show_run(about.variant, "", "")
    window.page.show_start(started)
    window.show_kept(started + screens.console.played_ms, is_kept=True)
    window.now.show_screen_state(t("Projected"), "ok")
    window.show_view(screens.console)
    miniature.show_view(screens.player)
    _grab(window, _CONSOLE, path)
    window.close_for_good()
    return path


def _player(path: Path, view: PlayerView) -> Path:
    window = PlayerWindow()
    window.show_view(view)
    _grab(window, _PROJECTOR, path)
    window.close_for_good()
    return path


def _grab(window: QWidget, size: QSize, path: Path) -> None:
    """Draw a window once its layout has settled."""
    window.resize(size)
    window.show()
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    window.grab().save(str(path))
