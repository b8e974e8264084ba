"""The form of an alert bulletin: every field of the page, in the order of the page."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kit_app.domain.bulletin import Bulletin, BulletinLanguage, Tlp, Urgency
from kit_app.domain.bulletin_words import LABELS, TLP_LABELS, TLP_MEANINGS, WHEN
from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.fields import Field
from kit_app.ui.common.moment_fields import DateText, TimeText
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.text_area import TextArea
from kit_app.ui.shelf.tlp_badge import TlpBadge

_SIGNS: dict[Urgency, str] = {"info": "●", "week": "▲", "now": "■"}
_LONGEST_LINE = 160
_AREAS = {"concerned": 1, "happening": 3, "actions": 3, "avoid": 2, "signs": 2, "tell": 1}


class BulletinForm(Panel):
    """`edited()` on each change by a person; `bulletin()` is the bulletin with what stands in the form."""

    edited = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._t = t
        self._shown = Bulletin(id="", language="fr")
        self.fields: dict[str, Field] = {}
        self._build_choices()
        self._build_texts()
        self._build_end()
        self.body.addStretch(1)

    def _build_choices(self) -> None:
        t = self._t
        self.language = SegmentedChoice(list(LANGUAGES.items()), self, name=t("Language of the bulletin"))
        self.language.changed.connect(self.edited)
        labels = [(tlp, TLP_LABELS[tlp].removeprefix("TLP:")) for tlp in get_args(Tlp)]
        self.tlp = SegmentedChoice(labels, self, name=t("How far it may go (TLP)"), height=32)
        self.tlp.changed.connect(self._on_tlp)
        self.badge = TlpBadge(self)
        words = [(one, f"{_SIGNS[one]} {t(WHEN[one])}") for one in get_args(Urgency)]
        self.urgency = SegmentedChoice(words, self, name=t("When to act"), height=32)
        self.urgency.changed.connect(self.edited)
        self.number = self._line("number", 20)
        self.number.setMinimumWidth(76)
        self.date = DateText(self)
        self.time = TimeText(self)
        for name, control in (("date", self.date), ("time", self.time)):
            control.setObjectName(f"bulletin-{name}")
            control.changed.connect(self.edited)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field("number", t("Number"), self.number), 2)
        row.addWidget(self._field("date", t("Date"), self.date), 3)
        row.addWidget(self._field("time", t("Time"), self.time), 2)
        self.add(self._field("language", t("Language of the bulletin"), self.language))
        self.add(row)
        self.add(self._field("tlp", t("How far it may go (TLP)"), self.tlp))
        self.add_to_head(self.badge)
        self.add(self._field("urgency", t("When to act"), self.urgency))
        self.fields["date"].check_with(lambda: "" if self.date.value() is not None else t("This is no date."))
        self.fields["time"].check_with(lambda: "" if self.time.value() is not None else t("This is no time."))

    def _build_texts(self) -> None:
        t = self._t
        self.title_line = self._line("title", _LONGEST_LINE)
        self.add(self._field("title", t(LABELS["title"]), self.title_line))
        helps = {
            "happening": t("One line for each point"),
            "actions": t("One line for each box to tick"),
            "avoid": t("One line for each point"),
            "signs": t("One line for each point"),
        }
        self.areas: dict[str, TextArea] = {}
        for name, lines in _AREAS.items():
            area = TextArea(self, lines=lines)
            area.setObjectName(f"bulletin-{name}")
            area.edited.connect(self.edited)
            self.areas[name] = area
            self.add(self._field(name, t(LABELS[name]), area, helps.get(name, "")))

    def _build_end(self) -> None:
        t = self._t
        self.source = self._line("source", _LONGEST_LINE)
        self.relayed = self._line("relayed_by", _LONGEST_LINE)
        self.valid = DateText(self)
        self.valid.setObjectName("bulletin-valid_until")
        self.valid.changed.connect(self.edited)
        self.add(self._field("source", t(LABELS["source"]), self.source))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field("valid_until", t(LABELS["valid_until"]), self.valid), 2)
        row.addWidget(self._field("relayed_by", t(LABELS["relayed_by"]), self.relayed), 3)
        self.add(row)
        self.fields["valid_until"].check_with(
            lambda: "" if self.valid.value() is not None else t("This is no date.")
        )

    def _line(self, name: str, longest: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(f"bulletin-{name}")
        line.setMaxLength(longest)
        line.textEdited.connect(self.edited)
        return line

    def _field(self, name: str, label: str, control: QWidget, help_text: str = "") -> Field:
        self.fields[name] = Field(label, control, help_text, self)
        return self.fields[name]

    def show_bulletin(self, bulletin: Bulletin, today: str) -> None:
        """Fill the form; `today` is where calendars open."""
        self._shown = bulletin
        self.language.set_value(bulletin.language)
        self.tlp.set_value(bulletin.tlp)
        self.urgency.set_value(bulletin.urgency)
        for field in (self.date, self.valid):
            field.set_today(today)
        self.date.set_value(bulletin.date)
        self.time.set_value(bulletin.time)
        self.valid.set_value(bulletin.valid_until)
        for line, text in (
            (self.number, bulletin.number),
            (self.title_line, bulletin.title),
            (self.source, bulletin.source),
            (self.relayed, bulletin.relayed_by),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        for name, area in self.areas.items():
            area.set_value(getattr(bulletin, name))
        for shown in self.fields.values():
            shown.clear_error()
        number = bulletin.number or self._t("without a number")
        self.set_title(self._t("Bulletin {number}", number=number))
        self._say_sharing()

    def bulletin(self) -> Bulletin:
        """What stands in the form; of a date that is none, the one before."""
        languages: dict[str, BulletinLanguage] = {one: one for one in get_args(BulletinLanguage)}
        labels: dict[str, Tlp] = {one: one for one in get_args(Tlp)}
        urgencies: dict[str, Urgency] = {one: one for one in get_args(Urgency)}
        day, hour, end = self.date.value(), self.time.value(), self.valid.value()
        return replace(
            self._shown,
            language=languages[self.language.value()],
            tlp=labels[self.tlp.value()],
            urgency=urgencies[self.urgency.value()],
            number=self.number.text().strip(),
            date=self._shown.date if day is None else day,
            time=self._shown.time if hour is None else hour,
            valid_until=self._shown.valid_until if end is None else end,
            title=self.title_line.text().strip(),
            source=self.source.text().strip(),
            relayed_by=self.relayed.text().strip(),
            **{name: area.value() for name, area in self.areas.items()},
        )

    def has_wrong(self) -> bool:
        """Whether a date or a time stands there that is none."""
        return None in (self.date.value(), self.time.value(), self.valid.value())

    def show_problem(self, name: str, sentence: str) -> None:
        """Say below its field what cannot be printed, and nothing below the others."""
        for known in LABELS:
            if known != "valid_until":
                self.fields[known].set_error(sentence if known == name else "")

    def _on_tlp(self) -> None:
        self._say_sharing()
        self.edited.emit()

    def _say_sharing(self) -> None:
        tlp: dict[str, Tlp] = {one: one for one in get_args(Tlp)}
        chosen = tlp[self.tlp.value()]
        self.badge.show_tlp(chosen)
        self.fields["tlp"].set_help(self._t(TLP_MEANINGS[chosen]))
