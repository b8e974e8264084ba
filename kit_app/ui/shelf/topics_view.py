"""Topics for a webinar: the most wanted first, their points changed beside, the list as it is printed."""

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.assets import resources_dir
from kit_app.domain.references import MOST_POINTS, Topic
from kit_app.domain.shelf import OwnTopic
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, load
from kit_app.services.services import Services
from kit_app.services.shelf import TopicRow
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.dialogs import TextDialog
from kit_app.ui.common.fields import Field
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.told import Told
from kit_app.ui.shelf.drawn_view import DrawnView, Work
from kit_app.ui.shelf.view import Finished
from kit_app.views.paper import PaperPdf

LONGEST = 80


class TopicsView(DrawnView):
    """`ask_title` is an attribute, so that tests can answer instead of a person."""

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(services, t, parent)
        self._rows: dict[str, TopicRow] = {}
        self.ask_title = self._ask_title
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._build_list(), 1)
        left.addWidget(self._build_points())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(left, 12)
        self._row.addWidget(self.preview, 8)

    def _build_list(self) -> QWidget:
        t = self._t
        panel = Panel(t("Topics for a webinar"), self)
        self.add = KeyButton(t("Add a topic…"), self, size="small", icon="plus", key="Ctrl+N")
        self.add.setObjectName("topics-add")
        self.add.clicked.connect(self._add)
        panel.add_to_head(self.add)
        headings = [t("Topic"), t("News"), t("Difficulties"), t("Incidents"), t("Sum")]
        self.table = ListTable(headings, self, stretch=0)
        self.table.setObjectName("topics-table")
        self.table.setAccessibleName(t("Topics for a webinar"))
        self.table.setMinimumHeight(200)
        self.table.picked.connect(lambda _ident: self._follow())
        self.table.opened.connect(lambda _ident: self.points["news"].setFocus())
        panel.add(self.table, 1)
        return panel

    def _build_points(self) -> QWidget:
        t = self._t
        self.panel = Panel("", self)
        self.name = QLineEdit(self)
        self.name.setObjectName("topics-title")
        self.name.setMaxLength(LONGEST)
        self.name.editingFinished.connect(self._rename)
        self.name_field = Field(t("Title"), self.name, "", self)
        self.panel.add(self.name_field)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(24)
        self.points: dict[str, SegmentedChoice] = {}
        for ident, label in (
            ("news", t("In the news")),
            ("difficulties", t("Difficulties reported")),
            ("incidents", t("Incidents of one cause")),
        ):
            choices = [(str(points), str(points)) for points in range(MOST_POINTS + 1)]
            choice = SegmentedChoice(choices, self, name=label)
            choice.setObjectName(f"topics-{ident}")
            choice.changed.connect(lambda points, which=ident: self._score(which, int(points)))
            self.points[ident] = choice
            self._choices.addWidget(Field(label, choice, "", self))
        self._choices.addStretch(1)
        self.panel.add(self._choices)
        self.remove = KeyButton(t("Delete"), self, kind="quiet", size="small", icon="trash")
        self.remove.setObjectName("topics-delete")
        self.remove.clicked.connect(self._remove)
        self.panel.add_to_head(self.remove)
        return self.panel

    def reload(self) -> None:
        rows = self._services.shelf.topics(self._t.language)
        self._rows = {row.topic.id: row for row in rows}
        self.table.set_rows([_row(row) for row in rows])
        if rows and not self.table.chosen():
            self.table.choose(rows[0].topic.id)
        self._follow()
        self.draw()

    def first_focus(self) -> None:
        self.table.setFocus()

    def _chosen(self) -> TopicRow | None:
        return self._rows.get(self.table.chosen())

    def _follow(self) -> None:
        """Show the points of the chosen topic."""
        row = self._chosen()
        self.panel.setEnabled(row is not None)
        if row is None:
            return
        self.panel.set_title(row.title)
        self.name.setText(row.title)
        self.name_field.setVisible(row.is_own)
        self.remove.setVisible(row.is_own)
        for ident, choice in self.points.items():
            choice.set_value(str(getattr(row.topic, ident)))

    def _score(self, which: str, points: int) -> None:
        row = self._chosen()
        if row is None:
            return
        topic = Topic(
            id=row.topic.id,
            news=points if which == "news" else row.topic.news,
            difficulties=points if which == "difficulties" else row.topic.difficulties,
            incidents=points if which == "incidents" else row.topic.incidents,
        )
        self._change(OwnTopic(topic=topic, title=row.title if row.is_own else ""))

    def _rename(self) -> None:
        row, title = self._chosen(), self.name.text().strip()
        if row is None or not row.is_own:
            return
        if not title:
            self.name.setText(row.title)
        elif title != row.title:
            self._change(OwnTopic(topic=row.topic, title=title))

    def _change(self, own: OwnTopic) -> None:
        try:
            self._services.shelf.change_topic(own.topic, own.title)
        except KitAppError as error:
            self.refused.emit(error)
            self._follow()
            return
        self.reload()
        self.table.choose(own.topic.id)
        self.table.scrollTo(self.table.currentIndex())

    def _ask_title(self) -> str | None:
        t = self._t
        titles = {row.title.casefold() for row in self._rows.values()}

        def check(text: str) -> str:
            if not text:
                return t("Give the topic a title.")
            return t("This topic is on the list already.") if text.casefold() in titles else ""

        dialog = TextDialog(
            t("A topic of your own"), t("Title"), (t("Add the topic"), t("Leave it")), self, check=check
        )
        dialog.edit.setMaxLength(LONGEST)
        return dialog.ask()

    def _add(self) -> None:
        title = self.ask_title()
        if title is None:
            return
        try:
            ident = self._services.shelf.add_topic(title)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self.reload()
        self.table.choose(ident)
        self.points["news"].setFocus()

    def _remove(self) -> None:
        row, t = self._chosen(), self._t
        if row is None or not row.is_own:
            return
        try:
            gone = self._services.shelf.remove_topic(row.topic.id)
        except KitAppError as error:
            self.refused.emit(error)
            return
        self.reload()
        self.first_focus()
        self.told.emit(Told(t("Topic deleted."), t("Undo"), lambda: self._change(gone)))

    # The page

    def work(self) -> Work | None:
        services = self._services
        kit, issuer = services.shelf.kit(), services.profile.issuer()
        t = load(resources_dir() / "i18n", self._t.language)

        def work(progress: Progress) -> PaperPdf:
            from kit_app.services.printing.topics import topics_pdf  # loads what draws

            return topics_pdf(kit, issuer, t)

        return work

    def finished(self) -> Finished | None:
        made, title = self.made, self._t("Topics for a webinar")
        return Finished(made=made, file_name=f"{title}.pdf", title=title) if made is not None else None

    def kept(self) -> tuple[bool, str]:
        return True, self._t("Points kept")

    def fit(self, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self._choices.setDirection(way)
        self.preview.setMinimumHeight(0 if is_wide else 480)


def _row(row: TopicRow) -> Row:
    topic = row.topic
    numbers = (topic.news, topic.difficulties, topic.incidents)
    return Row(
        ident=topic.id,
        cells=(
            Cell(text=row.title, is_bold=True),
            *(Cell(text=str(number), is_number=True) for number in numbers),
            Cell(text=str(topic.score), is_number=True, is_bold=True),
        ),
    )
