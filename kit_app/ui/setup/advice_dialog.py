"""Six questions and, at once, the length, level and teams that suit; one click takes them over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kit_app.domain.advice import (
    EXPERIENCES,
    ROOMS,
    WISHES,
    Advice,
    Answers,
    Experience,
    Room,
    Wish,
    advise,
)
from kit_app.domain.kit import Kit
from kit_app.domain.plan import AUDIENCES, MOST_TEAMS, SessionPlan
from kit_app.i18n import Catalogue, joined
from kit_app.services.advising import Foresight, with_advice
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label, flowing, rule
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.percents import percent
from kit_app.ui.setup.foreseeing import Foreseeing
from kit_app.ui.setup.kit_words import words_of

_WIDTH, _HEIGHT = 700, 700


class AdviceDialog(QDialog):
    """`taken(object)`: the plan as advised. `foreseeing` is the dialog's own."""

    taken = Signal(object)

    def __init__(
        self, t: Catalogue, kit: Kit, plan: SessionPlan, foreseeing: Foreseeing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._kit = kit
        self._plan = plan
        self._words = words_of(kit, t.language)
        self._least, self._most = kit.team_sizes
        self._advised = plan
        self.likely = foreseeing
        self.likely.foreseen.connect(self._show_chance)
        title = t("Which game suits this group?")
        self.setWindowTitle(title)
        self.setModal(True)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(24, 20, 24, 12)
        self._column.setSpacing(12)
        self._column.addWidget(flowing(Label(title, "h2", self._inside)))
        self._build_questions()
        self._build_answer()
        self._build_frame(parent)
        self._answer()

    def _build_questions(self) -> None:
        t, inside = self._t, self._inside
        self.audience = ComboBox(inside)
        self.audience.add_choice("", t("not said"))
        for ident, words in AUDIENCES.items():
            self.audience.add_choice(ident, t(words))
        self.audience.set_value(self._plan.audience)
        self.audience.activated.connect(self._answer)
        people = sum(team.size for team in self._plan.teams)
        names = (t("One person less"), t("One person more"))
        self.people = NumberField(self._least, MOST_TEAMS * self._most, inside, value=people, names=names)
        self.people.setFixedWidth(150)
        self.people.changed.connect(self._count)
        self.people.edit.textEdited.connect(self._type_count)
        slots = sorted({one.slot_min for one in self._kit.variants})
        minutes = [(str(slot), t("{minutes} min", minutes=slot)) for slot in slots]
        minutes[-1] = (str(slots[-1]), t("{minutes} min or more", minutes=slots[-1]))
        self.minutes = self._choice(minutes, t("Time in all, with welcome and debrief"))
        self.experience = self._choice(
            [("first", t("First game")), ("some", t("Some")), ("often", t("They play often"))],
            t("Experience of escape games"),
        )
        self.room = self._choice(
            [("table", t("A large table")), ("room", t("A room")), ("hall", t("A hall"))], t("Place")
        )
        self.wish = self._choice(
            [
                ("succeed", t("Everybody finishes")),
                ("talk", t("Time to talk")),
                ("stretch", t("A challenge")),
            ],
            t("What matters most"),
        )
        row = FlowRow(spacing=16)
        row.add(self._field("advice-audience", t("Audience"), self.audience), 3)
        self.people_field = self._field("advice-people", t("People"), self.people)
        row.add(self.people_field, 2)
        self._column.addLayout(row)
        for name, control in (
            ("minutes", self.minutes),
            ("experience", self.experience),
            ("room", self.room),
            ("wish", self.wish),
        ):
            self._column.addWidget(self._field(f"advice-{name}", control.accessibleName(), control))
        known = {one.id: one.slot_min for one in self._kit.variants}
        self.minutes.set_value(str(known.get(self._plan.variant, slots[-1])))
        self.experience.set_value(EXPERIENCES[0])
        self.room.set_value(ROOMS[1])
        self.wish.set_value(WISHES[0])

    def _choice(self, choices: Sequence[tuple[str, str]], name: str) -> SegmentedChoice:
        made = SegmentedChoice(choices, self._inside, name=name)
        made.changed.connect(self._answer)
        return made

    def _field(self, name: str, label: str, control: QWidget) -> Field:
        control.setObjectName(name)
        return Field(label, control, "", self._inside)

    def _build_answer(self) -> None:
        """The reasons scroll with the questions; what is advised stays in sight at the foot."""
        panel = Panel("", self._inside, look="info")
        self.reasons = tuple(flowing(Label("", "body", panel)) for _ in range(3))
        for part in self.reasons:
            panel.add(part)
        self._column.addWidget(panel)
        self.answer = Label("", "h3", self)
        self.answer.setObjectName("advice-answer")
        self.chance = Label("–", "body", self)
        self._column.addStretch(1)

    def _build_frame(self, parent: QWidget) -> None:
        t = self._t
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._inside)
        self.leave = KeyButton(t("Leave it as it was"), self)
        self.leave.setObjectName("advice-leave")
        self.leave.clicked.connect(self.reject)
        self.take = KeyButton(t("Take this over"), self, kind="primary")
        self.take.setObjectName("advice-take")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.setSpacing(4)
        for part in (self.answer, self.chance):
            foot.addWidget(part)
        foot.addLayout(row)
        whole.addWidget(area, 1)
        whole.addWidget(rule(self))
        whole.addLayout(foot)
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 24), min(_HEIGHT, room.height() - 24))

    def answers(self) -> Answers:
        """The six answers as they stand."""
        experiences: dict[str, Experience] = {one: one for one in EXPERIENCES}
        rooms: dict[str, Room] = {one: one for one in ROOMS}
        wishes: dict[str, Wish] = {one: one for one in WISHES}
        return Answers(
            audience=self.audience.value(),
            experience=experiences[self.experience.value()],
            people=max(self._least, self.people.value()),
            room=rooms[self.room.value()],
            minutes=int(self.minutes.value()),
            wish=wishes[self.wish.value()],
        )

    def _count(self, people: int) -> None:
        """The fewest, made of fewer still, keep the sentence that says so."""
        if people > self._least:
            self.people_field.clear_error()
        self._answer()

    def _type_count(self, typed: str) -> None:
        is_few = typed.isdigit() and int(typed) < self._least
        words = self._t("A game needs {least} people or more. This is for {least}.", least=self._least)
        self.people_field.set_error(words if is_few else "")
        self._answer()

    def _answer(self) -> None:
        t, answers = self._t, self.answers()
        advice = advise(answers, self._kit)
        self._advised = with_advice(self._plan, advice, answers, self._kit)
        self.answer.setText(self._answer_text(advice))
        for label, reason in zip(self.reasons, advice.reasons, strict=True):
            label.setText(t(reason.message, **reason.values))
        self.likely.look_at(self._advised, self._kit)
        if self.likely.is_busy:  # the figure of other answers would be read as that of these
            self.chance.setText(t("Reckoning the chance to finish…"))

    def _answer_text(self, advice: Advice) -> str:
        t = self._t
        sizes = joined([str(size) for size in advice.sizes], t.language)
        parts = (
            self._words.variants.get(advice.variant, advice.variant),
            t("level {level}", level=self._words.levels.get(advice.level, advice.level)),
            t.plural("one team of {sizes}", "{n} teams of {sizes}", len(advice.sizes), sizes=sizes),
        )
        return " · ".join(parts)

    def _show_chance(self, foresight: Foresight | None) -> None:
        if foresight is None:
            self.chance.setText("–")
            return
        self.chance.setText(
            self._t(
                "{part} of teams finish in time; likely end at {minutes} min.",
                part=percent(foresight.chance, self._t),
                minutes=round(foresight.expected_ms / 60_000),
            )
        )

    def _take(self) -> None:
        self.taken.emit(self._advised)
        self.accept()
