"""The kits that are being written on this computer, and how one is begun."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.told import Told

_LEAST_ROWS, _MOST_ROWS = 1, 4


class DraftsPanel(Panel):
    """`asked(str)`: write at the draft with this id; `told(Told)`; `refused(KitAppError)`."""

    asked = Signal(str)
    told = Signal(object)
    refused = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Kit workshop"), parent)
        self._workshop = services.workshop
        self._t = t
        words = t("Write your own kit: begin with a copy of the one chosen above, or with an empty one.")
        self.add(Label(words, "small", self))
        row = FlowRow(spacing=8)
        self.copy = self._act(row, "draft-copy", t("Make a copy and edit…"), "duplicate")
        self.empty = self._act(row, "draft-empty", t("Start an empty kit…"), "plus")
        self.empty.clicked.connect(lambda: self._begin(self._workshop.begin_empty))
        self.add(row)
        self.table = ListTable([t("Draft"), t("Version")], self, stretch=0)
        self.table.setObjectName("drafts")
        describe(self.table, t("Kits that are being written"))
        self.table.opened.connect(self.asked)
        self.add(self.table)
        acts = FlowRow(spacing=8)
        self.edit = self._act(acts, "draft-edit", t("Edit draft"), "edit")
        self.edit.clicked.connect(lambda: self.asked.emit(self.table.chosen()))
        self.remove = self._act(acts, "draft-remove", t("Remove draft"), "trash")
        self.remove.clicked.connect(self._remove)
        self.add(acts)

    def _act(self, row: FlowRow, name: str, words: str, icon: str) -> KeyButton:
        button = KeyButton(words, self, icon=icon)
        button.setObjectName(name)
        row.add(button)
        return button

    def begin_copy(self, kit_id: str) -> None:
        """Write at a copy of a kit that is here."""
        self._begin(lambda: self._workshop.begin_copy(kit_id))

    def reload(self) -> None:
        """Show the drafts that are here."""
        drafts = self._workshop.drafts()
        rows = [
            Row(
                ident=one.id,
                cells=(Cell(text=one.title(self._t.language), is_bold=True), Cell(text=one.version)),
            )
            for one in drafts
        ]
        self.table.set_rows(rows)
        shown = min(max(len(rows), _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(ListTable.ROW * (shown + 1) + 4)
        if rows and not self.table.chosen():
            self.table.choose(rows[0].ident)
        for part in (self.table, self.edit, self.remove):
            part.setVisible(bool(rows))

    def _begin(self, begin: Callable[[], str]) -> None:
        try:
            ident = begin()
        except KitAppError as error:
            self.refused.emit(error)
            return
        self.reload()
        self.asked.emit(ident)

    def _remove(self) -> None:
        ident = self.table.chosen()
        try:
            content = self._workshop.remove(ident)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self.reload()

        def put_back() -> None:
            self._workshop.put_back(ident, content)
            self.reload()

        words = self._t("The draft is removed. A kit that was published from it stays.")
        self.told.emit(Told(words, self._t("Undo"), put_back))
