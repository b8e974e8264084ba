"""A sample of everything: a session of one team, its papers, a whole game by a made-up team, its results."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kit_app.domain.dice import Dice
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import N_, Catalogue
from kit_app.services import export
from kit_app.services.conductor import Screens
from kit_app.services.services import Services
from kit_app.services.session_file import seed_from
from kit_app.services.simulate import play_through, virtual_clock
from kit_app.views.paper import PaperWish
from kit_app.views.results import RunResult

SESSION_FILE, DECK_FILE, FACILITATOR_FILE = "session.json", "deck.pdf", "facilitator.pdf"
RESULTS_TABLE, RESULTS_PAPER = "results.csv", "results.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What was made; `middle`, `hint` and `end` are moments of the game worth a picture."""

    plan: SessionPlan
    result: RunResult
    middle: Screens
    hint: Screens
    end: Screens
    files: tuple[Path, ...]


def make_sample(services: Services, folder: Path, seed: str, t: Catalogue) -> Sample:
    """Make the sample in `folder`; `services` work on a folder of their own. Raises KitAppError.

    The same seed and language make the same sample, whatever was in the folder before.
    """
    from kit_app.services.printing.run_report import report_pdf  # loads what draws: only here

    plan = services.sessions.save(_plan(services, seed, t)).plan
    papers = _papers(services, plan, folder, t)
    middle, hint, end = _played(services, plan)
    result = services.results.of_run(plan.id, 1)
    written = {
        SESSION_FILE: session_json(plan),
        RESULTS_TABLE: export.results_csv([result], t),
        RESULTS_PAPER: report_pdf(result, t),
    }
    for name, content in written.items():
        export.write(folder / name, content, overwrite=True)
    files = (*papers, *(folder / name for name in written))
    return Sample(plan=plan, result=result, middle=middle, hint=hint, end=end, files=files)


def session_json(plan: SessionPlan) -> bytes:
    """The plan with seed, set ids, every card's id and code, every answer."""
    return (json.dumps({"schema": 1, **asdict(plan)}, ensure_ascii=False, indent=2) + "\n").encode()


def _plan(services: Services, seed: str, t: Catalogue) -> SessionPlan:
    draft = services.sessions.draft(language=t.language)
    hexadecimal = seed_from(seed)
    return replace(draft, id=f"sample-{hexadecimal[:8]}", name=t(N_("Sample session")), seed=hexadecimal)


def _papers(services: Services, plan: SessionPlan, folder: Path, t: Catalogue) -> tuple[Path, ...]:
    from kit_app.services.printing.decks import facilitator_products, team_products
    from kit_app.services.printing.door import pdf_of
    from kit_app.services.printing.jobs import print_job

    job = print_job(services.library.kit_of(plan), plan, 1, t, services.profile.issuer(plan))
    wish = PaperWish(control_sheet=True)
    deck = pdf_of(job, job.table.game_title, team_products(job), wish=wish)
    export.write(folder / DECK_FILE, deck, overwrite=True)
    title = t(N_("Facilitator only"))
    facilitators = pdf_of(job, title, facilitator_products(job), wish=wish)
    export.write(folder / FACILITATOR_FILE, facilitators, overwrite=True)
    services.sessions.mark_printed(plan.id, 1)
    return folder / DECK_FILE, folder / FACILITATOR_FILE


def _played(services: Services, plan: SessionPlan) -> tuple[Screens, Screens, Screens]:
    """Play the game; the moments: something is late, a hint is up, the end."""
    clock = virtual_clock(services.clock.wall_ms())
    room = services.runs.open(plan.id, 1, clock=clock)
    moments: list[Screens | None] = [None, None]
    (end,) = room.screens()
    for shown in play_through(room, clock, Dice(seed=plan.seed, prefix="sample/")):
        for place, matches in enumerate((_is_late, _shows_hint)):
            if moments[place] is None and shown.console.played_ms > SETTLED_MS and matches(shown):
                moments[place] = shown
        end = shown
    room.close()
    return moments[0] or end, moments[1] or end, end


SETTLED_MS = 10 * 60_000
"""A game looks like one after ten minutes."""


def _is_late(shown: Screens) -> bool:
    return shown.console.suggestion is not None


def _shows_hint(shown: Screens) -> bool:
    return shown.player.panel is not None and shown.player.panel.kind == "hint"
