"""Looks at the computer each second while a console is open, and says in a banner what went wrong since."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from kit_app.domain.plan import SessionPlan
from kit_app.game.commands import NoticeTrouble
from kit_app.i18n import Catalogue
from kit_app.services.preflight.asking import THIS, Computer
from kit_app.services.preflight.computer import no_loudspeaker
from kit_app.services.preflight.finding import Finding
from kit_app.services.preflight.later import (
    CLOCK_JUMP_MS,
    Reading,
    awake_lost,
    clock_jumped,
    look,
    stricter_lock,
)
from kit_app.services.services import Services
from kit_app.system.idle import IdlePolicy
from kit_app.system.sleep import KeepAwake
from kit_app.ui.background import Progress, Task, run
from kit_app.ui.common.banner import BannerKind, BannerStack
from kit_app.ui.projector import Place

LOOK_MS = 1_000
SOUND_GONE = "sound-gone"
"""Told to the journals by those who play the sounds, at once; here it only gets its banner."""

_LOCK_EVERY = 30
_CLOCK_STANDS_MS = 60_000
"""So long a jump of the clock is told; then the new time is taken as right."""

_OF_SCREENS: dict[Place, str] = {
    "gone": "projector-gone",
    "mirrored": "mirrored",
    "swapped": "projector-swapped",
    "taken": "projector-taken",
}


class Around(NamedTuple):
    """What the watch needs of a console: where players look, what they hear, what holds sleep off."""

    place: Callable[[], Place]
    has_sound: Callable[[], bool]
    awake: KeepAwake
    is_game_on: Callable[[], bool]


class Watch(QObject):
    """`noticed(NoticeTrouble)` is for the journals; `displays_changed()` when a copied picture came or went.

    What may take time is read by a worker, one at a time; here only values are compared.
    """

    noticed = Signal(object)
    displays_changed = Signal()

    def __init__(self, services: Services, banners: BannerStack, t: Catalogue, owner: QObject) -> None:
        super().__init__(owner)
        self.computer: Computer = THIS
        self._services = services
        self._plan: SessionPlan | None = None
        self._banners = banners
        self._t = t
        self._around: Around | None = None
        self._reading: Reading | None = None
        self._rules: IdlePolicy | None = None
        self._lock: Finding | None = None
        self._looks = 0
        self._was_awake = False
        self._had_sound = False
        self._task: Task | None = None
        self._offset_ms = 0
        self._jumped_at: int | None = None
        self._shown: dict[str, Finding] = {}
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, plan: SessionPlan, around: Around) -> None:
        """Look now and then each second, while a game of this session is led."""
        self._plan = plan
        self._around = around
        self._offset_ms = self._offset()
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._around = None

    def look(self) -> None:
        """A second has passed."""
        if self._around is None or self._plan is None:
            return
        self._show()
        if self._task is None:
            self._ask(self._plan)

    def _ask(self, plan: SessionPlan) -> None:
        computer, folder, t = self.computer, self._services.folder, self._t
        rules, is_lock_due = self._rules, self._looks % _LOCK_EVERY == 0
        self._looks += 1

        def work(_progress: Progress) -> tuple[Reading, Finding | None, IdlePolicy | None]:
            reading = look(computer, folder, t)
            if not is_lock_due:
                return reading, None, None
            return reading, *stricter_lock(computer, plan, rules or computer.idle(), t)

        task = Task(work, self)
        self._task = task
        task.succeeded.connect(self._take)
        task.ended.connect(self._end)
        run(task)

    def _end(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None

    def _take(self, found: tuple[Reading, Finding | None, IdlePolicy | None]) -> None:
        before, (self._reading, lock, rules) = self._reading, found
        if rules is not None:
            self._lock = lock
            self._rules = self._rules or rules
        if before is not None and before.is_mirroring != self._reading.is_mirroring:
            self.displays_changed.emit()
        if self._around is not None:
            self._show()

    def _amiss(self, around: Around) -> dict[str, Finding]:
        """By id, what is amiss now and is said here."""
        amiss = dict(self._reading.amiss) if self._reading is not None else {}
        if self._lock is not None:
            amiss["lock"] = self._lock
        if self._is_sleepy(around.awake):
            amiss["awake-lost"] = awake_lost(self._t)
            around.awake.start()
        self._had_sound = self._had_sound or around.has_sound()
        if self._had_sound and not around.has_sound():
            amiss[SOUND_GONE] = no_loudspeaker(self.computer, self._t)
        jump_ms = self._jump()
        if jump_ms:
            amiss["clock-jumped"] = clock_jumped(jump_ms, self._t)
        return amiss

    def _is_sleepy(self, awake: KeepAwake) -> bool:
        """Whether sleep was held off for a second at least, and is no more."""
        self._was_awake = self._was_awake or (self._looks > 1 and not awake.is_lost)
        return self._was_awake and awake.is_lost

    def _offset(self) -> int:
        clock = self._services.clock
        return clock.wall_ms() - clock.steady_ms()

    def _jump(self) -> int:
        """By how much the wall clock was set lately; 0 when it was not."""
        by_ms = self._offset() - self._offset_ms
        if abs(by_ms) < CLOCK_JUMP_MS:
            self._jumped_at = None
            return 0
        now = self._services.clock.steady_ms()
        self._jumped_at = self._jumped_at or now
        if now - self._jumped_at < _CLOCK_STANDS_MS:
            return by_ms
        self._offset_ms, self._jumped_at = self._offset(), None
        return 0

    def _show(self) -> None:
        around = self._around
        if around is None:
            return
        amiss = self._amiss(around)
        for what in self._shown.keys() - amiss.keys():
            self._banners.remove(f"watch-{what}")
        for what, finding in amiss.items():
            if self._shown.get(what) != finding:
                kind: BannerKind = "danger" if finding.level == "danger" else "warn"
                self._banners.show_banner(f"watch-{what}", kind, finding.sentence)
        self._shown = amiss
        place = _OF_SCREENS.get(around.place())
        self._note({*amiss, *((place,) if place else ())} - {SOUND_GONE}, around)

    def _note(self, amiss: set[str], around: Around) -> None:
        """Tell the journals of a game what began and what is over."""
        if not around.is_game_on():
            return
        for what in sorted(amiss - self._told):
            self.noticed.emit(NoticeTrouble(what=what))
        for what in sorted(self._told - amiss):
            self.noticed.emit(NoticeTrouble(what=what, is_over=True))
        self._told = amiss
