"""The plan of a day on paper: when each session is where, and what to put in order between two games."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kit_app.domain.day import breaks
from kit_app.domain.facility import Facility, Issuer
from kit_app.domain.kit import Kit
from kit_app.domain.papers import ItemsBlock, blocks_of
from kit_app.domain.plan import SessionPlan
from kit_app.errors import PrintError
from kit_app.i18n import N_, NBSP, Catalogue, joined, long_date
from kit_app.services.day_words import at_minute, length
from kit_app.services.days import PlannedDay
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.job import PrintJob, product
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.judging import printable
from kit_app.services.printing.paper_logo import logo_of
from kit_app.services.printing.paper_places import all_places, filled_texts
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.layout import colours
from printables.products.day_plan import DayPlan, DayRow, day_plan_pages

KIND = "day-plan"

Sources = Mapping[str, tuple[Kit, Issuer]]
"""Of each session, by its id: the kit as its plan picked it, and the house that it is held in."""


def day_plan_pdf(planned: PlannedDay, sources: Sources, t: Catalogue) -> PaperPdf:
    """One A4 page, without an answer or a code. `t` speaks its language, one of the kits'.

    Raises PrintError, also for a day on which no session has a time.
    """
    if not planned.plans:
        raise PrintError(N_("No session has a time on this day. Give one a date and a time first."), ())
    jobs = [_job(plan, *sources[plan.id], t) for plan in planned.plans]
    title = t("Plan of the day")
    nobodys = replace(jobs[0], plan=replace(jobs[0].plan, id=""))  # the sheet is no team's: it names no set
    pages = tuple(day_plan_pages(_plan(planned, jobs, t), nobodys.look))
    pdf = pdf_of(nobodys, title, [product(KIND, title, pages)])
    return PaperPdf(pdf=pdf, pages=len(pages), starts={}, needs=PaperNeeds(sheets=len(pages)))


def day_plan_name(planned: PlannedDay, t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(f"{t('Plan of the day')} - {planned.date}") + ".pdf"


def _job(plan: SessionPlan, kit: Kit, issuer: Issuer, t: Catalogue) -> PrintJob:
    """What a session's line and list are made of, in the language of the sheet where the kit speaks it."""
    language = t.language if t.language in kit.languages else plan.language
    spoken = replace(plan, language=language, second_language="", deals=())
    return print_job(kit, spoken, plan.teams[0].number, t, issuer)


def _plan(planned: PlannedDay, jobs: Sequence[PrintJob], t: Catalogue) -> DayPlan:
    houses = {job.plan.facility or job.facility.name: job.facility for job in jobs}
    facility = jobs[0].facility if len(houses) == 1 else Facility()  # a sheet of several houses is no one's
    where = printable(joined(list(houses), t.language))
    day = long_date(date.fromisoformat(planned.date), t.language)
    waiting = joined([printable(plan.name) for plan in planned.untimed], t.language)
    return DayPlan(
        title=t("Plan of the day"),
        subtitle=" · ".join(filter(None, (day[:1].upper() + day[1:], where))),
        heads=(
            *(t("No."), t("Welcome"), t("Session, teams"), t("Room"), t("Game")),
            *(t("Talk"), t("Ready"), t("Done")),
        ),
        rows=tuple(_rows(planned, t)),
        note=t("Without a time yet: {names}.", names=waiting) if planned.untimed else "",
        chores_title=t("After each game, before the next"),
        chores_head=t("After session no."),
        chores=_chores(jobs, t),
        foot=f"{jobs[0].table.kit_title} {jobs[0].table.kit_version}",
        accent=facility.colours[0] or colours.INK,
        logo=logo_of(facility),
    )


def _rows(planned: PlannedDay, t: Catalogue) -> list[DayRow]:
    """Sessions, settings up and breaks in the order of time."""
    found: list[tuple[int, int, DayRow]] = []
    for number, laid in enumerate(planned.day.sessions, start=1):
        plan = planned.plan(laid.slot.id)
        times = {block.part: (block.start, block.end) for block in laid.blocks}
        if "set-up" in times:
            begins = times["set-up"][0]
            row = DayRow(
                start=at_minute(begins, t.language), what=t("Set the room up"), room=printable(plan.room)
            )
            found.append((begins, 0, row))
        teams = [f"{printable(team.label)} ({team.size})" for team in plan.teams]
        row = DayRow(
            number=str(number),
            start=at_minute(laid.slot.start, t.language),
            what=f"**{_unparted(printable(plan.name))}**\n{joined(teams, t.language)}",
            room=printable(plan.room),
            game=at_minute(times["game"][0], t.language),
            debrief=at_minute(times["game"][1], t.language),
            ready=at_minute(laid.end, t.language),
        )
        found.append((laid.slot.start, 1, row))
    for start, end in breaks(planned.day):
        until = at_minute(end, t.language)
        words = t("Break of {length}, until {time}", length=length(end - start, t), time=until)
        row = DayRow(start=at_minute(start, t.language), what=words, is_ticked=False)
        found.append((start, 2, row))
    return [row for _start, _kind, row in sorted(found, key=lambda line: line[:2])]


def _unparted(name: str) -> str:
    """A name whose number stays with it at the end of a line."""
    return name.replace(" · ", f"{NBSP}·{NBSP}")


def _chores(jobs: Sequence[PrintJob], t: Catalogue) -> tuple[tuple[str, frozenset[str]], ...]:
    """The lists of the sessions' kits laid together, each line with the sessions that it is for."""
    due: dict[str, set[str]] = {}
    for number, job in enumerate(jobs, start=1):
        for words in reset_list(job) or (t("Room put in order"),):
            due.setdefault(words, set()).add(str(number))
    return tuple((words, frozenset(numbers)) for words, numbers in due.items())


def reset_list(job: PrintJob) -> tuple[str, ...]:
    """What to put in order after a game, as the kit's list says it of the puzzles played; perhaps empty."""
    played = job.kit.variant(job.plan.variant).puzzles
    words = job.kit.paper_words.get(job.plan.language, {})
    lists = [
        block.played(played)
        for spec in job.kit.papers
        if spec.id in words
        for block in blocks_of(words[spec.id])
        if isinstance(block, ItemsBlock) and block.purpose == "reset"
    ]
    known = all_places(job)
    return tuple(item for block in lists for item in filled_texts(block, known).items if item.strip())
