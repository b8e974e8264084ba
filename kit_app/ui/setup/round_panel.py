"""The round of the room: lines of the kit, ticked by hand while walking."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.room import RoomLine
from kit_app.i18n import Catalogue
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel


class RoundPanel(Panel):
    """`ticked(frozenset)`: the ids that are ticked now, after a person changed one."""

    ticked = Signal(object)

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Envelopes and room"), parent)
        self._t = t
        self.note = Label("", "small", self)
        self.add(self.note)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add(self._column)
        self.boxes: dict[str, CheckBox] = {}
        self.clear = KeyButton(t("Untick all"), self, kind="quiet", size="small")
        self.clear.setObjectName("round-clear")
        self.clear.clicked.connect(self._untick)
        foot = QHBoxLayout()
        foot.addWidget(self.clear)
        foot.addStretch(1)
        self.add(foot)
        self._lines: tuple[RoomLine, ...] = ()
        self._tell()

    def show_lines(self, lines: Sequence[RoomLine], ticked: Collection[str]) -> None:
        """Show these lines and which of them are ticked."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._build()
        for ident, box in self.boxes.items():
            box.setChecked(ident in ticked)
        self._tell()

    def _build(self) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for line in self._lines:
            box = CheckBox(line.text, self)
            box.setObjectName(f"round-{line.id}")
            box.setAccessibleName(line.text)
            box.clicked.connect(self._change)
            self._column.addWidget(box)
            box.show()
            self.boxes[line.id] = box

    def _change(self) -> None:
        self._tell()
        self.ticked.emit(frozenset(ident for ident, box in self.boxes.items() if box.isChecked()))

    def _untick(self) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        self._change()

    def _tell(self) -> None:
        t, done = self._t, sum(box.isChecked() for box in self.boxes.values())
        if not self.boxes:
            self.note.setText(t("The kit asks for nothing to be looked at, or is still being read."))
        elif done == len(self.boxes):
            self.note.setText(t("All is ticked."))
        else:
            self.note.setText(
                t("To tick while walking round: {done} of {all}.", done=done, all=len(self.boxes))
            )
        self.clear.setEnabled(done > 0)
