"""Since when the clock stands and why: a banner that asks for a reason with one key. No rule here.

The focus is at home in the answer field, where a letter is text: the banner names the keys that act there.
"""

from collections.abc import Callable, Mapping

from kit_app.game.commands import Command, ExplainPause
from kit_app.game.tags import PAUSE_REASONS
from kit_app.i18n import Catalogue
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.console.keys import key_of
from kit_app.views.console import ConsoleView

PAUSE = "pause"


class PauseBanner:
    """Shown while a team's clock stands, unless it stands for the ward's emergency."""

    def __init__(self, banners: BannerStack, t: Catalogue) -> None:
        self._banners = banners
        self._t = t

    def show(self, view: ConsoleView | None, moment: Callable[[int], str]) -> None:
        """Show a team's pause; `moment` says a time of the run as a time of day. None: no team is shown."""
        rows = reversed(view.log) if view is not None else ()
        paused = next((row for row in rows if row.kind == "RunPaused"), None)
        if view is None or view.phase != "paused" or paused is None or view.is_emergency:
            if self._banners.banner(PAUSE) is not None:
                self._banners.remove(PAUSE)
            return
        told = [row for row in view.log if row.kind == "PauseExplained" and row.seq > paused.seq]
        reason = told[-1].text if told else ""
        words = self._words(moment(paused.at_ms), reason)
        self._banners.show_banner(PAUSE, "info", words, self._choices() if not reason else ())

    def _words(self, time: str, reason: str) -> str:
        t = self._t
        if not reason:
            return t("The clock stands since {time}. Why? You may leave this open.", time=time)
        return t("The clock stands since {time}: {reason}.", time=time, reason=reason_words(t)[reason])

    def _choices(self) -> list[tuple[str, str]]:
        t, words = self._t, reason_words(self._t)
        return [
            (reason, t("{words} ({key})", words=words[reason], key=key_of(f"why-{reason}").anywhere))
            for reason in PAUSE_REASONS
        ]


def reason_words(t: Catalogue) -> Mapping[str, str]:
    """The reasons of a pause in words."""
    return {
        "called-away": t("someone is called away"),
        "broken-prop": t("a prop is broken"),
        "technical": t("technical trouble"),
        "other": t("something else"),
    }


def explained(reason: str) -> Command:
    """The command that says why."""
    return ExplainPause(reason=reason)
