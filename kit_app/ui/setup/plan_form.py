"""The form of one session: takes a plan in, gives the edited plan out, says what is wrong in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kit_app.domain.facility import KnownFacility
from kit_app.domain.kit import Kit, Level
from kit_app.domain.plan import AUDIENCES, HintPolicy, SessionPlan
from kit_app.i18n import LANGUAGES, Catalogue, number
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import CardChoice, SegmentedChoice
from kit_app.ui.common.controls import ComboBox, NumberField
from kit_app.ui.common.fields import Field
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.moment_fields import DateText, TimeText
from kit_app.ui.setup.facility_line import FacilityLine
from kit_app.ui.setup.fine_settings import FineSettings
from kit_app.ui.setup.kit_words import roles_text, words_of
from kit_app.ui.setup.proposals import propose
from kit_app.ui.setup.puzzle_picks import PuzzlePicks
from kit_app.ui.setup.team_rows import TeamRows

_LONGEST_TYPED = 200


class PlanForm(QWidget):
    """`edited(str)`: a person changed this field; `left(str)`: a person left it."""

    edited = Signal(str)
    left = Signal(str)
    team_asked = Signal()
    advice_asked = Signal()

    def __init__(self, kit: Kit, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._t = t
        self._words = words_of(kit, t.language)
        self._plan: SessionPlan | None = None
        self._rooms_before: tuple[str, ...] = ()
        self.fields: dict[str, Field] = {}
        self._build_first_row()
        self._build_length_row()
        self._build_last_row()
        self.teams = TeamRows(t, lambda size: roles_text(kit, size, t.language), self)
        self.teams.changed.connect(lambda: self.edited.emit("teams"))
        self.teams.more_asked.connect(self.team_asked)
        self.fine = FineSettings(t, self)
        self.fine.edited.connect(self.edited)
        self.fine.left.connect(self.left)
        self.fields |= self.fine.fields
        self.picks = PuzzlePicks(kit, t, self)
        self.picks.edited.connect(self.edited)
        self._lay_out()

    def _build_first_row(self) -> None:
        """The controls are made in the order of reading, which is the order of Tab."""
        t = self._t
        self.name = self._line("name")
        self.date, self.time = DateText(self), TimeText(self)
        self.room = self._line("room")
        self.rooms = QStringListModel(self)
        propose(self.room, self.rooms)
        self._add("name", t("Name of the session"), self.name)
        self._add("date", t("Date"), self.date)
        self._add("time", t("Time"), self.time)
        self._add("room", t("Room"), self.room)
        self.date.changed.connect(lambda: self.edited.emit("date"))
        self.time.changed.connect(lambda: self.edited.emit("time"))
        self.date.editingFinished.connect(lambda: self.left.emit("date"))
        self.time.editingFinished.connect(lambda: self.left.emit("time"))

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        self._dress_line(line, name)
        return line

    def _dress_line(self, line: QLineEdit, name: str) -> None:
        line.setMaxLength(_LONGEST_TYPED)
        line.textEdited.connect(lambda: self.edited.emit(name))
        line.editingFinished.connect(lambda: self.left.emit(name))

    def _build_length_row(self) -> None:
        t, kit = self._t, self._kit
        titles = self._words.variants
        self.helper = KeyButton(t("Help me choose"), self, kind="quiet", size="small", icon="help")
        self.helper.setObjectName("plan-help")
        self.helper.clicked.connect(self.advice_asked)
        cards = [(one.id, titles.get(one.id, one.id), self._variant_line(one.id)) for one in kit.variants]
        self.variant = CardChoice(cards, self, name=t("Length and difficulty"))
        self.variant.changed.connect(self._take_variant)
        names = (t("Five minutes less"), t("Five minutes more"))
        self.duration = NumberField(1, 999, self, names=names, step=5)
        self.duration.setFixedWidth(150)
        self.duration.changed.connect(lambda: self._changed("duration_min"))
        self.duration.edit.textEdited.connect(lambda: self._changed("duration_min"))
        self.duration.edit.editingFinished.connect(lambda: self.left.emit("duration_min"))
        levels = [(one.id, self._words.levels.get(one.id, one.id)) for one in kit.levels]
        self.level = SegmentedChoice(levels, self, name=t("Level"))
        self.level.changed.connect(lambda: self._changed("level"))
        self.hints = ComboBox(self)
        self.hints.add_choice("suggested", t("Suggested when late"))
        self.hints.add_choice("by-hand", t("By hand only"))
        self.hints.add_choice("automatic", t("By themselves when late"))
        self.hints.activated.connect(lambda: self._changed("hint_policy"))
        self._add("duration_min", t("Minutes on the clock"), self.duration)
        self._add("level", t("Level"), self.level)
        self._add("hint_policy", t("Hints"), self.hints)

    def _build_last_row(self) -> None:
        t = self._t
        self.facility = FacilityLine(t, self)
        self._dress_line(self.facility, "facility")
        self.facility.picked.connect(lambda: self._changed("facility"))
        self.facility.textChanged.connect(self._say_host)
        self.sector = ComboBox(self)
        for sector in self._kit.sectors:
            self.sector.add_choice(sector.id, self._words.sectors.get(sector.id, sector.id))
        self.sector.setToolTip(
            t("Whose words the cards use: names, places and messages change, the puzzles stay.")
        )
        self.sector.activated.connect(lambda: self._changed("sector"))
        languages = [(one, LANGUAGES.get(one, one)) for one in self._kit.languages]
        self.language = SegmentedChoice(languages, self, name=t("Language of the cards"))
        self.language.changed.connect(self._take_language)
        self.second = ComboBox(self)
        self.second.setToolTip(
            t("For a mixed team: its cards in another language too, with the same codes and answers.")
        )
        self.second.activated.connect(lambda: self._changed("second_language"))
        self.service = self._line("service")
        self.service.setToolTip(t("A ward or department, for the statistics; no names of people."))
        self.audience = ComboBox(self)
        self.audience.add_choice("", t("not said"))
        for ident, words in AUDIENCES.items():
            self.audience.add_choice(ident, t(words))
        self.audience.setToolTip(t("Who plays, for the statistics; it changes nothing in the game."))
        self.audience.activated.connect(lambda: self._changed("audience"))
        self._add("facility", t("Facility"), self.facility)
        self._add("service", t("Ward or department"), self.service)
        self._add("audience", t("Audience"), self.audience)
        self._add("sector", t("Sector"), self.sector)
        self._add("language", t("Language of the cards"), self.language)
        self._add("second_language", t("Also print"), self.second)
        self.fields["sector"].setVisible(len(self._kit.sectors) > 1)
        self.fields["second_language"].setVisible(len(self._kit.languages) > 1)

    def _variant_line(self, ident: str) -> str:
        variant = self._kit.variant(ident)
        parts = (
            self._t.plural("{n} puzzle", "{n} puzzles", len(variant.puzzles)),
            self._t.plural("{n} minute", "{n} minutes", variant.minutes),
            self._t("{minutes} min in all", minutes=variant.slot_min),
        )
        return " · ".join(parts)

    def _add(self, name: str, label: str, control: QWidget) -> None:
        control.setObjectName(f"plan-{name}")
        self.fields[name] = Field(label, control, "", self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._row(("name", 10), ("date", 4), ("time", 3), ("room", 6)))
        column.addLayout(self._length_row())
        column.addLayout(self._row(("duration_min", 4), ("level", 6), ("hint_policy", 5)))
        column.addLayout(self._row(("facility", 6), ("service", 5), ("audience", 5)))
        column.addLayout(self._row(("sector", 6), ("language", 5), ("second_language", 5)))
        column.addWidget(self.teams)
        column.addWidget(self.picks)
        column.addWidget(self.fine)
        column.addStretch(1)

    def _length_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(self._t("Length and difficulty"), "label", self), 1)
        head.addWidget(self.helper)
        column.addLayout(head)
        column.addWidget(self.variant)
        return column

    def _row(self, *places: tuple[str, int]) -> FlowRow:
        row = FlowRow(spacing=16)
        for name, share in places:
            row.add(self.fields[name], share)
        return row

    def know(self, rooms: Sequence[str], facilities: Sequence[KnownFacility], chosen: str) -> None:
        """What is proposed while a person types: rooms played in before, the facilities' profiles."""
        self._rooms_before = tuple(rooms)
        self.facility.know(facilities, chosen)

    def show_plan(self, plan: SessionPlan) -> None:
        """Show the choices of a plan."""
        self._plan = plan
        self.name.setText(plan.name)
        self.facility.show_place(plan.facility, plan.facility_id)
        self._say_host()
        self.service.setText(plan.service)
        self.audience.set_value(plan.audience)
        self.room.setText(plan.room)
        self.date.set_value(plan.date)
        self.time.set_value(plan.time)
        self.variant.set_value(plan.variant)
        self.level.set_value(plan.level)
        self.language.set_value(plan.language)
        self.sector.set_value(plan.sector or self._first_sector())
        self._show_second(plan.second_language)
        self.hints.set_value(plan.hint_policy)
        self.duration.set_value(plan.duration_min)
        self.teams.show_teams(plan.teams)
        self.picks.show_plan(plan)
        self.fine.show_plan(plan)
        self._say_hints()

    def plan(self) -> SessionPlan:
        """The plan as it stands in the fields; a date that is none stays as typed."""
        if self._plan is None:
            raise ValueError("no plan was shown")
        day, moment = self.date.value(), self.time.value()
        return replace(
            self.picks.applied(self.fine.applied(self._plan)),
            name=self.name.text().strip(),
            facility=self.facility.name,
            facility_id=self.facility.profile_id,
            service=self.service.text().strip(),
            audience=self.audience.value(),
            room=" ".join(self.room.text().split()),
            date=self.date.text() if day is None else day,
            time=self.time.text() if moment is None else moment,
            variant=self.variant.value(),
            level=self.level.value(),
            sector=self._sector(),
            language=self.language.value(),
            second_language=self.second.value(),
            hint_policy=self._policy(),
            duration_min=self.duration.value(),
            teams=self.teams.value(),
        )

    def _policy(self) -> HintPolicy:
        chosen = self.hints.value()
        return next((one for one in get_args(HintPolicy) if one == chosen), "suggested")

    def show_problems(self, sentences: Mapping[str, str]) -> None:
        """Say what is wrong where it is."""
        for name, field in self.fields.items():
            field.set_error(sentences.get(name, ""))
        if sentences.keys() & self.fine.fields.keys():
            self.fine.set_open(True)
        self.teams.show_problems(sentences)

    def _first_sector(self) -> str:
        return self._kit.sectors[0].id if self._kit.sectors else ""

    def _sector(self) -> str:
        """The sector chosen; a plan that names none keeps naming none while it is the first."""
        is_unsaid = self._plan is not None and not self._plan.sector
        chosen = self.sector.value()
        return "" if is_unsaid and chosen == self._first_sector() else chosen

    def _show_second(self, chosen: str) -> None:
        """What may be printed beside the language of the cards."""
        self.second.clear()
        self.second.add_choice("", self._t("nothing else"))
        for language in self._kit.languages:
            if language != self.language.value():
                self.second.add_choice(language, LANGUAGES.get(language, language))
        self.second.set_value(chosen)

    def _take_language(self) -> None:
        """A mixed team stays one: its two languages change places."""
        was_mixed = bool(self.second.value())
        others = [one for one in self._kit.languages if one != self.language.value()]
        self._show_second(others[0] if was_mixed and others else "")
        self._changed("language")

    def _take_variant(self, ident: str) -> None:
        self.duration.set_value(self._kit.variant(ident).minutes)
        self.picks.show_plan(replace(self.picks.applied(self.plan()), variant=ident))
        self._changed("variant")

    def _changed(self, field: str) -> None:
        self._say_hints()
        self.edited.emit(field)

    def _say_host(self) -> None:
        """Whose profile is taken, and the rooms of that facility among those proposed."""
        self.fields["facility"].set_help(self.facility.told())
        self.rooms.setStringList(list(dict.fromkeys((*self.facility.facility.rooms, *self._rooms_before))))

    def _say_hints(self) -> None:
        """When hints come due, from the level and the policy."""
        level = self._kit.level(self.level.value())
        self.fields["level"].set_help(self._due_text(level))

    def _due_text(self, level: Level) -> str:
        if not level.due or self.hints.value() == "by-hand":
            return self._t("Hints on request only.")
        times = [number(due, self._t.language, 1) for due in level.due]
        return self._t("Hints due at {times} times the time foreseen.", times=" / ".join(times))
