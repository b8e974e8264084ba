"""Statistics over all runs: sums of facts, masked for people, in the words of who reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit_app.domain.plan import AUDIENCES
from kit_app.game.learning import together
from kit_app.game.masking import Masked, is_few, masked_list, masked_table
from kit_app.i18n import N_, Catalogue, number
from kit_app.services.facts import Facts
from kit_app.services.learning_rows import learning_tables
from kit_app.services.library import Library
from kit_app.services.overview import TOO_LONG
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.results import Results
from kit_app.storage.fact_sums import Group
from kit_app.storage.facts import FactReader
from kit_app.storage.store import Store
from kit_app.views.exports import Contents
from kit_app.views.facts import Choices, LeadingCount, PeopleCell, PuzzleCount, RunFacts, Selection
from kit_app.views.statistics import LearningTable, Overview, PeopleRow, PeopleTable, PuzzleLine

LANGUAGES = {"fr": N_("French"), "en": N_("English")}
FEW, HIDDEN = "< 5", "–"
_HARDEST = 2


class StatisticsDesk:
    """The statistics of one data folder. `look` first, then `refresh` until nothing is left."""

    def __init__(
        self,
        store: Store,
        library: Library,
        facts: Facts,
        results: Results,
        questionnaires: Questionnaires,
    ) -> None:
        self._store = store
        self._library = library
        self._facts = facts
        self._results = results
        self._questionnaires = questionnaires

    def look(self) -> int:
        """How many closed runs are not counted yet, or otherwise than they are now."""
        return self._facts.look()

    def refresh(self, most: int = 20) -> int:
        """Count some of these; how many are left. Raises StorageError."""
        return self._results.refresh(most)

    def choices(self) -> Choices:
        """What can be chosen among."""
        return self._store.sums.choices()

    def name(self, group: str, value: str, t: Catalogue) -> str:
        """A value of a group (year, audience, variant …) in words."""
        if group == "year":
            return value
        if not value:
            return t(N_("Not given"))
        if group == "variant":
            words = self._library.bundled_kit().words
            return words.get(t.language, next(iter(words.values()))).variants.get(value, value)
        known = {"audience": AUDIENCES, "language": LANGUAGES}.get(group, {})
        return t(known[value]) if value in known else value

    def overview(self, selection: Selection) -> Overview:
        """Sessions, people, outcomes."""
        counted = self._store.sums.counted(selection)
        is_told = counted.people > 0 and not is_few(counted.people)
        puzzles = self._store.sums.puzzle_ends(selection, "") if is_told else ()
        return Overview(
            sessions=counted.sessions,
            teams=counted.runs,
            people=counted.people if is_told else None,
            won_teams=counted.won if is_told else None,
            won_share=counted.won / counted.runs if is_told else None,
            hints_per_team=counted.hints / counted.runs if is_told else None,
            left_s=self._store.sums.left_s(selection) if is_told else None,
            hardest=_hardest(puzzles),
            unreadable=self._facts.unreadable,
        )

    def people(self, selection: Selection, row: Group, column: Group, t: Catalogue) -> PeopleTable:
        """People reached by two groups, masked."""
        cells = self._store.sums.people(selection, row, column)
        names = (lambda value: self.name(row, value, t), lambda value: self.name(column, value, t))
        return people_table(cells, names, t.language)

    def people_by(self, selection: Selection, row: Group, t: Catalogue) -> PeopleTable:
        """People reached by one group, masked; the largest first but years in their order."""
        cells = self._store.sums.people(selection, row, "year")
        sums: dict[str, tuple[int, int]] = {}
        for cell in cells:
            sessions, people = sums.get(cell.row, (0, 0))
            sums[cell.row] = (sessions + cell.sessions, people + cell.people)
        order = sorted(sums) if row == "year" else sorted(sums, key=lambda value: (-sums[value][1], value))
        shown, total = masked_list([sums[value][1] for value in order])
        rows = tuple(
            PeopleRow(
                name=self.name(row, value, t),
                sessions=sums[value][0],
                cells=(),
                total=told(count, t.language),
                people=count.people,
            )
            for value, count in zip(order, shown, strict=True)
        )
        return PeopleTable(columns=(), rows=rows, sums=(), total=told(total, t.language))

    def puzzles(self, selection: Selection, t: Catalogue) -> tuple[PuzzleLine, ...]:
        """How hard each puzzle was."""
        return tuple(
            PuzzleLine(count=one, is_long=_is_long(one))
            for one in self._store.sums.puzzles(selection, t.language)
        )

    def leading(self, selection: Selection) -> LeadingCount | None:
        """How the runs were led; None while fewer than five people played them."""
        people = self._store.sums.counted(selection).people
        return self._store.sums.leading(selection) if people and not is_few(people) else None

    def learning(self, selection: Selection, t: Catalogue) -> tuple[LearningTable, ...]:
        """What was learnt by theme; of under five people nothing."""
        now = self._questionnaires.counts(self._store.facts.asked_sessions(selection))
        return learning_tables(together((now, self._store.total_counts.counts(selection))), t)

    def runs(self, selection: Selection, first: int, count: int) -> tuple[RunFacts, ...]:
        """A page of the runs, the latest first."""
        return self._store.facts.page(selection, first, count)

    def count(self, selection: Selection) -> int:
        """How many runs there are."""
        return self._store.facts.count(selection)

    def contents(self, selection: Selection, facility: str, made_on: str, t: Catalogue) -> Contents:
        """All sums of these runs, for files and papers."""
        overview = self.overview(selection)
        return Contents(
            made_on=made_on,
            facility=facility,
            chosen=self.chosen(selection, t),
            with_trials=selection.with_trials,
            sessions=overview.sessions,
            games=overview.teams,
            people=overview.people,
            overview=overview,
            years=self.people_by(selection, "year", t),
            audiences=self.people_by(selection, "audience", t),
            crossed=self.people(selection, "year", "audience", t),
            services=self.people_by(selection, "service", t),
            puzzles=self.puzzles(selection, t),
            learning=self.learning(selection, t),
            leading=self.leading(selection),
        )

    def chosen(self, selection: Selection, t: Catalogue) -> tuple[tuple[str, str], ...]:
        """The filters in words."""
        names: tuple[tuple[Group, str], ...] = (
            ("year", t(N_("Year"))),
            ("facility", t(N_("Facility chosen"))),
            ("audience", t(N_("Audience"))),
            ("service", t(N_("Service"))),
            ("variant", t(N_("Game"))),
            ("language", t(N_("Language"))),
        )
        found = [
            (words, self.name(group, str(getattr(selection, group)), t))
            for group, words in names
            if getattr(selection, group) is not None
        ]
        if selection.with_trials:
            found.append((t(N_("Trials")), t(N_("trials counted too"))))
        return tuple(found)

    def reader(self, selection: Selection) -> FactReader:
        """Reads all facts in a worker."""
        return self._facts.reader(selection)


def told(count: Masked, language: str) -> str:
    """A masked count as it is shown."""
    if count.people is not None:
        return number(count.people, language)
    return FEW if count.is_few else HIDDEN


def people_table(
    cells: Sequence[PeopleCell], names: tuple[Callable[[str], str], Callable[[str], str]], language: str
) -> PeopleTable:
    """Cells as a masked table with its sums; `names` give words to rows and columns."""
    row_name, column_name = names
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    people = {(cell.row, cell.column): cell.people for cell in cells}
    sessions: dict[str, int] = dict.fromkeys(rows, 0)
    for cell in cells:
        sessions[cell.row] += cell.sessions
    masked = masked_table([[people.get((row, column), 0) for column in columns] for row in rows])
    return PeopleTable(
        columns=tuple(column_name(column) for column in columns),
        rows=tuple(
            PeopleRow(
                name=row_name(row),
                sessions=sessions[row],
                cells=tuple(told(cell, language) for cell in line),
                total=told(total, language),
                people=total.people,
            )
            for row, line, total in zip(rows, masked.cells, masked.rows, strict=True)
        ),
        sums=tuple(told(count, language) for count in masked.columns),
        total=told(masked.total, language),
    )


def _is_long(one: PuzzleCount) -> bool:
    return not one.is_few and one.median_s is not None and 0 < TOO_LONG * one.target_s <= one.median_s


def _hardest(puzzles: Sequence[PuzzleCount]) -> tuple[str, ...]:
    """The puzzles with most hints, of those that may be told."""
    asked = [one for one in puzzles if sum(one.hints) and not one.is_few]
    return tuple(one.puzzle for one in sorted(asked, key=lambda one: -sum(one.hints))[:_HARDEST])
