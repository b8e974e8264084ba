"""One team's page of the console: three zones and their keys. It takes views in and gives commands out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.game.commands import (
    AdjustTime,
    Command,
    EnterAnswer,
    ExplainPause,
    GiveHint,
    OfferHint,
    PauseRun,
    ResumeRun,
    WithdrawHint,
)
from kit_app.game.tags import PAUSE_REASONS
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.console.bursts import Bursts
from kit_app.ui.console.keys import bind
from kit_app.ui.console.narrow import AROUND, Arrangement
from kit_app.ui.console.node_menu import node_menu
from kit_app.ui.console.now_zone import NowZone
from kit_app.ui.console.puzzles_zone import PuzzlesZone
from kit_app.ui.console.say_zone import SayZone
from kit_app.ui.console.wording import echo, no_hint_due, settled, team_line, to_the_minute, undo_words
from kit_app.ui.console.zone import Zone, zone_widths
from kit_app.views.console import ConsoleView, PuzzleRow

_CLEARING = frozenset(("PuzzleSolved", "AnswerRejected", "CardScanned", "FieldFilled", "PuzzleLocked"))
_OTHER_SIGNS = {"&": "1", "é": "2", '"': "3", "'": "4", "−": "-"}
"""The keys of the digits on a French keyboard, pressed without Shift."""


class TeamPage(QWidget):
    """`asked` carries a command; the other signals open something or go somewhere.

    `bursts` tells a scanner's signs from single keys for the whole window. `has_others`: Esc goes back to the
    other teams once nothing is typed. `undo_suffix` names the teams of an act for several.
    """

    asked = Signal(object)
    previewed = Signal(str)
    leave_asked = Signal()
    next_asked = Signal()
    screen_menu_asked = Signal()
    emergency = Signal()
    grid_asked = Signal()
    speak_asked = Signal(str)

    def __init__(
        self, t: Catalogue, miniature: QWidget, bursts: Bursts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._bursts = bursts
        self._view: ConsoleView | None = None
        self._seen_seq = 0
        self._chosen = ""
        self._started_wall_ms: int | None = None
        self.has_others = False
        self.undo_suffix = ""
        self.now = NowZone(t, miniature, self)
        self.puzzles = PuzzlesZone(t, self)
        self.say = SayZone(t, self)
        self.arrangement = Arrangement(self.now, self.puzzles, self.say, t, self)
        self._connect()
        self._bind_keys()

    def _connect(self) -> None:
        for source in (self.now, self.say, self.puzzles.desk):
            source.asked.connect(self.asked)
        self.now.message_asked.connect(lambda: self.write("message"))
        self.now.screen_menu_asked.connect(self.screen_menu_asked)
        self.now.emergency.connect(self.emergency)
        self.puzzles.chosen.connect(self.choose)
        self.puzzles.opened.connect(self._open_menu)
        self.puzzles.desk.menu_asked.connect(lambda: self._open_menu(self._chosen))
        self.say.note_asked.connect(lambda: self.write("note"))
        self.say.composer.previewed.connect(self.previewed)
        self.say.reading.opened.connect(lambda: self.arrangement.bring(self.say))
        for closing in (self.say.composer, self.say.reading):
            closing.left.connect(self.puzzles.desk.home)
        for spoken in (self.say.reading, self.say.puzzle.hints):
            spoken.speak_asked.connect(self.speak_asked)
        self.say.next_step.leave_asked.connect(self.leave_asked)
        self.say.next_step.next_asked.connect(self.next_asked)

    def _bind_keys(self) -> None:
        now, say = self.now, self.say
        buttons = {
            "pause": now.pause,
            "more-1": now.minutes[1],
            "less-1": now.minutes[-1],
            "more-5": now.minutes[5],
            "less-5": now.minutes[-5],
            "own-1": now.own[0],
            "own-2": now.own[1],
            "answer": say.puzzle.reveal,
            "note": say.note,
            "message": now.message,
            "black": now.black,
            "away": now.away,
            "back": now.back,
            "emergency": now.alarm,
            "undo": self.puzzles.desk.undo,
            "camera": self.puzzles.desk.camera,
            **say.notes,
        }
        acts: dict[str, Callable[[], object]] = {
            name: partial(_press, button, self._zone_of(button)) for name, button in buttons.items()
        }
        acts |= {f"why-{reason}": partial(self._explain, reason) for reason in PAUSE_REASONS}
        acts |= {
            "hint": self._give_suggested,
            "withdraw": self.withdraw_hint,
            "field": self.home,
            "speak": self._read_aloud,
            "enlarge": say.reading.open_large,
            "next": say.next_step.go_on,
            "part-1": lambda: self.go_to_part(now),
            "part-2": lambda: self.go_to_part(self.puzzles),
            "part-3": lambda: self.go_to_part(say),
        }
        self._letters = bind(self, acts)

    def go_to_part(self, zone: Zone) -> None:
        """Bring a zone up and put the focus on its first control."""
        self.arrangement.bring(zone)
        first = next((each for each in zone.findChildren(KeyButton) if _can_focus(each)), None)
        if zone is self.puzzles and self._chosen:
            self.puzzles.graph.node(self._chosen).setFocus(Qt.FocusReason.TabFocusReason)
        elif first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _zone_of(self, part: QWidget) -> QWidget:
        """The zone that a control is in, or the answer desk."""
        homes = (self.puzzles.desk, self.now, self.puzzles, self.say)
        return next(home for home in homes if home.isAncestorOf(part))

    def _give_suggested(self) -> None:
        if self.say.next_step.suggested is not None:
            _press(self.say.next_step.primary, self.say)
        elif self._view is not None:
            self.puzzles.desk.show_echo(no_hint_due(self._view, self._t), clears=False)

    def _explain(self, reason: str) -> None:
        if self._view is not None and self._view.phase == "paused":
            self.asked.emit(ExplainPause(reason=reason))

    def show_run(self, variant: str, opening: str, next_team: str) -> None:
        """What stays the same during a run: the variant's name, the scene before the start, who follows."""
        self._view = None
        self._seen_seq = 0
        self._chosen = ""
        self._variant = variant
        self.say.next_step.opening = opening
        self.say.next_step.next_team = next_team
        self.say.reading.begin()
        if self.say.composer.isVisible():
            self.say.composer.leave()
        self.puzzles.desk.home()

    def show_view(self, view: ConsoleView) -> None:
        """Show a moment of the run. What reads the same as before is not painted again."""
        before, self._view = self._view, view
        self._follow(before, view)
        self.now.show_view(view)
        self.now.show_passed(self._started_wall_ms, view.played_ms)
        self.puzzles.show_view(view)
        self.say.show_view(view, self._row())
        self.arrangement.refresh()
        self.now.make_resume_primary(view.phase == "paused" and not self.say.next_step.has_primary)
        self._tell_news(view)

    def show_start(self, started_wall_ms: int | None) -> None:
        """When the run started."""
        self._started_wall_ms = started_wall_ms

    def facts(self, view: ConsoleView) -> str:
        """What belongs to the team, for the header."""
        return team_line(view, self._variant, self._t)

    def show_refusal(self, command: Command, sentence: str) -> None:
        """Say why `command` was refused, where it was asked for."""
        match command:
            case PauseRun() | ResumeRun() | AdjustTime():
                self.now.show_refusal(sentence)
            case GiveHint() if command == self.say.next_step.suggested:
                self.say.next_step.show_refusal(sentence)
            case GiveHint() | OfferHint() | WithdrawHint():
                self.say.puzzle.hints.show_refusal(sentence)
            case _ if self.say.composer.isVisible() and not isinstance(command, EnterAnswer):
                self.say.composer.show_refusal(sentence)
            case _:
                self.puzzles.desk.show_refusal(sentence)

    def show_done(self, command: Command) -> None:
        """A command was taken: what was said about a refusal goes, and a sent message is cleared."""
        self.now.show_refusal("")
        self.say.puzzle.hints.show_refusal("")
        self.say.next_step.show_refusal("")
        composer = self.say.composer
        if composer.isVisible() and command == composer.command():
            composer.leave()

    def choose(self, puzzle: str) -> None:
        """Speak of another puzzle."""
        self._chosen = puzzle
        self.puzzles.graph.select(puzzle)
        self.puzzles.desk.show_puzzle(self._row())
        if self._view is not None:
            self.say.show_view(self._view, self._row())

    def write(self, purpose: str, beginning: str = "") -> None:
        """Open the line for a message or a note."""
        self.arrangement.bring(self.say)
        self.say.area.verticalScrollBar().setValue(0)
        log = self._view.log if self._view is not None else ()
        sent = [row.text for row in reversed(log) if row.kind == "MessageShown" and not row.undoes]
        self.say.composer.open("note" if purpose == "note" else "message", beginning, sent)

    def withdraw_hint(self) -> None:
        """Take back the hint given last that stands on the screen, or the one given last."""
        hint = self._view.shown_hint if self._view is not None else None
        if hint is None and self._view is not None:
            rows = [row for row in self._view.log if row.kind == "HintGiven" and row.puzzle and row.level]
            hint = (rows[-1].puzzle or "", rows[-1].level or 1) if rows else None
        if hint is not None:
            self.asked.emit(WithdrawHint(puzzle=hint[0], level=hint[1]))

    def home(self) -> None:
        """Put the focus where answers are typed."""
        self.puzzles.desk.home()

    def take_scan(self, signs: str, keys: str) -> None:
        """A card was scanned: the signs that came and those of the keys that were pressed."""
        self.puzzles.desk.take_scan(signs, keys)

    def take_signs(self, text: str) -> None:
        """Signs that came too fast for single keys."""
        self.puzzles.desk.take_signs(text)

    def take_line(self, text: str) -> None:
        """The same, with Enter."""
        self.puzzles.desk.take_line(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # banners take room from the page but may not change its arrangement, which moves them
        self.arrangement.fit(self.width(), self.window().height() - AROUND)
        if not self.arrangement.is_narrow:
            now, say = zone_widths(self.width())
            self.now.setFixedWidth(now)
            self.say.setFixedWidth(say)

    def press(self, sign: str) -> None:
        """A key that was pressed alone; a capital is one with Shift."""
        sign = _OTHER_SIGNS.get(sign, sign)
        act = self._letters.get(sign) or self._letters.get(sign.lower())
        if act is not None:
            act()

    def step_back(self) -> None:
        """Esc: close what is on top, else leave the field, else go back to it, or to the other teams."""
        if self.say.composer.isVisible():
            self.say.composer.leave()
        elif self.say.reading.isVisible():
            self.say.reading.leave()
        elif self.has_others and not self.puzzles.desk.edit.text():
            self.grid_asked.emit()
        elif isinstance(self.window().focusWidget(), QLineEdit):
            self._leave_field()
        else:
            self.puzzles.desk.home()

    def _leave_field(self) -> None:
        if self._chosen:
            self.arrangement.bring(self.puzzles)
            self.puzzles.graph.node(self._chosen).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.now.pause.setFocus(Qt.FocusReason.TabFocusReason)

    def _read_aloud(self) -> None:
        """Have the text that is on top spoken: the card read last, else the chosen hint."""
        if self.say.reading.isVisible():
            self.say.reading.speak.click()
        elif self.say.puzzle.isVisible():
            self.say.puzzle.hints.read_aloud()

    def _open_menu(self, puzzle: str) -> None:
        if self._bursts.finish():
            return
        self.choose(puzzle or self._chosen)
        row = self._row()
        if row is None:
            return
        menu = node_menu(row, self._t, self.asked.emit, lambda text: self.write("note", text), self)
        node = self.puzzles.graph.node(row.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(node.mapToGlobal(QPoint(0, node.height())))

    @property
    def foot(self) -> QWidget:
        """What a message that goes by itself stays above: banners that are up, or where answers are typed."""
        return self.puzzles.notices.shown or self.puzzles.desk

    @property
    def can_take_note_back(self) -> bool:
        """Whether a note is what *Undo* would take back."""
        undo = self._view.undo if self._view is not None else None
        return undo is not None and undo.kind == "NoteAdded"

    def _row(self) -> PuzzleRow | None:
        rows = self._view.puzzles if self._view is not None else ()
        return next((row for row in rows if row.id == self._chosen), None)

    def _follow(self, before: ConsoleView | None, view: ConsoleView) -> None:
        """Speak of the puzzle that needs it: a new suggestion's, or the next open one after a solution."""
        suggested = view.suggestion.puzzle if view.suggestion is not None else ""
        known = before.suggestion.puzzle if before is not None and before.suggestion is not None else ""
        chosen = next((row for row in view.puzzles if row.id == self._chosen), None)
        if suggested and suggested != known:
            self.choose(suggested)
        elif before is not None and before.phase != "guided" and view.phase == "guided":
            self.choose(_just_opened(before, view) or self._chosen)
        elif chosen is None or _has_gone(before, chosen):
            back = [row.id for row in view.puzzles if _state(before, row.id) == "solved" != row.state]
            still = [row.id for row in view.puzzles if row.state in ("open", "late", "stuck")]
            rest = [row.id for row in view.puzzles if row.state != "solved"]
            for ident in (*back, *still, *rest)[:1]:
                self.choose(ident)

    def _tell_news(self, view: ConsoleView) -> None:
        """Say what the events since the last view brought."""
        self.puzzles.desk.show_undo(" ".join(filter(None, (undo_words(view, self._t), self.undo_suffix))))
        news = [row for row in view.log if row.seq > self._seen_seq]
        if not news:
            return
        self._seen_seq = news[-1].seq
        clears = any(row.kind in _CLEARING for row in news)
        for row in reversed(news):
            said = settled(row, view.log, self._t) or echo(row, self._t)
            if said is not None:
                at = self.moment(row.at_ms)
                words = f"{at} · {said.text}" if at else said.text
                self.puzzles.desk.show_echo(replace(said, text=words), clears=clears)
                return

    def moment(self, at_ms: int) -> str:
        """A time of the run as a time of day, empty before the start."""
        return to_the_minute(self._started_wall_ms + at_ms) if self._started_wall_ms is not None else ""


def _press(button: KeyButton, zone: QWidget) -> None:
    """Click a button that its zone shows, also while a small window shows another zone."""
    if button.isVisibleTo(zone) and button.isEnabled():
        button.click()


def _can_focus(button: KeyButton) -> bool:
    return button.isVisible() and button.isEnabled()


def _just_opened(before: ConsoleView, view: ConsoleView) -> str:
    """The last puzzle that was closed and is open now."""
    fresh = [row.id for row in view.puzzles if row.state == "open" and _state(before, row.id) == "locked"]
    return fresh[-1] if fresh else ""


def _has_gone(before: ConsoleView | None, row: PuzzleRow) -> bool:
    """Whether there is nothing more to say of a puzzle: it was just solved, or is closed again."""
    was = _state(before, row.id)
    return was != row.state and (row.state == "solved" or (row.state == "locked" and bool(was)))


def _state(view: ConsoleView | None, puzzle: str) -> str:
    rows = view.puzzles if view is not None else ()
    return next((row.state for row in rows if row.id == puzzle), "")
