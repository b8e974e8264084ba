"""Blocks that quote the kit's data: facts with their sources, whom to call, topics by their score."""

from collections import Counter
from datetime import date
from typing import Any

from kit_app.domain.references import CONTACT_DAYS, ContactSpec, by_score, doubtful, is_old
from kit_app.i18n import Catalogue, short_date
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.paper_places import DOTS, all_places, filled_texts
from printables.products.blocks import Align, Block, Column, Heading, Table, Text
from printables.units import mm, pt

SMALL = pt(10)
LONG_NUMBER, MANY = 40, 6  # letters that one line holds; so many longer ones and the list is set smaller


def facts(job: PrintJob) -> tuple[Block, ...]:
    """Every figure with its year and source; what to look up again says so. A line tells the usual day."""
    t, words = job.t, _words(job, "facts")
    old = {fact.id for fact in doubtful(job.kit.facts, job.today)} if job.today else set()
    known = all_places(job)
    usual = Counter(fact.checked_on for fact in job.kit.facts).most_common(1)
    rows = []
    for fact in job.kit.facts:
        checked = short_date(date.fromisoformat(fact.checked_on))
        state = "" if fact.checked_on == usual[0][0] else t("checked {date}", date=checked)
        if fact.status == "not-found":
            state = t("**Not found again** ({date}): look it up before you quote it", date=checked)
        elif fact.id in old:
            state = t("**More than a year old** ({date}): look it up again", date=checked)
        source = ", ".join(part for part in (fact.source, fact.year) if part)
        value = filled_texts(words[fact.id], known).value
        rows.append((words[fact.id].title, value, " · ".join(part for part in (source, state) if part)))
    columns = (
        Column(label=t("Fact"), share=1.8, bold=True),
        Column(label=t("Figures"), share=4),
        Column(label=t("Year, source"), share=3),
    )
    table = Table(columns=columns, rows=tuple(rows), size=SMALL, tight=True, grid=False)
    if not usual:
        return (table,)
    day = short_date(date.fromisoformat(usual[0][0]))
    return table, Text(
        text=t("Checked on {date}, unless a line says otherwise.", date=day), size=SMALL, quiet=True
    )


def contacts(job: PrintJob) -> tuple[Block, ...]:
    """Whom to call, by group; a dotted line for a number that is not known."""
    t = job.t
    titles = {"inside": t("In the facility"), "suppliers": t("Suppliers"), "outside": t("Outside")}
    blocks: list[Block] = []
    listed = {spec.id: _contact(job, spec) for spec in job.kit.contacts}
    are_long = sum(len(number) > LONG_NUMBER for _, number, _ in listed.values()) > MANY
    size, height = (pt(9), mm(5)) if are_long else (pt(11), mm(7.4))
    for group, title in titles.items():
        rows = tuple(listed[spec.id] for spec in job.kit.contacts if spec.group == group)
        columns = (Column(share=3.1), Column(share=3.2, bold=True), Column(share=2.1))
        if rows:
            blocks += [
                Heading(text=title, level=3),
                Table(columns=columns, rows=rows, size=size, least_height=height, tight=are_long, grid=False),
            ]
    return (*blocks, *_warning(job))


def _contact(job: PrintJob, spec: ContactSpec) -> tuple[str, str, str]:
    own = job.facility.contact(spec.id)
    label = _words(job, "contacts")[spec.id]
    checked_on = own.checked_on if own.number else spec.checked_on
    return label, own.line or spec.number or DOTS, _checked(checked_on, job.today, job.t)


def _checked(checked_on: str, today: date | None, t: Catalogue) -> str:
    if not checked_on:
        return ""
    words = short_date(date.fromisoformat(checked_on))
    if today is not None and is_old(checked_on, today, CONTACT_DAYS):
        return t("**check again** ({date})", date=words)
    return t("checked {date}", date=words)


def _warning(job: PrintJob) -> tuple[Block, ...]:
    """When the card was printed, and that numbers grow old."""
    t = job.t
    if job.today is None:
        return (Text(text=t("Check every number again every six months."), size=SMALL, quiet=True),)
    words = t("Printed on {date}. Check every number again every six months.", date=short_date(job.today))
    return (Text(text=words, size=SMALL, quiet=True),)


def topics(job: PrintJob) -> tuple[Block, ...]:
    """Subjects for a webinar, the most wanted first."""
    t, words = job.t, _words(job, "topics")
    centre = Align.CENTRE
    columns = (
        Column(label=t("Topic"), share=4, bold=True),
        Column(label=t("News"), share=1, align=centre),
        Column(label=t("Difficulties reported"), share=1.3, align=centre),
        Column(label=t("Incidents of one cause"), share=1.3, align=centre),
        Column(label=t("Sum"), share=0.8, align=centre, bold=True),
    )
    rows = tuple(
        (words[one.id], *map(str, (one.news, one.difficulties, one.incidents, one.score)))
        for one in by_score(job.kit.topics)
    )
    return (Table(columns=columns, rows=rows, size=pt(11), grid=False),)


def _words(job: PrintJob, name: str) -> dict[str, Any]:
    return dict(job.kit.reference_words.get(job.plan.language, {}).get(name, {}))
