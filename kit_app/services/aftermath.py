"""What a finished session says once it is over: its results together, and the themes to come back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.domain.questionnaire import Theme
from kit_app.game.learning import Counts
from kit_app.game.masking import FEWEST_PEOPLE
from kit_app.game.missed import Missed, first_themes, missed_by_answers, missed_themes
from kit_app.services.library import Library
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.results import Results
from kit_app.services.sessions import Sessions
from kit_app.views.results import RunResult

THEMES_SHOWN = 3
NO_COUNTS = Counts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """A session and the results of its teams.

    `missed` comes from the answers to the questionnaires, where there are enough, else from the puzzles; it
    is empty while under five people played, since it could be traced to somebody, and `themes` are then the
    first of the list.
    """

    kit: Kit
    plan: SessionPlan
    results: tuple[RunResult, ...]
    missed: tuple[Missed, ...]
    themes: tuple[Theme, ...]
    counts: Counts = NO_COUNTS

    @property
    def people(self) -> int:
        """How many people played."""
        return sum(result.team_size for result in self.results)


class Sources(Protocol):
    """The services that know of a session."""

    @property
    def sessions(self) -> Sessions: ...

    @property
    def library(self) -> Library: ...

    @property
    def results(self) -> Results: ...

    @property
    def questionnaires(self) -> Questionnaires: ...


def aftermath_of(services: Sources, session_id: str) -> Aftermath:
    """What a session says now. Raises KitAppError."""
    plan = services.sessions.get(session_id)
    kit = services.library.kit_of(plan).in_choice(plan.variant, plan.sector)
    counts = services.questionnaires.of_session(session_id).counts
    return aftermath(kit, plan, services.results.of_session(session_id), counts)


def aftermath(
    kit: Kit, plan: SessionPlan, results: tuple[RunResult, ...], counts: Counts = NO_COUNTS
) -> Aftermath:
    """The same from results and answers that are at hand."""
    themes = {puzzle.id: puzzle.theme for puzzle in kit.puzzles if puzzle.theme is not None}
    is_told = sum(result.team_size for result in results) >= FEWEST_PEOPLE
    missed = missed_by_answers(counts) or (missed_themes(results, themes, kit.theme_ids) if is_told else ())
    return Aftermath(
        kit=kit,
        plan=plan,
        results=results,
        missed=missed,
        themes=first_themes(missed, kit.theme_ids, THEMES_SHOWN),
        counts=counts,
    )
