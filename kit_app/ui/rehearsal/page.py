"""The page of rehearsals: which team, what goes wrong, how fast; afterwards, how it was led."""

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.game.rehearsal.behaviours import BehaviourName
from kit_app.i18n import Catalogue
from kit_app.services.rehearsals import PACES, Wish, teams_of
from kit_app.services.services import Services
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import CardChoice, SegmentedChoice
from kit_app.ui.common.controls import CheckBox, ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.page import Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.paper_dialog import Drawn, PaperDialog
from kit_app.ui.rehearsal.review_view import ReviewView
from kit_app.views.rehearsal import FaultKind, Review

_USUAL_PACE, _GENTLE_PACE = "5", "2"


class RehearsalPage(Page):
    """`asked(session, team, Wish)`: begin; the session is empty for a usual one. `back_asked()`: away.

    `told(Told)`: where the look back was saved.
    """

    asked = Signal(str, int, object)
    back_asked = Signal()
    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(
            t("Rehearse"),
            t("A made-up team plays on your console and the players’ screen. Nothing of it is kept."),
            parent,
        )
        self._services = services
        self._t = t
        self._session = ""
        self._review: Review | None = None
        self.back = KeyButton(t("Go back"), self, icon="left")
        self.back.setObjectName("rehearsal-back")
        self.back.clicked.connect(self.back_asked)
        self.add_action(self.back)
        self.review = ReviewView(t, self)
        self.review.setVisible(False)
        self.review.paper_asked.connect(lambda: self.open_paper())
        self.add(self.review)
        self.add(self._who())
        self.add(self._what())
        self.content.addStretch(1)
        foot = self.show_foot()
        self.start = KeyButton(t("Start the rehearsal"), foot, kind="primary", icon="play")
        self.start.set_key("Ctrl+Return", t("Ctrl+Enter"))
        self.start.setObjectName("rehearsal-start")
        self.start.clicked.connect(lambda: self.asked.emit(self._session, self._team(), self.wish()))
        foot.add(self.start)

    def _who(self) -> QWidget:
        t = self._t
        panel = Panel(t("Who plays"), self)
        self.behaviour = CardChoice(
            [
                ("fast", t("A fast team"), t("Finds most by itself: leave it room.")),
                ("average", t("An average team"), t("Needs a hint here and there, and asks for it.")),
                ("stuck", t("A stuck team"), t("Hangs at some puzzles and falls silent.")),
                ("chaotic", t("A chaotic team"), t("Sits at one table, shouts, guesses, asks early.")),
            ],
            panel,
            name=t("Who plays"),
        )
        self.behaviour.set_value("average")
        panel.add(self.behaviour)
        row = FlowRow(spacing=16)
        self.teams = ComboBox(panel)
        self.teams.setObjectName("rehearsal-team")
        self.team_field = Field(
            t("With the set of"), self.teams, t("Its answers and card codes hold."), panel
        )
        paces = [(str(one), f"× {one}") for one in PACES]
        self.pace = SegmentedChoice(paces, panel, name=t("How fast time passes"))
        self.pace.set_value(_USUAL_PACE)
        row.add(Field(t("How fast time passes"), self.pace, t("You can change it on the way."), panel), 1)
        row.add(self.team_field, 1)
        panel.add(row)
        return panel

    def _what(self) -> QWidget:
        t = self._t
        panel = Panel(t("What goes wrong"), self)
        panel.add(
            Label(t("It comes unannounced. Do with your console what you would do on the day."), "quiet")
        )
        words: dict[FaultKind, str] = {
            "projector-out": t("The projector goes out"),
            "player-away": t("A player is called away"),
            "broken-prop": t("A prop is torn"),
            "wrong-guess": t("A wrong guess is shouted"),
            "restart": t("The laptop restarts"),
        }
        column = QVBoxLayout()
        column.setSpacing(2)
        self.faults: dict[FaultKind, CheckBox] = {}
        for kind, sentence in words.items():
            box = CheckBox(sentence, panel)
            box.setObjectName(f"rehearsal-fault-{kind}")
            self.faults[kind] = box
            column.addWidget(box)
        panel.add(column)
        return panel

    def show_session(self, session_id: str) -> None:
        """Rehearse with this session (empty: a usual one). Raises StorageError."""
        teams = list(teams_of(self._services, session_id)) if session_id else []
        if session_id != self._session:
            self.review.setVisible(False)
        self._session = session_id
        self.teams.clear()
        for number, label in teams:
            self.teams.add_choice(str(number), label)
        self.team_field.setVisible(len(teams) > 1)
        self.start.setText(self._t("Start the rehearsal"))

    def be_gentle(self) -> None:
        """The choices of a first rehearsal: a usual team, little faster than in the room, nothing wrong."""
        self.behaviour.set_value("average")
        self.pace.set_value(_GENTLE_PACE)
        for box in self.faults.values():
            box.setChecked(False)

    def open_paper(self) -> PaperDialog | None:
        """The look back on one page, to be saved or printed."""
        review, t = self._review, self._t
        if review is None:
            return None
        shown = review

        def work(_progress: Progress) -> Drawn:
            from kit_app.services.printing.rehearsal_paper import rehearsal_name, rehearsal_pdf

            return rehearsal_pdf(shown, t), rehearsal_name(t)

        dialog = PaperDialog(t("Look back on a rehearsal"), t("Close"), t, self)
        dialog.told.connect(self.told)
        dialog.finished.connect(dialog.deleteLater)
        dialog.draw(work)
        dialog.open()
        return dialog

    def show_review(self, review: Review) -> None:
        """Look back on the rehearsal that has just ended."""
        self._review = review
        self.review.show_review(review)
        self.review.setVisible(True)
        self.start.setText(self._t("Rehearse again"))
        self.scroll_area.verticalScrollBar().setValue(0)

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.start.setFocus()

    def wish(self) -> Wish:
        """What was chosen."""
        name = next(one for one in get_args(BehaviourName) if one == self.behaviour.value())
        faults = frozenset(kind for kind, box in self.faults.items() if box.isChecked())
        return Wish(behaviour=name, faults=faults, pace=int(self.pace.value()))

    def _team(self) -> int:
        return int(self.teams.value() or 0)
