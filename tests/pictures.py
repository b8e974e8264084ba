"""Pictures of the real program for the guide and for docs: python -m tests.pictures [FOLDER]."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kit_app.domain.facility import Facility
from kit_app.domain.plan import TeamPlan
from kit_app.domain.settings import Settings
from kit_app.services.changed import Changed
from kit_app.services.simulate import simulate_run
from kit_app.ui.common.when import local_moment
from kit_app.ui.day.plan_dialog import PlanDayDialog
from kit_app.ui.places import LEARNING, QUESTIONNAIRES, RESULTS, SHELF, Where, step
from tests.conftest import SCREENS
from tests.e2e.person import Mouse
from tests.fakes import WALL_START_MS, FakeClock
from tests.unit.services.preflight.computers import WELL
from tests.unit.services.sheets import fill

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
GUIDE = ROOT / "resources" / "help" / "pictures"
OF_THE_GUIDE = (
    *("prepare", "plan-a-day", "print-desk", "before-the-game", "console", "player-hint"),
    *("debrief", "learning", "results", "results-all"),
)
"""What the guide shows lies beside it, as WebP without loss, which is smaller: the program carries it."""
COLOURS = 256
LENIENT = 8  # times as patient as tests are: a busy machine may make pictures too
DAY_MS = 86_400_000
WORDS = {
    "fr": {
        "tonight": ("Unités B et C", "Salle Camélia", ("Les Indiscrets", "Les Fouineurs")),
        "later": (
            ("Accueil des internes", "Amphithéâtre", 2, ("Les Curieux",)),
            ("Équipe de nuit", "Salle Iris", 9, ("Les Veilleurs", "Les Couche-tard")),
            ("Bureau des entrées", "", 16, ("Les Guichets",)),
        ),
        "before": ("Cadres de santé", "Salle Camélia", ("Les Scoops", "Les Manchettes")),
        "message": "Regardez aussi le verso.",
    },
    "en": {
        "tonight": ("Units B and C", "Camellia room", ("The Nosy Ones", "The Snoops")),
        "later": (
            ("New residents", "Lecture hall", 2, ("The Curious",)),
            ("Night shift", "Iris room", 9, ("The Wakeful", "The Late Ones")),
            ("Admissions desk", "", 16, ("The Counters",)),
        ),
        "before": ("Ward managers", "Camellia room", ("The Scoops", "The Headlines")),
        "message": "Look at the back, too.",
    },
}


class Patience:
    """Runs the program until something is so."""

    def waitUntil(self, is_so: Callable[[], bool], timeout: int) -> None:
        loop, poll, end = QEventLoop(), QTimer(), QTimer()
        poll.timeout.connect(lambda: loop.quit() if is_so() else None)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        poll.start(5)
        end.start(timeout * LENIENT)
        if not is_so():
            loop.exec()
        if not is_so():
            raise TimeoutError


def keep(picture: Image.Image, place: Path) -> None:
    """Write a picture with few colours; how, its name says."""
    few = with_few_colours(picture)
    if place.suffix == ".webp":
        few.convert("RGB").save(place, lossless=True, method=6)
    else:
        few.save(place, optimize=True)


def with_few_colours(picture: Image.Image) -> Image.Image:
    """Its commonest colours exactly; the others, on the edges of signs, by the nearest of them."""
    pixels = np.asarray(picture).astype(np.uint32)
    packed = pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]
    numbers, place, count = np.unique(packed, return_inverse=True, return_counts=True)
    found = np.stack([numbers >> 16 & 255, numbers >> 8 & 255, numbers & 255], axis=1).astype(np.uint8)
    palette = found[np.argsort(count)[::-1][:COLOURS]]
    distance = np.abs(found[:, None, :].astype(np.int16) - palette[None, :, :]).sum(axis=2)
    nearest = distance.argmin(axis=1).astype(np.uint8)
    few = Image.fromarray(nearest[place.reshape(-1)].reshape(packed.shape))
    few.putpalette(palette.flatten().tolist())
    return few


class Album:
    """A facilitator's evening in one language, with pictures on the way."""

    def __init__(self, folder: Path, guide: Path, data: Path, language: str, theme: str = "light") -> None:
        self.folder = folder
        self.guide = guide
        self.theme = theme
        self.language = language
        self.suffix = language if theme == "light" else f"{language}-{theme}"
        self.words = WORDS[language]
        facility = {"fr": "Hôpital de Brévalon", "en": "Brévalon Hospital"}[language]
        settings = replace(Settings(), language=language, theme=theme, materials_language=language)
        self.person = Mouse(Patience(), data, FakeClock(), settings)
        self.person.open_program()
        self.person.services.profile.save(Facility(name=facility))
        self.session = self.fill()
        self.person.main.on_changed(Changed(settings=True, sessions=True))
        self.person.main.go(Where("home"))

    def fill(self) -> str:
        """Sessions to come, one that was played; the id of tonight's."""
        name, room, labels = self.words["before"]
        before = self.plan(name, room, -7, labels, "14:00")
        for team in (1, 2):
            simulate_run(
                self.person.services.runs,
                self.person.services.results,
                before,
                team,
                f"picture {team}",
                WALL_START_MS - 7 * DAY_MS,
            )
        for name, room, days, labels in self.words["later"]:
            self.plan(name, room, days, labels, "14:00")
        name, room, labels = self.words["tonight"]
        return self.plan(name, room, 0, labels, "19:00")

    def plan(self, name: str, room: str, days: int, labels: tuple[str, ...], hour: str) -> str:
        services = self.person.services
        day = local_moment(self.person.clock.wall_ms()).date() + timedelta(days)
        draft = services.sessions.draft(facility=services.profile.facility.name, language=self.language)
        teams = tuple(
            TeamPlan(number=number, label=label, size=7 - number) for number, label in enumerate(labels, 1)
        )
        seed = f"{abs(days):032x}"
        plan = replace(draft, name=name, room=room, date=day.isoformat(), time=hour, teams=teams, seed=seed)
        return services.sessions.save(plan).plan.id

    def take(self, name: str, window: QWidget) -> None:
        """Keep a picture of a window, with as few colours as it needs."""
        QApplication.processEvents()
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        window.grab().save(buffer, "PNG")
        picture = Image.open(BytesIO(bytes(buffer.data()))).convert("RGB")
        if name in OF_THE_GUIDE and self.theme == "light":
            keep(picture, self.guide / f"{name}-{self.suffix}.webp")
        else:
            keep(picture, self.folder / f"{name}-{self.suffix}.png")

    def take_pages(self) -> None:
        """The pages before the game."""
        person = self.person
        self.take_lists()
        self.take_shelf()
        person.main.go(step("prepare", self.session))
        person.until(lambda: not person.main.prepare.is_reckoning)
        self.take("prepare", person.frame)
        person.main.go(step("print", self.session))
        page = person.main.page("print")
        person.until(lambda: page.save.isEnabled() and page.preview.is_settled())
        person.use(page.preview.forth)
        person.until(page.preview.is_settled)
        self.take("print-desk", person.frame)
        person.services.sessions.mark_printed(self.session, 1)
        person.main.go(step("play", self.session))
        play = person.main.page("play")
        play._computer = WELL
        play.check()
        person.until(lambda: not play.is_checking)
        self.take("before-the-game", person.frame)

    def take_lists(self) -> None:
        """The first page, all sessions, and a day that is planned like one of them."""
        person = self.person
        self.take("home", person.frame)
        person.main.go(Where("sessions"))
        self.take("sessions", person.frame)
        person.use(person.main.page("sessions").plan_day)
        dialog = person.main.findChild(PlanDayDialog)
        dialog.first.set_value("09:00")
        dialog.count.more.click()
        self.take("plan-a-day", dialog)
        dialog.reject()

    def take_shelf(self) -> None:
        """Posters and cards, a bulletin that was begun with an example, the spots."""
        person = self.person
        person.main.go(Where(SHELF))
        page = person.main.page(SHELF)
        person.until(page.view.waiting.isHidden)
        person.use(page.view.all)
        person.until(page.save.isEnabled)
        self.take("posters-cards", person.frame)
        page.show_part("alerts")
        alerts = page.view
        alerts.example.set_value(person.services.shelf.kit().bulletins[0].id)
        person.use(alerts.new)
        person.until(page.save.isEnabled)
        person.until(lambda: alerts.preview.is_settled())
        self.take("alert-bulletin", person.frame)
        page.show_part("spots")
        page.view.preview.turn(2)
        self.take("spots", person.frame)

    def play_to_the_stuck_puzzle(self) -> None:
        """11:20 into the game, P5 is stuck."""
        person = self.person
        person.main.open_console(self.session, 1)
        self.take_player("idle")
        person.use("next-step")
        for seconds, puzzle in ((220, "P1"), (260, "P8"), (10, "P2")):
            person.wait(seconds)
            person.answer(self.right(puzzle))
        person.wait(190)
        self.take("console", person.console)

    def take_player(self, name: str) -> None:
        self.take(f"player-{name}", self.person.player)

    def right(self, puzzle: str) -> str:
        return self.person.setup.puzzle(puzzle).answer

    def play_to_the_end(self) -> None:
        """The player screen on the way."""
        person = self.person
        person.use("next-step")
        person.wait(20)
        self.take_player("hint")
        for puzzle in ("P5", "P3", "P4", "P6", "P9", "P7"):
            person.wait(150)
            person.answer(self.right(puzzle))
        person.wait(60)
        fields = {field.key: field.answer for field in person.setup.puzzle("P10").fields}
        person.answer_field("portal", fields["portal"])
        person.answer_field("account", fields["account"])
        self.take_player("portal")
        person.answer_field("password", fields["password"])
        person.wait(200)
        person.answer(self.right("P11"))
        person.wait(30)
        self.take_player("red-screen")
        person.wait(120)
        person.answer(self.right("P12"))
        self.take_player("front-page")
        person.use("next-step")
        person.use("next-step")

    def take_results(self) -> None:
        """The pages after the game."""
        person = self.person
        person.until(person.frame.isVisible)
        person.main.page("debrief").go_to(8)  # the slide of a path
        self.take("debrief", person.frame)
        fill(person.services, self.session)
        for page in (QUESTIONNAIRES, LEARNING):
            person.main.go(Where(page, self.session))
            self.take(page, person.frame)
        person.main.go(step("run-results", self.session))
        self.take("results", person.frame)
        person.main.go(Where(RESULTS))
        person.main.page(RESULTS).filters.trials.click()  # the game of last week was played by the program
        self.take("results-all", person.frame)


def light(folder: Path, guide: Path, data: Path, language: str) -> None:
    """Every picture of one language."""
    album = Album(folder, guide, data, language)
    album.take_pages()
    album.play_to_the_stuck_puzzle()
    album.play_to_the_end()
    album.take_results()
    album.person.close_program()


def dark(folder: Path, guide: Path, data: Path, language: str) -> None:
    """The console, where a dark room wants it."""
    album = Album(folder, guide, data, language, "dark")
    album.play_to_the_stuck_puzzle()
    album.person.close_program()
    (folder / f"player-idle-{album.suffix}.png").unlink()  # the players' screen has one look only


def main(arguments: list[str]) -> int:
    """Make them all, in their places or in a folder to compare."""
    folder, guide = (Path(arguments[0]),) * 2 if arguments else (FOLDER, GUIDE)
    for place in (folder, guide):
        place.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    app = QApplication(["pictures"])
    with tempfile.TemporaryDirectory() as data:
        for language in WORDS:
            light(folder, guide, Path(data) / language, language)
        dark(folder, guide, Path(data) / "dark", "fr")
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
