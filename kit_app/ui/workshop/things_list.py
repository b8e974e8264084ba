"""What can be changed in a kit: its sections, and the things in the one that is shown."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.workshop.forms import SectionName, Thing
from kit_app.services.workshop.outline import SECTIONS
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.workshop.thing_acts import ThingActs

_LEAST_ROWS, _MOST_ROWS = 2, 12


class ThingsList(QWidget):
    """`section_chosen(str)` and `picked(str)`: a person wants another section, another thing.

    `act_asked(str)`: to do something with the thing that is chosen, see `ThingActs`.
    """

    section_chosen = Signal(str)
    picked = Signal(str)
    act_asked = Signal(str)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        names = FlowRow(spacing=4)
        group = QButtonGroup(self)
        self.buttons: dict[SectionName, KeyButton] = {}
        for section, words in SECTIONS.items():
            button = KeyButton(t(words), self, kind="quiet", size="small")
            button.setCheckable(True)
            button.setObjectName(f"workshop-section-{section}")
            button.clicked.connect(lambda _=False, which=section: self.section_chosen.emit(which))
            group.addButton(button)
            names.add(button, 1)
            self.buttons[section] = button
        column.addLayout(names)
        self.table = ListTable([""], self, stretch=0)
        self.table.setObjectName("workshop-things")
        describe(self.table, t("What can be changed"))
        self.table.picked.connect(self.picked)
        column.addWidget(self.table)
        self.acts = ThingActs(t, self)
        self.acts.asked.connect(self.act_asked)
        column.addWidget(self.acts)
        column.addStretch(1)
        self.setFocusProxy(self.table)

    def show_sections(self, there: Collection[SectionName]) -> None:
        """Offer the sections that have anything in them."""
        for section, button in self.buttons.items():
            button.setVisible(section in there)

    def show_things(self, section: SectionName, things: Sequence[Thing], chosen: str) -> None:
        """Show the things of a section without telling."""
        for known, button in self.buttons.items():
            button.setChecked(known == section)
            button.set_kind("strong" if known == section else "quiet")
        rows = [
            Row(ident=one.ident, cells=(Cell(text=one.title, below=one.note, is_quiet=one.is_out),))
            for one in things
        ]
        blocked = self.table.blockSignals(True)
        self.table.set_rows(rows)
        self.table.choose(chosen)
        self.table.blockSignals(blocked)
        self.show_acts(section, things, chosen)
        shown = min(max(len(rows), _LEAST_ROWS), _MOST_ROWS)
        self.table.setFixedHeight(ListTable.ROW * shown + 4)

    def show_acts(self, section: SectionName, things: Sequence[Thing], chosen: str) -> None:
        """Offer what can be done with the thing that is chosen."""
        thing = next((one for one in things if one.ident == chosen), None)
        if thing is not None:
            alike = [one for one in things if (one.row is None) == (thing.row is None)]
            self.acts.show_thing(section, thing, len(alike))
