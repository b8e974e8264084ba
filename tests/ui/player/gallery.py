"""Every state of the player screen at four sizes, to be looked at: python -m tests.ui.player.gallery DIR."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from kit_app.ui.player.window import PlayerWindow
from tests.ui.player.views import SIZES, STATES


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, "light")
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES:
        window = PlayerWindow()
        window.resize(width, height)
        window.show()
        for name, view in STATES.items():
            window.show_view(view)
            QApplication.processEvents()
            window.grab().save(str(folder / f"{name}-{width}.png"))
        window.close_for_good()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
