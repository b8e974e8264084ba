"""The form of a thing: groups of fields, the languages side by side, long forms a part at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kit_app.domain.kit_document import Place
from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.services.workshop.forms import Adding, Field, Group, Row
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.rows import count
from kit_app.ui.common.accessible import describe
from kit_app.ui.common.buttons import icon_button
from kit_app.ui.common.fields import Field as LabelledField
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.workshop.editors import Editor
from kit_app.ui.workshop.row_bar import RowBar, adding_button

_A_PART = 20
"""So many fields are shown at a time."""
_LEAST_WIDTH = 200


class FormView(QWidget):
    """`edited(Place, value)`: a person changed a value; `left()`: the keyboard went elsewhere.

    `entered(Place)`: the keyboard came to a field. `row_asked(act, Row)`: do something with a row, see
    `RowBar`; `adding_asked(Adding)`: put one at the end of a list.
    """

    edited = Signal(object, object)
    row_asked = Signal(str, object)
    adding_asked = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = KitDraft("", {})
        self._t = t
        self._groups: tuple[Group, ...] = ()
        self._part = 0
        self.editors: dict[Place, Editor] = {}
        self.shown: QWidget = self
        """What `go_to` brought into view last."""
        self._fields: dict[Place, LabelledField] = {}
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._build_parts())
        self._column.addStretch(1)

    def _build_parts(self) -> QWidget:
        t = self._t
        self.parts = QWidget(self)
        row = QHBoxLayout(self.parts)
        row.setContentsMargins(0, 0, 0, 0)
        self.back = icon_button("left", t("Fields before"), self.parts)
        self.forth = icon_button("right", t("Further fields"), self.parts)
        self.back.setObjectName("form-back")
        self.forth.setObjectName("form-forth")
        self.back.clicked.connect(lambda: self._turn(self._part - 1))
        self.forth.clicked.connect(lambda: self._turn(self._part + 1))
        self.range = Label("", "quiet", self.parts, wraps=False)
        for part in (self.back, self.range, self.forth):
            row.addWidget(part)
        row.addStretch(1)
        self.parts.hide()
        return self.parts

    def show_draft(self, draft: KitDraft) -> None:
        """Show values of another draft from now on."""
        self._draft = draft

    def show_groups(self, groups: Sequence[Group], *, part: int = 0) -> None:
        """Show another form."""
        self._groups = tuple(group for group in groups if group.fields or group.adds)
        self._turn(part)

    def follow(self, groups: Sequence[Group]) -> None:
        """Show a form as it is now: the values, what can be chosen, and rows that have come or gone."""
        now = tuple(group for group in groups if group.fields or group.adds)
        if _without_options(now) != _without_options(self._groups):
            self.show_groups(groups, part=self._part)
            return
        self._groups = now
        for group in now:
            for field in group.fields:
                for place in field.places:
                    if place in self.editors:
                        self.editors[place].offer(field.options)
        self.refresh()

    def refresh(self) -> None:
        """Show the values as they are now."""
        for place, editor in self.editors.items():
            editor.show_value(self._draft.value(place))

    def go_to(self, place: Place) -> bool:
        """Bring the field of a place, or the first one in it, into view and give it the keyboard.

        False: it is not in this form.
        """
        number, field = self._nearest(place)
        if field is None:
            return False
        if number // _A_PART != self._part:
            self._turn(number // _A_PART)
        first = field.places[0]
        found = first if field.is_one else next((one for one in field.places if _is_in(one, place)), first)
        self.shown = self.editors[found]
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _nearest(self, place: Place) -> tuple[int, Field | None]:
        """The field of a place, or the first one in it, rather one that can be changed; with its number."""
        found = [
            (number, field)
            for number, (_title, field) in enumerate(self._flat())
            if isinstance(field, Field)
            and (any(_is_in(one, place) for one in field.places) or _is_of(field, place))
        ]
        changing = (one for one in found if one[1].kind != "fixed")
        return next(changing, found[0] if found else (0, None))

    def places_of(self, place: Place) -> tuple[Place, ...]:
        """Where what is made of the field of a place is written: in every language, or there alone."""
        field = self._nearest(place)[1]
        if field is None or not field.is_one:
            return (place,)
        others = (one for one in field.places if one != place and self._draft.value(one) is not None)
        return (place, *others)

    def refuse(self, place: Place, sentence: str) -> None:
        """Say at a field why its value is not taken; an empty text takes the sentence away."""
        field = self._fields.get(place)
        if field is not None:
            field.set_error(sentence)

    def _flat(self) -> list[tuple[str, Field | Adding]]:
        flat: list[tuple[str, Field | Adding]] = []
        for group in self._groups:
            flat += [(group.title, field) for field in group.fields]
            flat += [(group.title, adding) for adding in group.adds]
        return flat

    def _turn(self, part: int) -> None:
        flat = self._flat()
        most = max(0, (len(flat) - 1) // _A_PART)
        self._part = min(max(part, 0), most)
        first = self._part * _A_PART
        shown = flat[first : first + _A_PART]
        self.parts.setVisible(most > 0)
        self.back.setEnabled(self._part > 0)
        self.forth.setEnabled(self._part < most)
        words = self._t(
            "Fields {first} to {last} of {n}", first=first + 1, last=first + len(shown), n=len(flat)
        )
        self.range.setText(words)
        self._build(shown)

    def _build(self, shown: Sequence[tuple[str, Field | Adding]]) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self.editors, self._fields = {}, {}
        body = self._body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        panel, title = None, None
        rows: tuple[Row, ...] = ()
        for heading, field in shown:
            if panel is None or heading != title:
                panel, title = Panel(heading, body), heading
                column.addWidget(panel)
            if isinstance(field, Adding):
                panel.add(self._adding(field, panel))
                continue
            for row in field.rows:
                if row not in rows:
                    panel.add(self._bar(row, panel))
            rows = field.rows
            panel.add(self._row(field, panel))
        self._column.insertWidget(1, body)
        body.show()
        self.refresh()

    def _bar(self, row: Row, parent: QWidget) -> RowBar:
        bar = RowBar(row, count(self._draft, row.lists), self._t, parent)
        bar.asked.connect(lambda act: self.row_asked.emit(act, row))
        return bar

    def _adding(self, adding: Adding, parent: QWidget) -> QWidget:
        button = adding_button(adding, self._t, parent)
        button.clicked.connect(lambda: self.adding_asked.emit(adding))
        return button

    def _row(self, field: Field, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowRow(row, spacing=12)
        for place in field.places[:1] if field.is_one else field.places:
            flow.add(self._one(field, place, row), 1)
        return row

    def _one(self, field: Field, place: Place, parent: QWidget) -> QWidget:
        editor = Editor(field, self._t, parent)
        editor.control.setObjectName(f"{place.file}:{'.'.join(map(str, place.path))}")
        language = self._language(place) if len(field.places) > 1 and not field.is_one else ""
        label, seen = (
            f"{words} ({language})" if language else words
            for words in (field.label, _label_in_row(field, self._t))
        )
        labelled = LabelledField("" if field.kind == "tick" else seen, editor, field.help, parent)
        labelled.label.setVisible(field.kind != "tick")
        labelled.setMinimumWidth(_LEAST_WIDTH)
        describe(editor.control if field.kind != "ticks" else editor, label, field.help)
        editor.edited.connect(lambda value: self._on_edit(place, value))
        editor.settled.connect(self.left)
        editor.wrong.connect(lambda: self.refuse(place, self._t("This is no number.")))
        for part in (editor.control, *editor.parts.values()):
            part.installEventFilter(self)
        self.editors[place] = editor
        self._fields[place] = labelled
        return labelled

    @staticmethod
    def _language(place: Place) -> str:
        parts = place.file.split("/")
        ident = parts[parts.index("words") + 1] if "words" in parts else ""
        return LANGUAGES.get(ident, ident)

    def _on_edit(self, place: Place, value: Any) -> None:
        self.refuse(place, "")
        self.edited.emit(place, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for place, editor in self.editors.items():
                if watched is editor.control or watched in editor.parts.values():
                    self.entered.emit(place)
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False


def _is_in(place: Place, other: Place) -> bool:
    """Whether a place is another one, or within it."""
    return place.file == other.file and place.path[: len(other.path)] == other.path


def _is_of(field: Field, place: Place) -> bool:
    """Whether a field is in the row at a place, though its words stand elsewhere."""
    own = ((row.lists[0].file, (*row.lists[0].path, row.number)) for row in field.rows)
    return (place.file, place.path) in own


def _without_options(groups: Sequence[Group]) -> list[Group]:
    """Forms without what their lists offer, which an editor takes in place."""
    return [
        replace(group, fields=tuple(replace(one, options=_offered(one)) for one in group.fields))
        for group in groups
    ]


def _offered(field: Field) -> tuple[tuple[str, str], ...]:
    return field.options if field.kind == "ticks" else ()


def _label_in_row(field: Field, t: Catalogue) -> str:
    """The label of a field below the bar of its row, which says already which row it is."""
    if not field.rows:
        return field.label
    row = field.rows[-1]
    if field.label == row.title:
        return t("Text") if field.kind in ("line", "text") else t("Choice")
    for start in (f"{row.title} · ", f"{row.number + 1} · "):
        if field.label.startswith(start):
            return field.label.removeprefix(start)
    return field.label
