"""The console in its states, to look at: python -m tests.ui.console.gallery DIR fr light 1366x768 [STATE]."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from kit_app.assets import resources_dir
from kit_app.ui.common.fonts import load_fonts
from kit_app.ui.common.theme import apply_theme
from tests.ui.console.evening import Evening
from tests.ui.fitting import misfits


def idle(one: Evening) -> None:
    """Nothing yet."""


def pitch(one: Evening) -> None:
    one.click("next-step-other")


def playing(one: Evening) -> None:
    """11:20 into the game, P5 is stuck."""
    one.click("next-step")
    one.wait(220)
    one.solve("P1")
    one.wait(260)
    one.solve("P8")
    one.wait(10)
    one.solve("P2")
    one.wait(190)


def paused(one: Evening) -> None:
    playing(one)
    one.click("pause")


def gap(one: Evening) -> None:
    playing(one)
    one.clock.advance(180_000)
    one.live.tick()


def trouble(one: Evening) -> None:
    playing(one)
    one.fill_disk()


def portal(one: Evening) -> None:
    playing(one)
    one.solve("P9", "P5", "P6", "P7", "P3", "P4")
    one.console.puzzles.desk.fields.edits["account"].setText("ZEPHINORD")
    one.type_answer("K7Q4")


def card(one: Evening) -> None:
    playing(one)
    one.type_answer(one.live.conductor.setup.cards[4].code)


def message(one: Evening) -> None:
    playing(one)
    one.click("message")
    one.console.say.composer.edit.setText("La table du fond : lisez le registre à voix haute.")


def keys(one: Evening) -> None:
    playing(one)
    one.click("keys")


def locked(one: Evening) -> None:
    playing(one)
    one.click("note-1")
    one.click("lock")


def noted(one: Evening) -> None:
    paused(one)
    one.click("away")
    for number in (1, 3):
        one.click(f"note-{number}")


def guided(one: Evening) -> None:
    playing(one)
    one.wait(2100)
    one.wait(20)


def closing(one: Evening) -> None:
    guided(one)
    one.solve("P12")


def ended(one: Evening) -> None:
    closing(one)
    one.click("next-step")


STATES: tuple[Callable[[Evening], None], ...] = (
    *(idle, pitch, playing, paused, gap, trouble, portal, card, message, keys, locked, noted),
    *(guided, closing, ended),
)  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    language, theme = sys.argv[2:4]
    size = tuple(int(number) for number in sys.argv[4].split("x"))
    wanted = sys.argv[5:]
    app = QApplication([])
    load_fonts(resources_dir() / "fonts")
    apply_theme(app, theme)
    words = QTranslator(app)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    for state in STATES:
        if wanted and state.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory() as data:
            one = Evening(Path(data) / "data", language, ("Les Indiscrets", "Les Fouineurs"))
            one.start()
            one.console.showNormal()
            one.console.resize(1366, 768)
            app.processEvents()
            state(one)
            one.live.tick()
            one.console.resize(*size)
            app.processEvents()
            for problem in misfits(one.console):
                print(state.__name__, problem)
            one.console.grab().save(str(folder / f"{state.__name__}-{language}-{theme}-{size[0]}.png"))
            one.close()


if __name__ == "__main__":
    main()
