"""What the facilitator says or does next: the hint that is due, the script's line, the steps of the end."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kit_app.game.commands import EndRun, GiveHint, PutOffHint, ShowScene, StartRun
from kit_app.i18n import Catalogue, time_left
from kit_app.ui.common.accessible import announce
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel, PanelLook
from kit_app.ui.console.advice import Advice, advice, coming_advice
from kit_app.ui.console.keys import key_of
from kit_app.ui.console.wording import MINUTE_MS
from kit_app.views.console import ConsoleView


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The panel at one moment. `act` is the primary button's command, "leave", "next" or None.

    `short` are its words where there is no room for more; `key` is its act in the table of keys.
    """

    look: PanelLook = "say"
    title: str = ""
    text: str = ""
    say: str = ""
    primary: str = ""
    short: str = ""
    act: object = None
    key: str = ""
    second: str = ""
    second_act: object = None


class NextStep(Panel):
    """`asked` carries a command; `leave_asked` and `next_asked` come from the steps after the end."""

    asked = Signal(object)
    leave_asked = Signal()
    next_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, icon="hint", look="say", padding=12)
        self._t = t
        self._step = Step()
        self._chosen = ""
        self._stands = False
        self.next_team = ""
        self.starts_all = False
        self.others_play = False
        self.opening = ""
        self.text = Label("", "body", self)
        self.say = Label("", "say-bold", self)
        self.say.setObjectName("say")
        self.primary = KeyButton("", self, kind="primary", size="large")
        self.primary.setObjectName("next-step")
        self.primary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.second = KeyButton("", self, size="large")
        self.second.setObjectName("next-step-other")
        self.refusal = Label("", "error", self)
        self.refusal.hide()
        self.primary.clicked.connect(lambda: self._do(self._step.act))
        self.second.clicked.connect(lambda: self._do(self._step.second_act))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.primary)
        self._buttons.addWidget(self.second)
        for part in (self.text, self.say, self._buttons, self.refusal):
            self.add(part)

    def show_view(self, view: ConsoleView, chosen: str = "") -> None:
        """Say what comes next; the same step is not painted again.

        What to say first stands beside the `chosen` puzzle; of another one it is said here.
        """
        self._chosen = chosen
        self._stand(view)
        step = self._step_of(view)
        if step == self._step:
            return
        if replace(step, text="") == replace(self._step, text=""):
            self._step = step
            self.text.setText(step.text)
            return
        is_new = (step.title, step.act) != (self._step.title, self._step.act)
        self._step = step
        self.setVisible(bool(step.title or step.say))
        self.set_look(step.look)
        self.set_title(step.title)
        _put(self.text, step.text)
        self.say.set_role("say-bold" if step.primary and len(step.say) < LONG_SAY else "say")
        _put(self.say, step.say)
        self.primary.setVisible(bool(step.primary))
        self.primary.setText(step.primary)
        self.primary.set_key("", key_of(step.key).shown(self._t) if step.key else "")
        self.second.setVisible(bool(step.second))
        self.second.setText(step.second)
        self._place_buttons()
        self.show_refusal("")
        if is_new and step.title:
            announce(self)

    def _stand(self, view: ConsoleView) -> None:
        """In an emergency nothing below moves: the few words keep the room of those that they replace."""
        if view.is_emergency != self._stands:
            self._stands = view.is_emergency
            self.setMinimumHeight(self.height() if self._stands and self.isVisible() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Beside one another where there is room; above a text that is too long to look past."""
        step = self._step
        room = self.width() - 30
        self.primary.setText(step.primary)
        if step.short and self.primary.sizeHint().width() > room:
            self.primary.setText(step.short)
        wanted = self.primary.sizeHint().width() + self.second.sizeHint().width() + 8
        is_wide = wanted <= room
        both = bool(step.primary and step.second)
        down = QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(down if both and not is_wide else QBoxLayout.Direction.LeftToRight)
        alone = not is_wide or not step.primary
        grows = QSizePolicy.Policy.Expanding if alone else QSizePolicy.Policy.Minimum
        self.second.setSizePolicy(grows, QSizePolicy.Policy.Fixed)
        self.body.removeItem(self._buttons)
        self.body.insertLayout(1 if len(step.say) >= LONG_SAY else 2, self._buttons)

    def show_refusal(self, sentence: str) -> None:
        """Why the step was refused; empty when all is well."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.refusal.setAccessibleName(sentence)
        if sentence:
            announce(self.refusal)

    @property
    def suggested(self) -> GiveHint | None:
        """The hint that the primary button would give."""
        return self._step.act if isinstance(self._step.act, GiveHint) else None

    @property
    def is_advised(self) -> bool:
        """Whether something is suggested now, rather than the moment named."""
        return isinstance(self._step.second_act, PutOffHint)

    def go_on(self) -> None:
        """The step of the start and of the end, by its key; a hint has another key."""
        if self._step.key == "next" and not self.primary.isHidden() and self.primary.isEnabled():
            self.primary.click()

    @property
    def has_primary(self) -> bool:
        """Whether the panel holds the primary button now."""
        return bool(self._step.primary)

    def _do(self, act: object) -> None:
        if act == "leave":
            self.leave_asked.emit()
        elif act == "next":
            self.next_asked.emit()
        elif act is not None:
            self.asked.emit(act)

    def _step_of(self, view: ConsoleView) -> Step:
        match view.phase:
            case "idle":
                return self._before(view)
            case "paused" if view.is_emergency:
                return self._emergency()
            case "guided" | "paused" if view.is_finale:
                return self._guided(view)
            case "closing":
                return self._closing(view)
            case "ended":
                return self._ended(view)
            case _:
                return self._playing(view)

    def _before(self, view: ConsoleView) -> Step:
        t = self._t
        is_up = view.scene is not None
        minutes = round(view.total_ms / MINUTE_MS)
        text = t("The clock starts when you press the button, after the pitch.")
        if view.given:
            text = f"{text} {t('Read aloud below what the team already has.')}"
        return Step(
            title=t("Read the pitch aloud") if is_up else t("Welcome the team"),
            text=text,
            say=view.say,
            primary=(
                t("Start all: {minutes} minutes", minutes=minutes)
                if self.starts_all
                else t("Start {minutes} minutes", minutes=minutes)
            ),
            short=t("Start all") if self.starts_all else t("Start"),
            act=StartRun(),
            key="next",
            second=(t("Take the pitch away") if is_up else t("Show the pitch")) if self.opening else "",
            second_act=ShowScene(scene=None if is_up else self.opening),
        )

    def _playing(self, view: ConsoleView) -> Step:
        t = self._t
        if found := self._advice(view):
            return self._advised(view, found)
        if view.say:
            is_paused = view.phase == "paused"
            return Step(look="info", title=t("The clock stands") if is_paused else t("Say now"), say=view.say)
        return Step(look="sunken", title=t("Nothing to say. Let them search."))

    def _emergency(self) -> Step:
        t = self._t
        return Step(
            look="info",
            title=t("The ward comes first"),
            text=t("The players read that you stop. What they read before comes back when the game goes on."),
        )

    def _advice(self, view: ConsoleView) -> Advice | None:
        """What is coming by itself, unless something else cannot wait; else the first suggestion."""
        one = view.suggestion
        if view.coming is not None and (one is None or one.kind != "alarm"):
            return coming_advice(view.coming, self._t)
        return advice(one, self._t) if one is not None else None

    def _advised(self, view: ConsoleView, found: Advice) -> Step:
        t = self._t
        text = found.text
        if found.ask and view.suggestion is not None and view.suggestion.puzzle != self._chosen:
            text = f"{text} {t('Or say first: “{text}”', text=found.ask)}"
        return Step(
            look="say" if found.act is not None else "info",
            title=found.title,
            text=text,
            say=found.say,
            primary=found.button,
            short=found.short,
            act=found.act,
            key="hint" if isinstance(found.act, GiveHint) else "",
            second=t("Later"),
            second_act=found.later,
        )

    def _guided(self, view: ConsoleView) -> Step:
        t = self._t
        if found := self._advice(view):
            return self._advised(view, found)
        return Step(
            title=t("The last exercise"),
            text=t("Everyone plays it, in their own time. Then the ending comes."),
            say=view.say,
            second=t("Show the ending now"),
            second_act=EndRun(),
        )

    def _closing(self, view: ConsoleView) -> Step:
        t = self._t
        return Step(
            title=t("The ending is on the screen"),
            text=t("It is the same for every team, won or not."),
            say=view.say,
            primary=t("Close the game"),
            short=t("Close"),
            act=EndRun(),
            key="next",
        )

    def _ended(self, view: ConsoleView) -> Step:
        t = self._t
        left = time_left(view.remaining_ms)
        words = {
            "won": t("Won with {time} left", time=left),
            "lost": t("The time ran out before the end"),
            "stopped": t("Stopped before the end"),
        }
        return Step(
            title=words[view.outcome or "stopped"],
            text=(
                t("All is kept. The debrief follows once all teams have ended.")
                if self.others_play
                else t("All is kept and ready for the debrief.")
            ),
            say=t("Say to the team: “{text}”", text=view.say) if view.say else "",
            primary=t("Back to all teams") if self.others_play else t("Go to the debrief"),
            short=t("All teams") if self.others_play else t("Debrief"),
            act="leave",
            key="next",
            second=t("Next: {team}", team=self.next_team) if self.next_team else self._talk_words(view),
            second_act="next" if self.next_team else ShowScene(scene=_next_path(view)),
        )

    def _talk_words(self, view: ConsoleView) -> str:
        """What shows the next path's reflexes to players; empty when there are none."""
        following = _next_path(view)
        name = next((bar.name for bar in view.player.bars if bar.letter == following), following)
        if not view.talk_paths:
            return ""
        return self._t("Reflexes: {path}", path=name) if name else self._t("Reflexes: first page")


def _next_path(view: ConsoleView) -> str | None:
    """The path whose reflexes come after those shown; None is the first page."""
    order = (None, *view.talk_paths)
    at = order.index(view.scene) if view.scene in order else 0
    return order[(at + 1) % len(order)]


LONG_SAY = 140
"""Longer texts are read in regular type."""


def _put(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
