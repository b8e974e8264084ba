"""What the facilitator reads of keeping: when all was kept, a store that refuses, time away. No rule here."""

from kit_app.game.events import GapNoticed
from kit_app.i18n import Catalogue
from kit_app.services.conductor import Conductor
from kit_app.services.room import Room
from kit_app.ui.console.window import ConsoleWindow
from kit_app.ui.console.wording import stretch, to_the_second

TROUBLE, GAP = "trouble", "gap"


class Keeping:
    """The banners of a room's store and of its one question about time away."""

    def __init__(self, t: Catalogue, console: ConsoleWindow) -> None:
        self._t = t
        self._console = console
        self._kept: object = None

    def forget(self) -> None:
        """Another room is shown."""
        self._kept = None

    def show(self, room: Room) -> None:
        """Say when all was kept; a banner stays while the store refuses or nothing is kept."""
        t = self._t
        self._show_time(room)
        banners = self._console.banners
        if room.trouble is None and room.is_saving:
            if banners.banner(TROUBLE) is not None:
                banners.remove(TROUBLE)
            return
        again = [("retry", t("Try again")), ("folder", t("Another folder…"))]
        if not room.is_saving:
            time = to_the_second(room.saved_wall_ms)
            words = t("Nothing is kept since {time}: closing the program would lose it.", time=time)
            banners.show_banner(TROUBLE, "danger", words, again)
        elif room.trouble is not None:
            words = t.of(room.trouble)
            banners.show_banner(TROUBLE, "danger", words, [*again, ("unsaved", t("Go on unsaved"))])

    def _show_time(self, room: Room) -> None:
        kept = room.saved_wall_ms, room.trouble is None and room.is_saving
        if kept != self._kept:
            self._kept = kept
            self._console.show_kept(kept[0], is_kept=kept[1])

    def show_gap(self, conductor: Conductor | None, gap_ms: int | None) -> None:
        """Ask about the time away, by the run that was away longest; None takes the question away."""
        t = self._t
        banners = self._console.banners
        if gap_ms is None or conductor is None:
            if banners.banner(GAP) is not None:
                banners.remove(GAP)
            return
        last = next(one for one in reversed(conductor.history) if isinstance(one.event, GapNoticed))
        length = stretch(gap_ms, t)
        time = to_the_second(last.wall_ms - gap_ms)
        is_sleep = isinstance(last.event, GapNoticed) and last.event.cause == "sleep"
        words = (
            t(
                "The computer slept from {time}, for {length}. The clock runs again. "
                "Give those {length} back to the team, or count them as played?",
                time=time,
                length=length,
            )
            if is_sleep
            else t(
                "The game stopped at {time}, {length} ago. "
                "The clock runs again. Give those {length} back to the team, or count them as played?",
                time=time,
                length=length,
            )
        )
        actions = [
            ("give", t("Give {length} back", length=length)),
            ("count", t("Count {length}", length=length)),
        ]
        banners.show_banner(GAP, "warn", words, actions)
