"""Statistics over all runs: sums of facts, masked for people, in the words of who reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit_app.domain.plan import AUDIENCES
from kit_app.game.learning import together
from kit_app.game.masking import is_few
from kit_app.i18n import N_, Catalogue
from kit_app.services.facts import Facts
from kit_app.services.learning_rows import learning_tables
from kit_app.services.people_rows import people_tables
from kit_app.services.puzzle_rows import puzzle_line
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.results import Results
from kit_app.storage.facts import FactReader
from kit_app.storage.store import Store
from kit_app.views.exports import Contents
from kit_app.views.facts import Choices, LeadingCount, PuzzleCount, RunFacts, Selection
from kit_app.views.kits import KitNames
from kit_app.views.statistics import LearningTable, Overview, PeopleTables, PuzzleLine

LANGUAGES = {"fr": N_("French"), "en": N_("English")}
_HARDEST = 2


class StatisticsDesk:
    """The statistics of one data folder. `look` first, then `refresh` until nothing is left."""

    def __init__(
        self,
        store: Store,
        facts: Facts,
        results: Results,
        questionnaires: Questionnaires,
        names: Callable[[str], KitNames],
    ) -> None:
        self._store = store
        self._facts = facts
        self._results = results
        self._questionnaires = questionnaires
        self._names = names

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
            return self._names(t.language).variants.get(value, value)
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
            kept=counted.stored_runs,
            people=counted.people if is_told else None,
            won_teams=counted.won if is_told else None,
            won_share=counted.won / counted.runs if is_told else None,
            hints_per_team=counted.hints / counted.runs if is_told else None,
            left_s=self._store.sums.left_s(selection) if is_told else None,
            hardest=_hardest(puzzles),
            unreadable=self._facts.unreadable,
        )

    def people(self, selection: Selection, t: Catalogue) -> PeopleTables:
        """People reached by year, by audience, by both and by service, masked together."""
        return people_tables(
            self._store.sums.people(selection), lambda group, value: self.name(group, value, t), t.language
        )

    def puzzles(self, selection: Selection, t: Catalogue) -> tuple[PuzzleLine, ...]:
        """How hard each puzzle was."""
        return tuple(map(puzzle_line, self._store.sums.puzzles(selection, t.language)))

    def leading(self, selection: Selection) -> LeadingCount | None:
        """How the runs were led; None while fewer than five people played them."""
        people = self._store.sums.counted(selection).people
        return self._store.sums.leading(selection) if people and not is_few(people) else None

    def learning(self, selection: Selection, t: Catalogue) -> tuple[LearningTable, ...]:
        """What was learnt by theme; of under five people nothing."""
        now = self._questionnaires.counts(self._store.facts.asked_sessions(selection))
        return learning_tables(
            together((now, self._store.total_counts.counts(selection))), self._names(t.language).themes, t
        )

    def runs(self, selection: Selection, first: int, count: int) -> tuple[RunFacts, ...]:
        """A page of the runs, the latest first."""
        return self._store.facts.page(selection, first, count)

    def count(self, selection: Selection) -> int:
        """How many runs there are."""
        return self._store.facts.count(selection)

    def contents(self, selection: Selection, facility: str, made_on: str, t: Catalogue) -> Contents:
        """All sums of these runs, for files and papers."""
        overview, people = self.overview(selection), self.people(selection, t)
        return Contents(
            made_on=made_on,
            facility=facility,
            chosen=self.chosen(selection, t),
            with_trials=selection.with_trials,
            sessions=overview.sessions,
            games=overview.teams,
            people=overview.people,
            overview=overview,
            years=people.years,
            audiences=people.audiences,
            crossed=people.crossed,
            services=people.services,
            puzzles=self.puzzles(selection, t),
            learning=self.learning(selection, t),
            leading=self.leading(selection),
        )

    def chosen(self, selection: Selection, t: Catalogue) -> tuple[tuple[str, str], ...]:
        """The filters in words."""
        names: tuple[tuple[str, str], ...] = (
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


def _hardest(puzzles: Sequence[PuzzleCount]) -> tuple[str, ...]:
    """The puzzles with most hints, of those that may be told."""
    asked = [one for one in puzzles if sum(one.hints) and not one.is_few]
    return tuple(one.puzzle for one in sorted(asked, key=lambda one: -sum(one.hints))[:_HARDEST])
