"""Where the data lies, and its copies: made by a button, one put back by another."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.errors import StorageError
from kit_app.i18n import N_, Catalogue, clock_time, long_date
from kit_app.services.backups import Backup
from kit_app.services.services import Services
from kit_app.ui.background import Task, run
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.banner import BannerStack
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.told import Told

_REASONS = {
    "day": N_("of the day"),
    "game": N_("before a game"),
    "upgrade": N_("before a new release changed the data"),
    "import": N_("before something was taken in"),
    "restore": N_("before an older copy was put back"),
    "hand": N_("asked for"),
}
_SHOWN_ROWS = 5


def moment_text(copy: Backup, t: Catalogue) -> str:
    """When a copy was made, as the list of copies names it."""
    made, language = datetime.fromisoformat(copy.moment), t.language
    day, hour = long_date(made.date(), language), clock_time(made.time(), language)
    return t("{day}, {hour}", day=day, hour=hour)


class FolderPanel(Panel):
    """`restore_asked(str)`: the name of a copy that is to be put back; `told(Told)`: a copy was made.

    `held_asked()`: what is held of people is wanted as a page.
    """

    restore_asked = Signal(str)
    held_asked = Signal()
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Data folder"), parent)
        self._services = services
        self._t = t
        self._copies: tuple[Backup, ...] = ()
        self.banners = BannerStack(self)
        self.add(self.banners)
        self.path = QLineEdit(str(services.folder), self)
        self.path.setReadOnly(True)
        self.path.setCursorPosition(0)
        describe(self.path, t("Data folder"))
        self.add(self.path)
        self.stays = Label("", "small", self)
        self.add(self.stays)
        self.held = KeyButton(t("Everything it holds of a person…"), self, icon="print")
        self.held.setObjectName("settings-held")
        self.held.clicked.connect(self.held_asked)
        first = FlowRow(spacing=8)
        first.add(self.held)
        self.add(first)
        self.add(Label(t("Copies"), "h3", self))
        self.add(
            Label(
                t(
                    "One is made each day and before each game, import and new release; the last ten are"
                    " kept. Copy the folder “backups” to a stick from time to time: a lost computer takes"
                    " its copies along."
                ),
                "small",
                self,
            )
        )
        self.table = ListTable([t("Copied on"), t("Why")], self, stretch=1)
        self.table.setObjectName("copies")
        describe(self.table, t("Copies"))
        self.table.setFixedHeight(ListTable.ROW * (_SHOWN_ROWS + 1) + 4)
        self.table.picked.connect(lambda _name: self._dress())
        self.add(self.table)
        row = FlowRow(spacing=8)
        self.make = KeyButton(t("Copy now"), self, icon="save")
        self.make.setObjectName("copy-now")
        self.make.clicked.connect(self._make)
        self.back = KeyButton(t("Put this copy back…"), self, icon="undo")
        self.back.setObjectName("copy-back")
        self.back.clicked.connect(self._ask)
        row.add(self.make)
        row.add(self.back)
        self.add(row)
        self.reload()

    def reload(self) -> None:
        """Show the copies that are there."""
        t = self._t
        self.stays.setText(
            t(
                "Sessions, games and settings lie here, on this computer only. Counts of them, without names,"
                " go to the server of your region."
            )
            if self._services.region_server.address.is_set
            else t("Sessions, games and settings lie here, on this computer only. Nothing is sent anywhere.")
        )
        self._copies = self._services.backups.all()
        self.table.set_rows(self._rows())
        if self._copies and not self.table.chosen():
            self.table.choose(self._copies[0].name)
        self._dress()

    def _rows(self) -> Sequence[Row]:
        return [
            Row(
                ident=one.name,
                cells=(
                    Cell(text=moment_text(one, self._t), is_bold=True),
                    Cell(text=self._t(_REASONS[one.reason]), is_quiet=True),
                ),
            )
            for one in self._copies
        ]

    def _dress(self) -> None:
        self.back.setEnabled(bool(self.table.chosen()))

    def _make(self) -> None:
        self.make.setEnabled(False)
        task = Task(lambda _progress: self._services.backups.make("hand"), self)
        task.succeeded.connect(self._made)
        task.failed.connect(self._refused)
        task.ended.connect(lambda: self.make.setEnabled(True))
        run(task)

    def _made(self, copy: Backup) -> None:
        self.banners.remove("copy")
        self.reload()
        self.table.choose(copy.name)
        self.told.emit(Told(self._t("Copied. The copy is the first of the list.")))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, StorageError):
            self.banners.show_banner("copy", "danger", self._t.of(error))

    def _ask(self) -> None:
        t, name = self._t, self.table.chosen()
        copy = next((one for one in self._copies if one.name == name), None)
        if copy is None:
            return
        question = QuestionDialog(
            t("Put back the copy of {moment}?", moment=moment_text(copy, t)),
            t(
                "Sessions, games, profile and settings become what they were then."
                " What is here now is copied first, so that you can return to it from this list."
            ),
            [
                Verb("back", t("Put back"), "danger"),
                Verb("stay", t("Leave as it is"), "secondary", is_default=True),
            ],
            self,
        )
        if question.ask() == "back":
            self.restore_asked.emit(name)
