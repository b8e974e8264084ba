"""How long a talk takes to be made from a long journal: slides and words, a picture, all pages as PDF."""

from __future__ import annotations

from functools import partial
from statistics import median

from benchmarks.resume import EVENTS, SHORT_EVENTS, WALL_MS, milliseconds, play
from benchmarks.rows import Row
from benchmarks.stage import evening
from kit_app.clock.virtual import VirtualClock
from kit_app.game.commands import EndRun
from kit_app.i18n import Catalogue
from kit_app.services.debriefing import debrief_of
from kit_app.services.printing.debrief_slides import slide_picture, slides_pdf
from kit_app.services.services import Services
from kit_app.views.slides import Debrief

GOAL_MS = 3000
REPETITIONS = 5


def rows(*, is_short: bool = False) -> list[Row]:
    """The result is computed anew from the journal each time; the pages are drawn at the projector's size."""
    events = SHORT_EVENTS if is_short else EVENTS
    t = Catalogue("en")
    clock = VirtualClock(WALL_MS)
    times: dict[str, list[float]] = {"made": [], "picture": [], "pdf": []}
    with evening(clock) as (services, session, _folder):
        room = services.runs.open(session, 1)
        play(room, clock, events)
        room.handle(EndRun(at_once=True))
        room.close()
        for _ in range(REPETITIONS):
            services.results.rebuild()
            times["made"].append(milliseconds(partial(_make, services, session)))
            debrief = debrief_of(services, session, t)
            times["picture"].append(milliseconds(partial(_draw_one, debrief)))
            times["pdf"].append(milliseconds(partial(_draw_all, debrief)))
    whole = median(times["made"]) + median(times["pdf"])
    return [
        Row(metric=f"talk from a journal of {events:,} events, all slides drawn", unit="ms", ours=whole,
            goal=f"<= {GOAL_MS}", judges="ours"),
        Row(metric="the same, slides and words alone", unit="ms", ours=median(times["made"])),
        Row(metric="one slide as a picture of 1920 × 1080", unit="ms", ours=median(times["picture"])),
    ]  # fmt: skip


def _draw_one(debrief: Debrief) -> None:
    slide_picture(debrief.steps[2].slide, debrief, 1920, 1080)


def _draw_all(debrief: Debrief) -> None:
    slides_pdf(debrief)


def _make(services: Services, session: str) -> None:
    debrief_of(services, session, Catalogue("en"))
