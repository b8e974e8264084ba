"""What the files of facilities hold and who signed them, before anything of them is taken in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, number
from kit_app.services.region.gathering import Arrival
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.tags import TagKind
from kit_app.ui.sums.tables import HEAD

_SIZE, _AROUND = QSize(860, 640), QSize(24, 24)
_MOST_ROWS = 8


class ArrivalsDialog(QDialog):
    """A line a file; a tick for each key that is not known yet. `trusted()`: the fingerprints ticked."""

    def __init__(self, arrivals: Sequence[Arrival], t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._arrivals = arrivals
        self.ticks: dict[str, CheckBox] = {}
        title = t("Take in results")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "h2", self))
        column.addWidget(self._build_scroll(), 1)
        column.addLayout(self._build_buttons())
        over = parent.window().size() - _AROUND if parent is not None else _SIZE
        self.resize(_SIZE.boundedTo(over))
        self._dress()

    def _build_scroll(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        inner.setProperty("ground", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        good = [one for one in self._arrivals if one.error is None]
        parts = (self._strangers(good, inner), self._refused(inner), self._table(good, inner))
        for part in parts:
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _table(self, arrivals: Sequence[Arrival], parent: QWidget) -> ListTable | None:
        if not arrivals:
            return None
        t = self._t
        heads = (t("Facility"), t("Sessions"), t("New"), t("Corrected"), t("Known"), t("Signature"))
        table = ListTable(heads, parent, stretch=0)
        table.setObjectName("region-arrivals")
        table.setAccessibleName(t("What the files hold"))
        table.set_giving_way((4, 3))
        table.set_rows([self._row(place, one) for place, one in enumerate(arrivals)])
        table.setFixedHeight(ListTable.ROW * min(len(arrivals), _MOST_ROWS) + HEAD)
        return table

    def _row(self, place: int, one: Arrival) -> Row:
        t = self._t
        words: dict[str, tuple[str, TagKind]] = {
            "known": (t("known"), "ok"),
            "new": (t("new"), "info"),
            "other": (t("another one"), "warn"),
        }
        said, kind = words[one.signer]
        numbers = (one.sessions, one.new, one.corrected, one.known)
        cells = (
            Cell(text=one.facility_name, is_bold=True),
            *(Cell(text=number(count, t.language), is_number=True) for count in numbers),
            Cell(text=said, tag=kind),
        )
        return Row(ident=str(place), cells=cells)

    def _strangers(self, arrivals: Sequence[Arrival], parent: QWidget) -> Panel | None:
        """New keys are ticked at first; another key than so far is not, and it is said why."""
        t = self._t
        strangers = {one.fingerprint: one for one in arrivals if one.signer != "known"}
        if not strangers:
            return None
        panel = Panel(t("Who signed?"), parent)
        words = t(
            "A file is signed by the computer that made it, and this computer remembers by whom. To be sure,"
            " telephone the facility and compare the groups of four letters: there they stand in “Results”,"
            " section “For the region”."
        )
        panel.add(flowing(Label(words, "body", panel)))
        for fingerprint, one in strangers.items():
            tick = CheckBox(t("{topic}: {sentence}", topic=one.facility_name, sentence=fingerprint), panel)
            tick.setObjectName("region-trust")
            tick.setChecked(one.signer == "new")
            tick.clicked.connect(lambda _on: self._dress())
            self.ticks[fingerprint] = tick
            panel.add(tick)
            if one.signer == "other":
                why = t(
                    "So far, another computer signed for this facility. It may have a new one, or somebody"
                    " else made this file: tick it only after you have compared the groups by telephone."
                )
                tick.setAccessibleDescription(why)
                panel.add(flowing(Label(why, "error", panel)))
        return panel

    def _refused(self, parent: QWidget) -> Panel | None:
        errors = [one.error for one in self._arrivals if one.error is not None]
        if not errors:
            return None
        panel = Panel(self._t("Not taken in"), parent)
        for error in errors:
            panel.add(flowing(Label(self._t.of(error), "error", panel)))
        return panel

    def _build_buttons(self) -> FlowRow:
        t = self._t
        self.leave = KeyButton(t("Leave as it is"), self, size="large", key="Esc")
        self.leave.setObjectName("region-leave")
        self.leave.clicked.connect(self.reject)
        self.take = KeyButton(t("Take in results"), self, kind="primary", icon="folder")
        self.take.setObjectName("region-take")
        self.take.clicked.connect(self.accept)
        row = FlowRow(aligns_right=True)
        row.add(self.leave)
        row.add(self.take)
        return row

    def trusted(self) -> frozenset[str]:
        """The fingerprints that are trusted from now on."""
        return frozenset(one for one, tick in self.ticks.items() if tick.isChecked())

    def _dress(self) -> None:
        """There must be something to take in."""
        trusted = self.trusted()
        can = any(
            one.error is None and (one.signer == "known" or one.fingerprint in trusted)
            for one in self._arrivals
        )
        self.take.setEnabled(can)
