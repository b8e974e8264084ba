"""What the players of a session learnt: by theme or by question, a table beside a chart, always with n."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kit_app.errors import KitAppError
from kit_app.game.learning import (
    OVERALL,
    Change,
    Pair,
    PairCounts,
    item_change,
    theme_change,
)
from kit_app.game.masking import FEWEST_PEOPLE
from kit_app.i18n import Catalogue, number
from kit_app.services.learning_words import (
    METHOD,
    METHOD_OF_GROUPS,
    change_text,
    days_text,
    people_text,
    share_text,
    sheets_text,
    theme_name,
)
from kit_app.services.questionnaires import Questionnaire
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.learning.change_chart import ChangeChart, ChangeRow

_HEAD = 36
_SIDE = 420
_BESIDE_FROM = 980
_WHOLE = 100
_PADDING, _CAPTION = 24, 64
"""Around the table, and around the chart with the line above it."""


class LearningPage(Page):
    """`show_session(id)`; `typing_asked(id)`, `back_asked()`, `changed(Changed)`.

    `ask` is an attribute, so that tests can answer instead of a person.
    """

    typing_asked = Signal(str)
    back_asked = Signal()
    changed = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("What was learnt"), "", parent)
        self._services = services
        self._t = t
        self._session_id = ""
        self._found: Questionnaire | None = None
        self.ask = QuestionDialog.ask
        self._build_choices()
        self._build_results()
        self.empty = EmptyState("empty-results", "", t("Type sheets in"), self)
        self.empty.asked.connect(lambda: self.typing_asked.emit(self._session_id))
        self.add(self.empty, _WHOLE)
        self.content.addStretch(1)
        self._build_foot()

    def _build_choices(self) -> None:
        t = self._t
        pairs = [("before-after", t("After the game")), ("before-month", t("One month later"))]
        self.pairs = SegmentedChoice(pairs, self, name=t("Compared with before"))
        self.pairs.set_value("before-after")
        self.pairs.changed.connect(lambda _chosen: self._show())
        self.parts = SegmentedChoice(
            [("theme", t("By theme")), ("item", t("By question"))], self, name=t("Lines of the table")
        )
        self.parts.set_value("theme")
        self.parts.changed.connect(lambda _chosen: self._show())
        self.add_action(self.pairs)
        self.add_action(self.parts)

    def _build_results(self) -> None:
        t = self._t
        self.results = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.results)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(12)
        panel = self.listed = Panel("", self.results, padding=8)
        heads = (t("Subject"), t("Before"), t("After"), t("Change in points"), t("People"))
        self.table = ListTable(heads, panel, stretch=0)
        self.table.setObjectName("learnt-table")
        self.table.setAccessibleName(t("What was learnt"))
        self.table.set_giving_way([1, 2])
        panel.add(self.table)
        panel.body.addStretch(1)
        self._columns.addWidget(panel, 1)
        self.side = Panel("", self.results)
        self.side.add(
            flowing(Label(t("ring: before · dot: after · thin line: 95 % interval"), "small", self.side))
        )
        self.chart = ChangeChart(t, self.side)
        self.side.add(self.chart)
        self.side.body.addStretch(1)
        self._columns.addWidget(self.side)
        self.add(self.results)
        self.judged = Panel(t("Opinions after the game"), self)
        self.opinions = flowing(Label("", "body", self.judged))
        self.opinions.setObjectName("opinions")
        self.judged.add(self.opinions)
        self.add(self.judged)
        self.method = flowing(Label("", "small", self))
        self.add(self.method)
        self._build_pairing()

    def _build_pairing(self) -> None:
        """How long the sheets stay, and the way to be rid of them at once."""
        t = self._t
        self.pairing = Panel("", self, padding=12)
        self.days = Label("", "body", self.pairing)
        self.days.setMinimumWidth(240)
        self.close_pairing = KeyButton(t("Count and delete the sheets…"), self.pairing, icon="lock")
        self.close_pairing.setObjectName("close-pairing")
        self.close_pairing.clicked.connect(self._close)
        row = FlowRow(spacing=12)
        row.add(self.days, 1)
        row.add(self.close_pairing)
        self.pairing.add(row)
        self.add(self.pairing)
        for part in (self.judged, self.pairing):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _build_foot(self) -> None:
        t = self._t
        foot = self.show_foot()
        self.back = KeyButton(t("Go back"), self, kind="quiet", size="large", icon="left")
        self.back.setObjectName("back")
        self.back.clicked.connect(self.back_asked)
        foot.add_left(self.back)
        self.type_in = KeyButton(t("Type sheets in"), self, kind="primary", icon="edit", key="Ctrl+Return")
        self.type_in.setObjectName("type-sheets")
        self.type_in.clicked.connect(lambda: self.typing_asked.emit(self._session_id))
        foot.add(self.type_in)

    def show_session(self, session_id: str) -> None:
        """What the players of a session learnt. Raises KitAppError."""
        self._session_id = session_id
        self._found = self._services.questionnaires.of_session(session_id, self._t.language)
        name = self._services.sessions.get(session_id).name
        self.set_crumbs(f"{self._t('Sessions')} › {name}")
        self._show()

    def _show(self) -> None:
        found, t = self._found, self._t
        if found is None:
            return
        has_sheets = bool(found.sheets) or found.is_closed
        for part in (self.results, self.pairs, self.parts, self.method):
            part.setVisible(has_sheets)
        self.empty.setVisible(not has_sheets)
        self.empty.label.setText(
            t("No sheet was typed in yet. What was learnt stands here then.")
            if found.asked
            else t("The kit of this session has no questionnaire.")
        )
        self.empty.button.setVisible(bool(found.asked))
        for part in (self.pairing, self.type_in):  # else what can be done stands in the middle
            part.setVisible(bool(found.sheets))
        self.days.setText(days_text(found, t))
        self.set_title(t("What was learnt"), self._state(found) if has_sheets else "")
        if has_sheets:
            self._show_changes(found)
        self._show_opinions(found)

    def _state(self, found: Questionnaire) -> str:
        t = self._t
        told = sheets_text(found, t)
        if found.is_closed:
            return t("{sheets} · counted, the sheets are deleted", sheets=told)
        return t("{sheets} · the sheets are still kept", sheets=told)

    def _show_changes(self, found: Questionnaire) -> None:
        t = self._t
        pair: Pair = "before-month" if self.pairs.value() == "before-month" else "before-after"
        counts = found.counts.pairs.get(pair, PairCounts())
        whole = theme_change(counts, OVERALL, found.counts.items_of(OVERALL))
        rows = [(OVERALL, theme_name(OVERALL, found.themes, t), whole)]
        if self.parts.value() == "theme":
            rows += [
                (
                    theme,
                    theme_name(theme, found.themes, t),
                    theme_change(counts, theme, found.counts.items_of(theme)),
                )
                for theme in found.counts.theme_ids()
            ]
        else:
            rows += [
                (one.question.id, f"{place}. {one.words.ask}", item_change(counts.items[one.question.id]))
                for place, one in enumerate(found.asked, start=1)
                if one.question.id in counts.items
            ]
        self.table.set_rows([self._row(ident, name, change) for ident, name, change in rows])
        self.table.setFixedHeight(ListTable.ROW * len(rows) + _HEAD)
        self.chart.show_rows(
            [
                ChangeRow(name=self._short(place, name), change=change)
                for place, (_, name, change) in enumerate(rows)
            ]
        )
        self.listed.setMinimumHeight(self.table.minimumHeight() + _PADDING)
        self.side.setMinimumHeight(self.chart.sizeHint().height() + _CAPTION)
        self._fit_results()
        is_of_groups = not whole.is_masked and not whole.is_paired
        self.method.setText(t(METHOD_OF_GROUPS if is_of_groups else METHOD))

    def _short(self, place: int, name: str) -> str:
        """In the chart a question is its number: its words stand in the table beside."""
        return name if place == 0 or self.parts.value() == "theme" else str(place)

    def _row(self, ident: str, name: str, change: Change) -> Row:
        t = self._t
        is_whole = ident == OVERALL
        return Row(
            ident=ident or "all",
            cells=(
                Cell(text=name, is_bold=is_whole),
                Cell(text=share_text(change.first, t), is_number=True),
                Cell(text=share_text(change.second, t), is_number=True),
                Cell(text=change_text(change, t), is_number=True),
                Cell(text=people_text(change), is_number=True),
            ),
        )

    def _show_opinions(self, found: Questionnaire) -> None:
        t = self._t
        lines = []
        for opinion, words in found.opinions.items():
            given = found.counts.opinions.get(opinion, ())
            people = sum(given)
            if people >= FEWEST_PEOPLE:
                mean = sum(grade * count for grade, count in enumerate(given, start=1)) / people
                mark = number(mean, t.language, 1)
                lines.append(t("{mean} of 5 ({n} people): {opinion}", mean=mark, n=people, opinion=words))
            elif people:
                lines.append(t("fewer than 5 people, not shown: {opinion}", opinion=words))
        self.opinions.setText("\n".join(lines))
        self.judged.setVisible(bool(lines))

    def _close(self) -> None:
        t = self._t
        question = QuestionDialog(
            t("Count the sheets and delete them?"),
            t(
                "The coded sheets of this session are deleted for good, also from the copies. The counts"
                " stay. A sheet that comes later, such as that of the month after, cannot be added any more."
            ),
            [
                Verb("close", t("Count and delete"), "danger"),
                Verb("keep", t("Keep the sheets"), "secondary", is_default=True),
            ],
            self,
        )
        if self.ask(question) != "close":
            return
        try:
            changed = self._services.questionnaires.close(self._session_id)
            self.show_session(self._session_id)
        except KitAppError as error:
            self.banners.show_banner("close", "danger", t.of(error))
            return
        self.changed.emit(changed)

    def _fit_results(self) -> None:
        """As high as table and chart need, at once: what was out of sight is laid out only later."""
        heights = (self.listed.minimumHeight(), self.side.minimumHeight())
        is_beside = self.width() >= _BESIDE_FROM
        self.results.setFixedHeight(max(heights) if is_beside else sum(heights) + self._columns.spacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        self._fit_results()
        self.side.setMinimumWidth(_SIDE if is_beside else 0)
        self.side.setMaximumWidth(_SIDE if is_beside else 16_777_215)
