"""Looking back on a rehearsal: a few sentences, the time line, and every moment that was to be led."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, duration
from kit_app.services.rehearsal_words import point_words, summary, verdict_word
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tags import TagKind
from kit_app.ui.common.timeline import Timeline, TimelineRow
from kit_app.ui.rehearsal.moments import MomentRow
from kit_app.views.rehearsal import Point, PuzzleLine, Review, Verdict

KINDS: dict[Verdict, TagKind] = {"good": "ok", "early": "warn", "late": "warn", "missed": "danger"}
_FAULTS = ("projector-out", "player-away", "player-back", "broken-prop", "wrong-guess", "restart")


class ReviewView(QWidget):
    """Shows a `Review`. `paper_asked()`: have it on paper."""

    paper_asked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        panel = Panel(t("How you led it"), self)
        self.paper = KeyButton(t("As one page…"), panel, size="small", icon="print")
        self.paper.setObjectName("rehearsal-paper")
        self.paper.clicked.connect(self.paper_asked)
        panel.add_to_head(self.paper)
        self.sentences = [Label("", "bold" if place == 0 else "body", panel) for place in range(4)]
        for label in self.sentences:
            panel.add(label)
        column.addWidget(panel)
        lines = Panel(t("Time line"), self)
        lines.add(
            Label(
                t("bar: time spent · stroke: target · lamp: hint · red: too early, too late, missed"), "small"
            )
        )
        self.timeline = Timeline(lines, name=t("Time line"))
        lines.add(self.timeline)
        column.addWidget(lines)
        self.moments = Panel(t("Moment by moment"), self)
        column.addWidget(self.moments)
        self.rows: list[MomentRow] = []
        self.none = Label(t("Nothing was due from you in this rehearsal."), "body", self.moments)
        self.moments.add(self.none)

    def show_review(self, review: Review) -> None:
        """Show another one."""
        t = self._t
        (_name, end), *others = summary(review, t)
        named = [t("{name}: {value}", name=name, value=words) for name, words in others]
        for label, words in zip(self.sentences, (end, *named), strict=True):
            label.setText(words)
        titles = {one.id: one.title for one in review.lines}
        opened = sorted(
            (one for one in review.lines if one.opened_ms is not None), key=lambda one: one.opened_ms or 0
        )
        rows = [self._puzzle(one, review) for one in opened]
        rows += [self._fault(one) for one in review.points if one.kind in _FAULTS]
        rows += [self._silence(since, until) for since, until in review.silences]
        self.timeline.show_rows(rows, review.whole_ms / 1000, "min")
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._moment(one, titles) for one in review.points]
        self.none.setVisible(not self.rows)
        for row in self.rows:
            self.moments.add(row)

    def _moment(self, point: Point, titles: dict[str, str]) -> MomentRow:
        at = point.due_ms if point.done_ms is None else point.done_ms
        words = point_words(point, titles.get(point.puzzle, ""), self._t)
        verdict = verdict_word(point.verdict, self._t)
        return MomentRow(duration(at // 1000), words, verdict, KINDS[point.verdict], self.moments)

    def _puzzle(self, line: PuzzleLine, review: Review) -> TimelineRow:
        start = line.opened_ms or 0
        end = review.whole_ms if line.solved_ms is None else line.solved_ms
        mine = [one for one in review.points if one.puzzle == line.id and one.kind in ("hint", "no-hint")]
        amiss = [one for one in mine if one.verdict != "good"]
        words = verdict_word(amiss[0].verdict, self._t) if amiss else ""
        return TimelineRow(
            ident=line.id,
            title=line.title,
            path=line.path,
            start_s=start / 1000,
            end_s=None if line.solved_ms is None else line.solved_ms / 1000,
            target_s=line.target_ms / 1000,
            hints_s=tuple(at / 1000 for at in line.hints_ms),
            text=" · ".join(filter(None, (duration((end - start) // 1000), words))),
            is_late=bool(amiss),
        )

    def _fault(self, point: Point) -> TimelineRow:
        t = self._t
        names = {
            "projector-out": t("Projector out"),
            "player-away": t("Player called away"),
            "player-back": t("Player back"),
            "broken-prop": t("Torn prop"),
            "wrong-guess": t("Shouted guess"),
            "restart": t("Laptop restarted"),
        }
        done = point.done_ms if point.done_ms is not None and point.done_ms > point.due_ms else point.due_ms
        return TimelineRow(
            ident="",
            title=names[point.kind],
            start_s=point.due_ms / 1000,
            end_s=(point.due_ms if point.kind == "wrong-guess" else done) / 1000,
            text=verdict_word(point.verdict, t),
            is_late=point.verdict != "good",
        )

    def _silence(self, since: int, until: int) -> TimelineRow:
        words = duration((until - since) // 1000)
        return TimelineRow(
            ident="",
            title=self._t("Silence"),
            start_s=since / 1000,
            end_s=until / 1000,
            text=words,
            is_late=True,
        )
