"""The places of the program by name: what the rail leads to and the five steps of a session."""

from dataclasses import dataclass

from kit_app.i18n import N_
from kit_app.services.sessions import SessionRow

HOME, SESSIONS, SESSION, SHELF, RESULTS = "home", "sessions", "session", "shelf", "results"
SETTINGS, HELP = "settings", "help"
QUESTIONNAIRES, LEARNING = "questionnaires", "learning"
REHEARSAL, TRAINING, WORKSHOP, REGION = "rehearsal", "training", "workshop", "region"
OF_A_SESSION = frozenset({SESSION, QUESTIONNAIRES, LEARNING})
"""Pages about one session, beside its five steps: the rail marks the sessions there."""
STEPS = (
    ("prepare", N_("Prepare")),
    ("print", N_("Print")),
    ("play", N_("Play")),
    ("debrief", N_("Debrief")),
    ("run-results", N_("Results")),
)
_CHAPTERS = {
    HOME: "evening",
    SESSIONS: "day",
    SHELF: "shelf",
    RESULTS: "all-results",
    SETTINGS: "facility",
    QUESTIONNAIRES: "learning",
    LEARNING: "learning",
    REHEARSAL: "rehearsal",
    TRAINING: "training",
    WORKSHOP: "workshop",
    REGION: "region",
    "run-results": "results",
}
"""The chapter of the guide about a page, where it is not called like the page itself."""
STEP = {ident: place for place, (ident, _words) in enumerate(STEPS)}


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the program; a session's place has its id and a step from 0, the workshop a draft's id.

    Help has a chapter of the guide (empty: what is at hand).
    """

    page: str
    session: str = ""
    step: int = 0


def marked(where: Where) -> str:
    """The entry of the rail under which a place lies."""
    if where.page == REHEARSAL:
        return SESSIONS if where.session else HELP
    if where.page == WORKSHOP:
        return SETTINGS
    if where.page == TRAINING:
        return HELP
    return SESSIONS if where.page in OF_A_SESSION else where.page


def step(ident: str, session: str) -> Where:
    """A step of a session by its name."""
    return Where(SESSION, session, STEP[ident])


def steps_done(row: SessionRow) -> set[int]:
    """The steps that a stored session has behind it."""
    done = {STEP["prepare"]}
    is_printed = not any(problem.field.startswith("teams.") for problem in row.lacks)
    if is_printed:
        done.add(STEP["print"])
    if row.sizes and len(row.played_teams) == len(row.sizes):
        done.add(STEP["play"])
    return done


def chapter_for(where: Where) -> str:
    """The chapter of the guide that a person at a place is likely to need."""
    page = STEPS[where.step][0] if where.page == SESSION else where.page
    return _CHAPTERS.get(page, page)
