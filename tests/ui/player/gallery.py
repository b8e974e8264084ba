"""All pages of the player screen in both languages at four sizes, to be looked at, and walls of teams.

python -m tests.ui.player.gallery DIR [night | high-contrast | facility]
"""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.domain.facility import Facility
from kit_app.domain.settings import PlayerLook
from kit_app.services.player_look import player_colours
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.player.wall import Arrangement, PlayerWall
from kit_app.ui.player.window import PlayerWindow
from kit_app.views.player import PlayerColours, PlayerView
from tests.ui.player.pages import pages
from tests.ui.player.views import EXTREMES, LABEL, SIZES, STATES

FACILITY = Facility(screen_ground="#00403A", screen_marker="#F7D046")
LOOKS: tuple[PlayerLook, ...] = ("night", "high-contrast", "facility")
LABELS = ("Les Indiscrets", "Les Fouineurs", LABEL, "Les Scoops", "Les Unes", "Nuit")
ARRANGEMENTS: tuple[Arrangement, ...] = ("split", "clocks")


def main(folder: Path, look: PlayerLook) -> None:
    app = QApplication.instance() or QApplication([])
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    folder.mkdir(parents=True, exist_ok=True)
    colours = player_colours(look, FACILITY)
    books = {language: pages(language) for language in ("fr", "en")} | {"long": EXTREMES}
    for width, height in SIZES:
        window = PlayerWindow()
        window.set_colours(colours)
        window.resize(width, height)
        window.show()
        for book, views in books.items():
            for name, view in views.items():
                window.show_view(view)
                QApplication.processEvents()
                window.grab().save(str(folder / f"{name}-{book}-{width}.png"))
        window.close_for_good()
        walls(folder, (width, height), colours)


def walls(folder: Path, size: tuple[int, int], colours: PlayerColours) -> None:
    """Two to six teams in every state, in both arrangements."""
    names = ("play", "hint", "five", "pause", "portal-locked", "red")
    teams = tuple(_team(STATES[name], number) for number, name in enumerate(names, start=1))
    for arrangement in ARRANGEMENTS:
        for count in (2, 3, 4, 6):
            wall = PlayerWall()
            wall.set_colours(colours)
            wall.resize(*size)
            wall.set_arrangement(arrangement)
            wall.show()
            wall.show_views(teams[:count])
            QApplication.processEvents()
            wall.grab().save(str(folder / f"wall-{arrangement}-{count}-{size[0]}.png"))
            wall.close_for_good()


def _team(view: PlayerView, number: int) -> PlayerView:
    left = view.remaining_ms - 61_000 * number
    return replace(view, team=LABELS[number - 1], team_number=number, remaining_ms=max(0, left))


if __name__ == "__main__":
    chosen = sys.argv[2] if len(sys.argv) > 2 else "night"
    main(Path(sys.argv[1]), next(look for look in LOOKS if look == chosen))
