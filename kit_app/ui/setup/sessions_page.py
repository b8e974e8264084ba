"""All sessions: open, duplicate, archive, delete with undo, take along as a file, bring in, their days."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.changed import Changed
from kit_app.services.services import Services
from kit_app.services.sessions import SessionRow
from kit_app.system.filenames import safe_filename
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.file_dialogs import ask_open, ask_save, with_ending
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import ListTable, Row
from kit_app.ui.common.told import Told
from kit_app.ui.common.when import local_moment
from kit_app.ui.setup.session_words import list_row

SUFFIX = ".sante"
_AROUND, _AFTER_MS = 36, 150
"""The field to look for sessions: the room around its words (px), and how long after a letter it looks."""


class SessionsPage(Page):
    """`opened(str)` a session, `new_asked()`; what was done is told with a way back.

    `plan_day_asked(str)`: several sessions like this one (empty: like the last); `day_asked(str)`: its day.
    """

    opened = Signal(str)
    new_asked = Signal()
    plan_day_asked = Signal(str)
    day_asked = Signal(str)
    changed = Signal(object)
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Sessions"), "", parent)
        self._services = services
        self._t = t
        self._rows: dict[str, SessionRow] = {}
        self._found: tuple[str, ...] | None = None
        self.ask_open = ask_open
        self.ask_save = ask_save
        self._build_actions()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._build_list())
        words, act = t("No session yet. The first takes three minutes."), t("New session")
        self.empty = EmptyState("empty-sessions", words, act, self, key="Ctrl+N")
        self.empty.button.setObjectName("sessions-first")
        self.empty.asked.connect(self.new_asked)
        self._stack.addWidget(self.empty)
        self.add(self._stack, 1)

    def _build_actions(self) -> None:
        t = self._t
        self.bring = KeyButton(t("Open a session file…"), self, icon="folder", key="Ctrl+O")
        self.bring.setObjectName("sessions-import")
        self.bring.clicked.connect(self._import)
        self.new = KeyButton(t("New session"), self, kind="primary", icon="plus", key="Ctrl+N")
        self.new.setObjectName("sessions-new")
        self.new.clicked.connect(self.new_asked)
        self.plan_day = KeyButton(t("Plan a day…"), self, icon="calendar")
        self.plan_day.setObjectName("sessions-plan-day")
        self.plan_day.clicked.connect(lambda: self.plan_day_asked.emit(self.table.chosen()))
        for button in (self.bring, self.plan_day, self.new):
            self.add_action(button)

    def _build_list(self) -> QWidget:
        t = self._t
        self._panel = Panel("", self, padding=1)
        self._panel.body.setContentsMargins(0, 0, 0, 8)
        bar = FlowRow()
        bar.setContentsMargins(14, 12, 14, 4)
        shelves = [("current", t("Coming and past")), ("archived", t("Archived"))]
        self.shelf = SegmentedChoice(shelves, self, name=t("Which sessions"), height=32)
        self.shelf.set_value("current")
        self.shelf.changed.connect(lambda _shelf: self.reload())
        bar.add(self.shelf)
        self.search = QLineEdit(self)
        self.search.setObjectName("sessions-search")
        self.search.setPlaceholderText(t("Name, room, facility, set"))
        wide = self.search.fontMetrics().horizontalAdvance(self.search.placeholderText())
        self.search.setMinimumWidth(wide + _AROUND)
        describe(self.search, t("Look for sessions"), t("Name, room, facility, set"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_AFTER_MS)
        self._typing.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        bar.add(self.search)
        acts = FlowRow(aligns_right=True)
        bar.add(acts, 1)
        self.acts: dict[str, KeyButton] = {}
        for ident, words, icon, key, act in (
            ("open", t("Open"), "edit", "", self._open),
            ("duplicate", t("Duplicate"), "duplicate", "Ctrl+D", self._duplicate),
            ("day", t("Its day…"), "calendar", "", self.day_asked.emit),
            ("export", t("Save as a file…"), "save", "Ctrl+E", self._export),
            ("archive", t("Archive"), "shelf", "", self._archive),
            ("delete", t("Delete"), "trash", "Del", self._delete),
        ):
            self.acts[ident] = self._action(ident, words, icon, key, act)
            acts.add(self.acts[ident])
        self.table = ListTable(
            [t("When"), t("Session"), t("Room"), t("Teams"), t("Sets"), t("Progress")], self, stretch=1
        )
        self.table.setObjectName("sessions-table")
        self.table.set_giving_way([4, 2, 3])
        self.table.setAccessibleName(t("Sessions"))
        self.table.opened.connect(self.opened)
        self.table.picked.connect(lambda _ident: self._follow())
        self.none = Label("", "body", self)
        self.none.setContentsMargins(14, 4, 14, 4)
        self._panel.add(bar)
        self._panel.add(self.none)
        self._panel.add(self.table, 1)
        return self._panel

    def _action(self, ident: str, words: str, icon: str, key: str, act: Callable[[str], None]) -> KeyButton:
        button = KeyButton(words, self, kind="quiet", size="small", icon=icon, key=key)
        button.setObjectName(f"sessions-{ident}")
        button.clicked.connect(lambda: self._on_chosen(act))
        return button

    def _on_chosen(self, act: Callable[[str], None]) -> None:
        chosen = self.table.chosen()
        if not chosen:
            return
        try:
            act(chosen)
        except KitAppError as error:
            self.told.emit(Told(self._t.of(error)))

    def reload(self) -> None:
        """Show the sessions as they are now."""
        archived = self.shelf.value() == "archived"
        sessions = self._services.sessions
        self._typing.stop()
        total = sessions.count(archived=archived)
        text = self.search.text().strip()
        self._found = sessions.search(text, archived=archived) if text else None
        self._rows = {}
        self.table.set_pages(total if self._found is None else len(self._found), self._fetch)
        self.none.setText(self._t("No session here has “{text}”.", text=text))
        self.none.setVisible(self._found == ())
        if not self.table.chosen():
            self.table.choose(next(iter(self._rows), ""))
        has_any = bool(total) or archived or bool(sessions.count(archived=True))
        self._stack.setCurrentIndex(0 if has_any else 1)
        self.new.setVisible(has_any)
        self.plan_day.setVisible(has_any)
        self.acts["archive"].setText(self._t("Bring back") if archived else self._t("Archive"))
        count = self._t.plural("{n} session", "{n} sessions", total) if total else ""
        self.set_title(self._t("Sessions"), count)
        self._follow()

    def _fetch(self, first: int, count: int) -> list[Row]:
        """Some more lines of the list, once a person comes to them."""
        archived = self.shelf.value() == "archived"
        sessions = self._services.sessions
        rows = (
            sessions.list(archived=archived, first=first, count=count)
            if self._found is None
            else sessions.rows_of(self._found[first : first + count])
        )
        today = local_moment(self._services.clock.wall_ms()).date()
        self._rows |= {row.id: row for row in rows}
        return [list_row(self._t, row, today) for row in rows]

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        (self.table if self._stack.currentIndex() == 0 else self.empty.button).setFocus()

    def _follow(self) -> None:
        is_chosen = bool(self.table.chosen())
        for button in self.acts.values():
            button.setEnabled(is_chosen)

    def _open(self, session_id: str) -> None:
        self.opened.emit(session_id)

    def _duplicate(self, session_id: str) -> None:
        saved = self._services.sessions.duplicate(session_id)
        self.changed.emit(saved.changed)
        self.table.choose(saved.plan.id)
        self.told.emit(
            Told(
                self._t("Session duplicated, with new answers. Its date is still to be chosen."),
                self._t("Undo"),
                lambda: self._forget(saved.plan.id),
            )
        )

    def _forget(self, session_id: str) -> None:
        self.changed.emit(self._services.sessions.delete(session_id))

    def _archive(self, session_id: str) -> None:
        on = not self._rows[session_id].is_archived

        def put(on: bool) -> None:
            self.changed.emit(self._services.sessions.archive(session_id, on=on))

        put(on)
        words = self._t("Session archived.") if on else self._t("Session brought back.")
        self.told.emit(Told(words, self._t("Undo"), lambda: put(not on)))

    def _delete(self, session_id: str) -> None:
        def bring_back() -> None:
            self.changed.emit(self._services.sessions.undelete(session_id))

        self.changed.emit(self._services.sessions.delete(session_id))
        self.told.emit(Told(self._t("Session deleted."), self._t("Undo"), bring_back))

    def _export(self, session_id: str) -> None:
        t = self._t
        name = safe_filename(self._rows[session_id].name) + SUFFIX
        path = self.ask_save(self, t("Save the session as a file"), name, t("Sessions (*.sante)"))
        if path is None:
            return
        path, may_replace = with_ending(path, SUFFIX)
        self._services.travel.export_session(session_id, path, overwrite=may_replace)
        self.told.emit(Told(t("“{name}” holds the session, its kit and its games.", name=path.name)))

    def _import(self) -> None:
        t = self._t
        path = self.ask_open(self, t("Open a session file"), t("Sessions (*.sante)"))
        if path is None:
            return
        try:
            saved = self._services.travel.import_session(path)
        except KitAppError as error:
            self.told.emit(Told(t.of(error)))
            return
        self._take_in(saved.changed, saved.plan.id, saved.plan.name)

    def _take_in(self, changed: Changed, session_id: str, name: str) -> None:
        self.shelf.set_value("current")
        self.search.clear()
        self.changed.emit(changed)
        self.reload()
        self.table.choose(session_id)
        self.told.emit(Told(self._t("“{name}” is here, with its kit.", name=name)))
