"""From the click on *show the hint* until it is on the disk and on both screens, against painting alone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from benchmarks.processes import busy_cores
from benchmarks.rows import Row, median, percentile
from benchmarks.stage import Stage, stage
from kit_app.game import commands as c
from kit_app.services.conductor import Screens
from kit_app.ui.player.window import PlayerWindow

REPETITIONS = 300
ROOM = 6
DIGITS_PX = 420
EVENT = '{"puzzle":"P1","level":1,"cost_ms":0,"joker":false,"again":false}'


class Painted(QObject):
    """Whether a widget was painted since it was last asked about."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.has_been = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.has_been = True
        return False

    def wait(self) -> None:
        """Let events happen until it is painted, and everything else that waits."""
        while not self.has_been:
            QApplication.processEvents()
        QApplication.processEvents()


class Disk:
    """The disk's own share: a row of an event's size, committed as the journal does, in the same folder."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "disk-alone.sqlite3", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, data TEXT NOT NULL)")

    def commit(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO rows (data) VALUES (?)", (EVENT,))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


class Acts:
    """The ways that are compared. Each call changes both screens once and returns when they are painted."""

    def __init__(self, on: Stage) -> None:
        self._live = on.live
        self._hints = on.live.console.say.puzzle.hints
        self._ticks = self._timer()
        self._card = Painted(on.live.player.card)
        self._sheet = Painted(self._page())
        self.disk = Disk(on.folder)
        self.without = on.live.room.screens()[0]
        self.click()
        self.with_hint = on.live.room.screens()[0]
        self.take_back()
        self._label, self._label_painted = self._bare_label(on)
        self._count = 0

    def _page(self) -> QWidget:
        player = self._live.player
        page = player.sheet if isinstance(player, PlayerWindow) else None
        if page is None:
            raise RuntimeError("the player screen is black")
        return page

    def _timer(self) -> QTimer:
        found = self._live.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found is None:
            raise RuntimeError("nothing ticks")
        return found

    def click(self) -> None:
        """The real thing: decided, on the disk, shown."""
        self._card.has_been = False
        QTest.mouseClick(self._hints.give, Qt.MouseButton.LeftButton)
        self._card.wait()

    def take_back(self) -> None:
        self._sheet.has_been = False
        QTest.mouseClick(self._hints.withdraw, Qt.MouseButton.LeftButton)
        self._sheet.wait()

    def paint(self) -> None:
        """The same change of both windows, without deciding and storing; no tick until `unpaint`.

        A tick would show what the run says instead, and nothing would be painted any more.
        """
        self._ticks.stop()
        self._card.has_been = False
        self._show(self.with_hint)
        self._card.wait()

    def unpaint(self) -> None:
        self._sheet.has_been = False
        self._show(self.without)
        self._sheet.wait()
        self._ticks.start()

    def _show(self, screens: Screens) -> None:
        self._live.console.show_view(screens.console)
        self._live.player.show_view(screens.player)
        self._live.miniature.show_view(screens.player)

    def _bare_label(self, on: Stage) -> tuple[QLabel, Painted]:
        label = QLabel("0")
        face = QFont()
        face.setPixelSize(DIGITS_PX)
        label.setFont(face)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setGeometry(on.live.player.geometry())
        label.show()
        on.app.processEvents()
        return label, Painted(label)

    def paint_label(self) -> None:
        """A plain label as large as the projector's picture."""
        self._count += 1
        self._label_painted.has_been = False
        self._label.setText(f"{self._count % 3600 / 60:05.2f}")
        self._label_painted.wait()


def any_acts() -> Iterator[c.Command]:
    """What a facilitator does in turn, each followed by its return, so that a game never ends."""
    while True:
        yield c.GiveHint(puzzle="P1", level=1)
        yield c.WithdrawHint(puzzle="P1", level=1)
        yield c.ShowMessage(text="Regardez encore une fois vos cartes.")
        yield c.ClearMessage()
        yield c.EnterAnswer(text="XXXX", puzzle="P1")
        yield c.AddNote(tag="mutual-aid")
        yield c.SolvePuzzle(puzzle="P1")
        yield c.TakeBack()
        yield c.AdjustTime(minutes=1)
        yield c.AdjustTime(minutes=-1)
        yield c.BlackOut(on=True)
        yield c.BlackOut(on=False)
        yield c.CallAway()
        yield c.CallAway(is_back=True)


def room_rows(*, is_short: bool) -> list[Row]:
    """Any act of any of six teams while every core is busy, and the same windows painted whole."""
    times: dict[str, list[float]] = {"act": [], "act alone": [], "paint": [], "paint alone": []}
    with stage(teams=ROOM) as on, busy_cores():

        def paint() -> None:
            on.live.console.update()
            on.live.player.update()
            settle(on)

        rounds = islice(any_acts(), 14 if is_short else 70)
        for number, (command, team) in enumerate(product(rounds, range(1, ROOM + 1))):

            def act(command: c.Command = command, team: int = team) -> None:
                on.live.ask_of(command, team)
                settle(on)

            for name, way in (("act", act), ("paint", paint)):
                began = time.process_time()
                took = milliseconds(way)
                if number >= ROOM:
                    times[name].append(took)
                    times[f"{name} alone"].append((time.process_time() - began) * 1000)
    p99 = {name: percentile(values, 0.99) for name, values in times.items()}
    label = "any act of six teams → painted, every core busy"
    return [
        Row(metric=f"{label}, p99; both windows painted whole", unit="ms", ours=p99["act"],
            baseline=p99["paint"], goal="<= 50", judges="ours"),
        Row(metric="the same, median", unit="ms", ours=median(times["act"]), baseline=median(times["paint"])),
        Row(metric="the same, p99 of the processor time", unit="ms", ours=p99["act alone"],
            baseline=p99["paint alone"]),
    ]  # fmt: skip


def settle(on: Stage) -> None:
    """Let everything be painted that waits, and what follows from that."""
    on.app.processEvents()
    on.app.processEvents()


def milliseconds(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def rows(*, is_short: bool = False) -> list[Row]:
    """Every repetition does each way once; what is not measured puts the screens back."""
    times: dict[str, list[float]] = {"act": [], "paint": [], "disk": [], "label": []}
    with stage() as on:
        acts = Acts(on)
        for number in range((50 if is_short else REPETITIONS) + 5):
            act = milliseconds(acts.click)
            acts.take_back()
            paint = milliseconds(acts.paint)
            acts.unpaint()
            found = {
                "act": act,
                "paint": paint,
                "disk": milliseconds(acts.disk.commit),
                "label": milliseconds(acts.paint_label),
            }
            if number >= 5:
                for name, value in found.items():
                    times[name].append(value)
        acts.disk.close()
    p99 = {name: percentile(values, 0.99) for name, values in times.items()}
    commit = median(times["disk"])
    net = [value - commit for value in times["act"]]
    return [
        Row(metric="click → committed → painted, p99 less the disk's commit", unit="ms",
            ours=p99["act"] - commit, baseline=p99["paint"], goal="<= 1.3"),
        Row(metric="the same, median", unit="ms", ours=median(net), baseline=median(times["paint"])),
        Row(metric="the same, p99, to a plain full-screen label", unit="ms", ours=p99["act"] - commit,
            baseline=p99["label"]),
        Row(metric="the disk's own commit, median", unit="ms", ours=commit),
        *room_rows(is_short=is_short),
    ]  # fmt: skip
