"""How games were led, as rows of words and numbers: for the window, spreadsheets and the report of a year."""

from __future__ import annotations

from dataclasses import dataclass

from kit_app.i18n import Catalogue, duration, number
from kit_app.views.facts import LeadingCount


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingRow:
    """What, how often or how many seconds in all, and on average for a game."""

    name: str
    total: int
    mean: float
    is_time: bool = False

    def texts(self, language: str) -> tuple[str, str, str]:
        """The row as it is shown."""
        if self.is_time:
            return self.name, duration(self.total), duration(round(self.mean))
        return self.name, number(self.total, language), number(self.mean, language, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingPart:
    """A group of rows."""

    title: str
    rows: tuple[LeadingRow, ...]


def leading_parts(count: LeadingCount, t: Catalogue) -> tuple[LeadingPart, ...]:
    """Help, time, troubles and notes of the games counted, of which there is at least one."""

    def row(name: str, value: int) -> LeadingRow:
        return LeadingRow(name=name, total=value, mean=value / count.runs)

    def time(name: str, seconds: int) -> LeadingRow:
        return LeadingRow(name=name, total=seconds, mean=seconds / count.runs, is_time=True)

    return (
        LeadingPart(
            title=t("Help given"),
            rows=(
                row(t("Hints given by hand"), count.by_hand),
                row(t("Hints given as suggested"), count.suggested),
                row(t("Hints that came by themselves"), count.automatic),
                row(t("Jokers"), count.jokers),
                row(t("Puzzles accepted by hand"), count.forced),
            ),
        ),
        LeadingPart(
            title=t("Time of play"),
            rows=(
                row(t("Pauses"), count.pauses),
                time(t("Time in pauses"), count.paused_s),
                row(t("Games with time added or taken"), count.adjusted_runs),
                time(t("Time added, less time taken"), count.adjusted_s),
            ),
        ),
        LeadingPart(
            title=t("What went wrong"),
            rows=(
                row(t("Wrong answers"), count.wrong),
                row(t("Card codes that were misread and mended"), count.misread_cards),
                row(t("Troubles with the computer or the projector"), count.troubles),
                row(t("Games not stored completely"), count.unsaved),
            ),
        ),
        LeadingPart(
            title=t("Notes"),
            rows=(
                row(t("Teamwork"), count.notes_mutual_aid),
                row(t("Solo group"), count.notes_one_group),
                row(t("Trap"), count.notes_typical_mistake),
                row(t("Good line"), count.notes_good_sentence),
                row(t("Other notes"), count.notes_other),
            ),
        ),
    )
