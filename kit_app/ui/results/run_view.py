"""One run: how it ended, its time line, each puzzle against its target, the notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue, duration, time_left
from kit_app.services.note_words import note_words
from kit_app.services.overview import is_long, standing_hints
from kit_app.services.preflight_lines import started_despite
from kit_app.services.result_words import correction_line, on_paper
from kit_app.services.troubles import met_troubles
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.tables import Cell, ListTable, Row
from kit_app.ui.common.timeline import Timeline, TimelineRow
from kit_app.ui.results.words import ending, outcome_word
from kit_app.ui.sums.figures import Figure, FigureRow
from kit_app.ui.sums.words import count_text, time_text
from kit_app.views.results import PuzzleResult, RunResult

_HEAD = 36


class RunView(QWidget):
    """Shows a `RunResult`."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.figures = FigureRow(self)
        column.addWidget(self.figures)
        self.remark = Label("", "quiet", self)
        self.remark.setObjectName("run-remark")
        column.addWidget(self.remark)
        panel = Panel(t("Time line"), self)
        panel.add_to_head(
            Label(t("bar: time spent · stroke: target · lamp: hint"), "small", panel, wraps=False)
        )
        self.timeline = Timeline(panel, name=t("Time line"))
        panel.add(self.timeline)
        column.addWidget(panel)
        column.addWidget(self._build_table())
        self.notes_panel = Panel(t("Notes"), self, icon="note")
        self.notes = Label("", "body", self.notes_panel)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes_panel.add(self.notes)
        column.addWidget(self.notes_panel)
        self.debrief_panel = Panel(t("After the debrief"), self, icon="note")
        self.debrief = Label("", "body", self.debrief_panel)
        self.debrief.setObjectName("run-debrief")
        self.debrief.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.debrief_panel.add(self.debrief)
        self.debrief_readers = Label("", "small", self.debrief_panel)
        self.debrief_panel.add(self.debrief_readers)
        column.addWidget(self.debrief_panel)
        column.addStretch(1)

    def _build_table(self) -> Panel:
        t = self._t
        panel = Panel("", self, padding=8)
        heads = (t("Puzzle"), t("Time spent"), t("Target"), t("Hints"), t("Wrong answers"), t("How it ended"))
        self.table = ListTable(heads, panel, stretch=0)
        self.table.setAccessibleName(t("Puzzles"))
        self.table.set_giving_way([2, 3, 4])
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panel.add(self.table)
        return panel

    def show_result(self, result: RunResult) -> None:
        """Show another run."""
        t = self._t
        self.figures.show_figures(self._figures(result))
        remarks = filter(None, (on_paper(result, t), started_despite(result, t), met_troubles(result, t)))
        corrections = [correction_line(one, t, is_own=True) for one in result.corrections]
        self.remark.setText("\n".join(filter(None, (" ".join(remarks), *corrections))))
        self.remark.setVisible(bool(self.remark.text()))
        opened = [puzzle for puzzle in result.puzzles if puzzle.opened_ms is not None]
        opened.sort(key=lambda puzzle: puzzle.opened_ms or 0)
        rows = [self._line(puzzle, result) for puzzle in opened]
        self.timeline.show_rows(rows, result.played_ms / 1000, "min")
        self.table.set_rows([self._row(puzzle) for puzzle in result.puzzles])
        self.table.setFixedHeight(ListTable.ROW * len(result.puzzles) + _HEAD)
        notes = [
            f"{duration(note.at_ms // 1000)}  {note_words(note.text, note.tag, t)}" for note in result.notes
        ]
        self.notes.setText("\n".join(notes) or t("No note was taken."))
        self.debrief_panel.setVisible(bool(result.debrief.text))
        self.debrief.setText(result.debrief.text)
        told = t("It stands in the report for the management.")
        self.debrief_readers.setText(told if result.debrief.in_report else t("It stands in no report."))

    def _figures(self, result: RunResult) -> list[Figure]:
        t = self._t
        left = time_left(result.left_ms)
        planned = duration((result.duration_ms + result.adjusted_ms) // 1000)
        solved = [puzzle for puzzle in result.puzzles if puzzle.solved_ms is not None]
        jokers = t.plural("with {n} joker", "with {n} jokers", result.jokers) if result.jokers else ""
        team = t.plural("{n} player", "{n} players", result.team_size)
        return [
            Figure(
                outcome_word(result, t),
                t("{left} left", left=left),
                t("{team} · set {set_id}", team=team, set_id=result.set_id),
            ),
            Figure(time_text(result.played_ms), t("of play"), t("of {planned} planned", planned=planned)),
            Figure(f"{len(solved)} / {len(result.puzzles)}", t("puzzles solved")),
            Figure(str(result.hints), t.plural("hint given", "hints given", result.hints), jokers),
            Figure(
                str(result.wrong_tries),
                t.plural("wrong answer", "wrong answers", result.wrong_tries),
                t("Part of this game could not be stored on the disk.") if result.went_unsaved else "",
            ),
        ]

    def _line(self, puzzle: PuzzleResult, result: RunResult) -> TimelineRow:
        t = self._t
        start = puzzle.opened_ms or 0
        hints = standing_hints(result, puzzle.id)
        words = time_text(puzzle.spent_ms)
        if hints:
            words = t.plural("{time} · {n} hint", "{time} · {n} hints", len(hints), time=words)
        return TimelineRow(
            ident=puzzle.id,
            title=puzzle.title,
            path=puzzle.path or "",
            start_s=start / 1000,
            end_s=None if puzzle.solved_ms is None else puzzle.solved_ms / 1000,
            target_s=puzzle.target_ms / 1000,
            hints_s=tuple(at / 1000 for at, _level in hints),
            text=words,
            is_late=is_long(puzzle.spent_ms, puzzle.target_ms),
        )

    def _row(self, puzzle: PuzzleResult) -> Row:
        words, kind = ending(puzzle, self._t)
        spent = None if puzzle.opened_ms is None else puzzle.spent_ms
        return Row(
            ident=puzzle.id,
            cells=(
                Cell(text=f"{puzzle.id} {puzzle.title}", is_bold=True, path=puzzle.path or ""),
                Cell(text=time_text(spent), is_number=True),
                Cell(text=time_text(puzzle.target_ms), is_number=True, is_quiet=True),
                Cell(text=count_text(len(puzzle.hints)), is_number=True),
                Cell(text=count_text(puzzle.wrong_tries), is_number=True),
                Cell(text=words, tag=kind),
            ),
        )
