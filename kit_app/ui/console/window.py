"""The facilitator's window: header, banners and, below them, one page. It holds no rule of the game."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kit_app.game.commands import AddNote, Command, EnterAnswer, ExplainPause, ShowMessage, TakeBack
from kit_app.i18n import Catalogue
from kit_app.services.guide_book import LEADING
from kit_app.services.note_words import note_words
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.toast import Toast
from kit_app.ui.console.bursts import Bursts
from kit_app.ui.console.curtain import Curtain
from kit_app.ui.console.guide_place import GuidePlace
from kit_app.ui.console.header import Header
from kit_app.ui.console.key_sheet import KeySheet
from kit_app.ui.console.keys import bind
from kit_app.ui.console.look_menu import look_menu
from kit_app.ui.console.pause import PAUSE, PauseBanner
from kit_app.ui.console.team_grid import TeamGrid
from kit_app.ui.console.team_page import TeamPage
from kit_app.ui.console.wording import shortened, to_the_second
from kit_app.ui.guide_window import GuideWindow
from kit_app.views.console import ConsoleView
from kit_app.views.room import RoomView

LEAST_SIZE = (512, 320)
_TWO_BANNERS, _TWO_OVER_GRAPH = 720, 900
"""In a window that is lower one banner is in sight at once, above all teams or over a team's graph (px)."""
USUAL_SIZE = (1366, 768)
EMERGENCY = "emergency"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConsoleWindow(QWidget):
    """`asked` carries a command; `banner_chosen(id, action)` an answer to a banner.

    `now`, `puzzles` and `say` are the zones of the page of one team.
    """

    asked = Signal(object)
    banner_chosen = Signal(str, str)
    stop_asked = Signal()
    look_chosen = Signal(str)
    team_asked = Signal(int)
    grid_shown = Signal()
    camera_asked = Signal()

    def __init__(self, t: Catalogue, miniature: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._t = t
        self._titled: tuple[str, ...] = ()
        self._allows_close = False
        self._lock_code = ""
        self._open_moment: tuple[tuple[ConsoleView, ...], str] = (), ""
        self.setObjectName("console")
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        self.everything = QWidget(self)
        self.header = Header(t, self.everything)
        self.banners = BannerStack(self.everything)
        self.pause_banner = PauseBanner(self.banners, t)
        self.bursts = Bursts(self)
        self.page = TeamPage(t, miniature, self.bursts, self.everything)
        self.now, self.puzzles, self.say = self.page.now, self.page.puzzles, self.page.say
        self.grid: TeamGrid | None = None
        self.stack = QStackedWidget(self.everything)
        self.stack.addWidget(self.page)
        self.key_sheet = KeySheet(t, self.everything)
        self.guide_window: GuideWindow | None = None
        self.toast = Toast(self.everything, above=self._answers)
        self._lay_out()
        self._connect()
        self._bind_keys()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.everything)
        self.curtain = Curtain(self.everything, whole, self._t, self)
        column = self._column = QVBoxLayout(self.everything)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._body = body = QVBoxLayout()
        body.setContentsMargins(8, 8, 8, 8)
        body.setSpacing(8)
        body.addWidget(self.stack, 1)
        self.guide = GuidePlace(column, self.page.arrangement, self.say)
        self._place_banners()
        column.addLayout(body, 1)
        for button in self.findChildren(KeyButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.page.asked.connect(self.asked)
        self.page.arrangement.turned.connect(self._place_banners)
        self.stack.currentChanged.connect(lambda _place: self._place_banners())
        self.header.keys_asked.connect(self._turn_key_sheet)
        self.header.stop_asked.connect(self.stop_asked)
        self.header.back_asked.connect(self.go_to_grid)
        self.page.grid_asked.connect(self.go_to_grid)
        self.puzzles.desk.camera.clicked.connect(self.camera_asked)
        self.key_sheet.left.connect(lambda: self.shown.home())
        self.key_sheet.guide_asked.connect(self._open_guide)
        self.header.lock_asked.connect(self.lock)
        self.header.look_asked.connect(self._open_look_menu)
        self.banners.chosen.connect(self._take_banner)
        self.curtain.opened.connect(lambda: self.shown.home())
        self.puzzles.notices.moved.connect(self.toast.settle)
        self.toast.chosen.connect(self._take_note_back)
        self.bursts.pressed.connect(lambda sign: self.shown.press(sign))
        self.bursts.scanned.connect(self._take_scan)
        self.bursts.typed.connect(lambda text: self.shown.take_signs(text))
        self.bursts.entered.connect(lambda text: self.shown.take_line(text))

    def _bind_keys(self) -> None:
        buttons = {act: getattr(self.header, act) for act in ("keys", "lock", "look", "sound", "stop")}
        bind(self, {act: button.click for act, button in buttons.items()})

    def _place_banners(self) -> None:
        """Over the foot of the graph, in a small window with what scrolls, or above all teams."""
        self._body.removeWidget(self.banners)
        self.puzzles.notices.let_go()
        if self.shown is not self.page:
            self._body.insertWidget(0, self.banners)
        elif self.page.arrangement.is_narrow:
            self.page.arrangement.hold_banners(self.banners)
        else:
            self.puzzles.notices.hold(self.banners)
        self._limit_banners()
        self._place_guide()

    def _place_guide(self) -> None:
        self.guide.place(is_page=self.shown is self.page, height=self.height())

    def _limit_banners(self) -> None:
        """Banners that do not scroll leave the page its room."""
        is_page = self.shown is self.page
        scrolls = is_page and self.page.arrangement.is_narrow
        enough = _TWO_OVER_GRAPH if is_page else _TWO_BANNERS
        self.banners.set_most(0 if scrolls else 2 if self.height() >= enough else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_banners()
        self._place_guide()

    def add_strip(self, strip: QWidget) -> None:
        """Have something stand below the header, whatever page is up."""
        self._column.insertWidget(1, strip)

    def set_choices(self, own_minutes: tuple[int, int], lock_code: str) -> None:
        """What the settings say of the console."""
        self.now.set_own_minutes(own_minutes)
        self._lock_code = lock_code

    def lock(self) -> None:
        """Lock against curious hands; the run goes on."""
        if not self.curtain.is_drawn:
            self.key_sheet.hide()
            self.curtain.draw(self._lock_code)
            self.curtain.show_moment(*self._open_moment)

    def _take_scan(self, signs: str, keys: str) -> None:
        if self.curtain.page is not None:
            self.curtain.page.forget_typed()
        self.shown.take_scan(signs, keys)

    def _take_banner(self, ident: str, action: str) -> None:
        if ident == PAUSE:
            self.asked.emit(ExplainPause(reason=action))
        else:
            self.banner_chosen.emit(ident, action)

    def _open_look_menu(self) -> None:
        menu = look_menu(self._t, self.look_chosen.emit, self)
        place = self.header.look if self.header.look.isVisible() else self.header.more
        menu.popup(place.mapToGlobal(place.rect().bottomLeft()))

    @property
    def shown(self) -> TeamPage | TeamGrid:
        """The page that is up: keys and scans go there."""
        return self.grid if self.grid is not None and self.stack.currentWidget() is self.grid else self.page

    @property
    def is_grid_up(self) -> bool:
        """Whether all teams are seen at once."""
        return self.shown is self.grid

    def open_grid(self, teams: Sequence[tuple[int, str]]) -> TeamGrid:
        """Have a page for several teams, and bring it up. `teams` are numbers and labels."""
        self.grid = TeamGrid(teams, self._t, self.stack)
        self.stack.addWidget(self.grid)
        self.grid.desk.camera.clicked.connect(self.camera_asked)
        self.header.show_way_back(is_there=False)
        bind(self, {f"team-{number}": partial(self.team_asked.emit, number) for number, _label in teams})
        self.stack.setCurrentWidget(self.grid)
        self.grid.home()
        return self.grid

    def go_to_grid(self) -> None:
        """Back to all teams."""
        if self.grid is not None:
            self.stack.setCurrentWidget(self.grid)
            self.header.show_way_back(is_there=False)
            self.grid.home()
            self.grid_shown.emit()

    def go_to_team(self) -> None:
        """To the page of one team."""
        self.stack.setCurrentWidget(self.page)
        self.header.show_way_back(is_there=self.grid is not None)
        self.page.home()

    def show_room(self, room: RoomView) -> None:
        """Show a moment of all teams."""
        if self.grid is None:
            return
        title = self._t.plural("{n} team", "{n} teams", len(room.cards))
        self._show_title(title, room.session_name, f"{title} – {room.session_name}")
        self.header.show_way_out(self._way_out({card.view.phase for card in room.cards}))
        self.grid.show_room(room)
        self.pause_banner.show(None, self.page.moment)
        self._show_open(tuple(card.view for card in room.cards), title)

    def _show_open(self, views: tuple[ConsoleView, ...], title: str) -> None:
        """What the lock shows of these runs."""
        self._open_moment = views, title
        self.curtain.show_moment(views, title)

    def show_view(self, view: ConsoleView) -> None:
        """Show a moment of the run of the team whose page is up."""
        self._show_title(view.team, self.page.facts(view), f"{view.team} – {view.session_name}")
        self.header.show_way_out(self._way_out({view.phase}))
        self.page.show_view(view)
        self.pause_banner.show(view, self.page.moment)
        self._show_open((view,), view.team)

    def _show_title(self, team: str, facts: str, window: str) -> None:
        titled = team, facts, window
        if titled != self._titled:
            self._titled = titled
            self.setWindowTitle(window)
            self.header.show_team(team, facts)

    def show_refusal(self, command: Command | None, sentence: str) -> None:
        """Say why something was refused, where it was asked for; None: what had to wait for the store."""
        if self.grid is not None and self.is_grid_up:
            self.grid.desk.show_refusal(sentence)
        elif command is None:
            self.puzzles.desk.show_refusal(sentence)
        else:
            self.page.show_refusal(command, sentence)

    def show_done(self, command: Command) -> None:
        """A command was taken."""
        if self.toast.has_action:
            self.toast.leave()
        if self.grid is None or not self.is_grid_up:
            self.page.show_done(command)
            if isinstance(command, AddNote) and command.tag:
                words = shortened(note_words("", command.tag, self._t))
                self.toast.show_toast(self._t("Noted: {text}", text=words), self._t("Undo"))
        elif isinstance(command, EnterAnswer | ShowMessage):
            self.grid.desk.show_done(command.text)

    def _answers(self) -> QWidget:
        """Where answers are typed, which a message that goes by itself does not cover."""
        return self.grid.desk if self.grid is not None and self.is_grid_up else self.page.foot

    def _take_note_back(self) -> None:
        """A key pressed by mistake: its note goes, unless something else was done since."""
        if self.page.can_take_note_back:
            self.asked.emit(TakeBack())

    def show_left_out(self, teams: Sequence[int]) -> None:
        """Say which teams a command for all did not fit."""
        if teams and self.grid is not None and self.is_grid_up:
            names = ", ".join(map(str, teams))
            words = self._t.plural(
                "Team {teams} was left out: it does not fit there now.",
                "Teams {teams} were left out: it does not fit there now.",
                len(teams),
                teams=names,
            )
            self.grid.desk.show_news(words)

    def show_camera(self, *, is_on: bool) -> None:
        """Whether the camera reads cards."""
        self.puzzles.desk.camera.setChecked(is_on)
        if self.grid is not None:
            self.grid.desk.camera.setChecked(is_on)

    def show_kept(self, saved_wall_ms: int, *, is_kept: bool) -> None:
        """When the store last took something."""
        time = to_the_second(saved_wall_ms)
        words = (
            self._t("Saved {time}", time=time) if is_kept else self._t("Not saved since {time}", time=time)
        )
        self.header.show_saved(words, is_kept=is_kept)

    def show_emergency(self, *, is_on: bool) -> None:
        """A banner while the clock stands because the ward needs people."""
        if is_on == (self.banners.banner(EMERGENCY) is not None):
            return
        if not is_on:
            self.banners.remove(EMERGENCY)
            return
        t = self._t
        self.banners.show_banner(
            EMERGENCY,
            "danger",
            t("Emergency: the clock stands. The ward comes first; nothing is lost."),
            [("resume", t("Resume the game")), ("end", t("End the game…"))],
        )

    def close_for_good(self) -> None:
        """Close the window without asking."""
        self.curtain.open()
        self._allows_close = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bursts.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._allows_close:
            event.accept()
            return
        event.ignore()
        if not self.curtain.is_drawn:
            self.stop_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = event.text()
        if self.curtain.is_drawn:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() in _ENTER:
            self.bursts.finish()
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif sign.isprintable() and sign.strip():
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.bursts.feed(sign.upper() if is_shifted else sign.lower())
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        """Esc: close what is on top, else what the page says."""
        if self.key_sheet.isVisible():
            self.key_sheet.leave()
        else:
            self.shown.step_back()

    def _turn_key_sheet(self) -> None:
        if self.key_sheet.isVisible():
            self.key_sheet.leave()
        else:
            self.key_sheet.open()

    def _open_guide(self) -> None:
        """The chapter about leading a game, in a window beside it."""
        if self.guide_window is None:
            self.guide_window = GuideWindow(LEADING, self._t, self)
            self.guide_window.finished.connect(self._leave_guide)
        self.guide_window.bring_up()

    def _leave_guide(self) -> None:
        """The keys act on the game again."""
        self.activateWindow()
        self.shown.home()

    def _way_out(self, phases: set[str]) -> str:
        t = self._t
        if phases == {"ended"}:
            return t("Close")
        return t("Leave") if phases <= {"idle", "ended"} else t("Stop")
