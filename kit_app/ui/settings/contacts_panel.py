"""Whom the facility's people call: a row a contact with number, name and the day on which it was tried."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kit_app.domain.facility import Contact, Facility
from kit_app.domain.references import CONTACT_DAYS, ContactSpec, is_old
from kit_app.i18n import Catalogue, short_date
from kit_app.ui.common.accessible import describe, set_look
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import Tag

LONGEST = 40
_NARROW, _AROUND = 880, 26


class _Row:
    """One contact: its fields, its day, a button that says that it was tried today."""

    def __init__(self, spec: ContactSpec, label: str, panel: "ContactsPanel", t: Catalogue) -> None:
        self.spec = spec
        self._t = t
        self._checked_on = ""
        self._today = panel.today
        self.label = Label(label, "body", panel)
        self.number = QLineEdit(panel)
        self.number.setObjectName(f"contact-{spec.id}")
        self.number.setPlaceholderText(spec.number)
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance(spec.number) + _AROUND)
        self.name = QLineEdit(panel)
        self.name.setObjectName(f"contact-{spec.id}-name")
        self._names = {
            self.number: t("{who}: number or place", who=label),
            self.name: t("{who}: name", who=label),
        }
        self.error = Label("", "error", panel)
        self.tag = Tag("", "plain", parent=panel)
        self.button = KeyButton(t("Checked today"), panel, kind="quiet", size="small", icon="check")
        self.button.setObjectName(f"contact-{spec.id}-today")
        self.button.setAccessibleName(t("{who}: checked today", who=label))
        self.button.clicked.connect(lambda: self._check(panel))
        self.number.textEdited.connect(lambda: self._typed(panel))
        self.name.textEdited.connect(lambda: self._edited(panel))
        for edit in self._names:
            edit.editingFinished.connect(self.check)
        self.check()

    def show(self, contact: Contact) -> None:
        self.number.setText(contact.number)
        self.name.setText(contact.name)
        self._checked_on = contact.checked_on
        self._follow()
        self.check()

    def check(self) -> QLineEdit | None:
        """The first field that is longer than papers have room for; says so, and cuts nothing."""
        t, wrong = self._t, [edit for edit in self._names if len(edit.text().strip()) > LONGEST]
        over = max((len(edit.text().strip()) - LONGEST for edit in wrong), default=0)
        sentence = t.plural(
            "{n} character too many: at most {most} fit on cards and posters.",
            "{n} characters too many: at most {most} fit on cards and posters.",
            over,
            most=LONGEST,
        )
        for edit, name in self._names.items():
            set_look(edit, "state", "error" if edit in wrong else "")
            describe(edit, name, sentence if edit in wrong else "")
        self.error.setText(sentence if wrong else "")
        self.error.setVisible(bool(wrong))
        return wrong[0] if wrong else None

    @property
    def contact(self) -> Contact:
        number = self.number.text().strip()
        return Contact(
            number=number, name=self.name.text().strip(), checked_on=self._checked_on if number else ""
        )

    def _typed(self, panel: "ContactsPanel") -> None:
        """A number that was typed has not been tried yet."""
        self._checked_on = ""
        self._follow()
        self._edited(panel)

    def _edited(self, panel: "ContactsPanel") -> None:
        self.check()
        panel.edited.emit()

    def _check(self, panel: "ContactsPanel") -> None:
        self._checked_on = self._today.isoformat()
        self._follow()
        panel.edited.emit()

    def _follow(self) -> None:
        t = self._t
        is_own = bool(self.number.text().strip())
        checked_on = self._checked_on if is_own else self.spec.checked_on
        self.button.setEnabled(is_own)
        if not is_own and not self.spec.official:
            self.tag.show_tag(t("to be given"), "plain")
        elif not checked_on:
            self.tag.show_tag(t("never checked"), "warn")
        elif is_old(checked_on, self._today, CONTACT_DAYS):
            day = short_date(date.fromisoformat(checked_on))
            self.tag.show_tag(t("checked on {date}: too long ago", date=day), "warn")
        else:
            day = short_date(date.fromisoformat(checked_on))
            self.tag.show_tag(t("checked on {date}", date=day), "ok")


class ContactsPanel(Panel):
    """`edited` after every change."""

    edited = Signal()

    def __init__(
        self,
        contacts: Sequence[tuple[ContactSpec, str]],
        today: date,
        t: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        """`contacts`: those that the kit's papers name, each with its label."""
        super().__init__(t("Whom to call"), parent)
        self.today = today
        use = t("These numbers stand on the cards and posters. Try each of them twice a year.")
        self.add(Label(use, "help", self))
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        words = (t("Who"), t("Number or place"), t("Name"), t("Checked on"))
        self._headings = [Label(heading, "label", self) for heading in words]
        self.rows = [_Row(spec, label, self, t) for spec, label in contacts]
        self.add(grid)
        self._is_narrow = False
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        """A line for each contact; in a narrow window its name, its fields and its day below one another."""
        grid = self._grid
        for column, share in enumerate((1, 1, 0) if self._is_narrow else (3, 3, 2)):
            grid.setColumnStretch(column, share)
        for column, heading in enumerate(self._headings):
            heading.setVisible(not self._is_narrow)
            grid.addWidget(heading, 0, column)
        for number, row in enumerate(self.rows):
            line = 1 + 4 * number
            if self._is_narrow:
                grid.addWidget(row.label, line, 0, 1, 2)
                grid.addWidget(row.number, line + 1, 0)
                grid.addWidget(row.name, line + 1, 1)
                grid.addWidget(row.tag, line + 2, 0)
                grid.addWidget(row.button, line + 2, 1)
                grid.addWidget(row.error, line + 3, 0, 1, 2)
                continue
            for column, part in enumerate((row.label, row.number, row.name, row.tag, row.button)):
                grid.addWidget(part, line, column)
            grid.addWidget(row.error, line + 1, 1, 1, 4)

    def show_facility(self, facility: Facility) -> None:
        """Fill the rows."""
        for row in self.rows:
            row.show(facility.contact(row.spec.id))

    def check(self) -> QLineEdit | None:
        """The first field that must be mended, None when all is well."""
        wrong = [row.check() for row in self.rows]
        return next((edit for edit in wrong if edit is not None), None)

    def contacts(self, facility: Facility) -> dict[str, Contact]:
        """What stands in the rows, beside contacts of `facility` that this kit does not name."""
        known = {**facility.contacts, **{row.spec.id: row.contact for row in self.rows}}
        return {key: contact for key, contact in known.items() if contact != Contact()}
