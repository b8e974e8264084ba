"""The sheet for the ward's board one month after the game: three reminders by the themes most missed."""

from dataclasses import replace

from kit_app.domain.questionnaire import Theme
from kit_app.domain.references import NudgeWords
from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue
from kit_app.services.aftermath import Aftermath
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.job import NOBODY, Issuer, PrintJob, product
from kit_app.services.printing.kit_papers import shelf_job
from kit_app.services.printing.paper_logo import logo_of
from kit_app.services.printing.paper_places import all_places, filled_texts
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf
from printables.layout import colours
from printables.layout.boxes import A4
from printables.products.blocks import Framed, Space, Text
from printables.products.paper_cards import PaperCard
from printables.units import mm, pt

KIND = "nudge"
_TITLE, _REFLEX, _CALL = pt(27), pt(23), pt(19)


def nudge_pdf(after: Aftermath, t: Catalogue, issuer: Issuer = NOBODY) -> PaperPdf:
    """One A4 page, without any figure or name. `t` speaks its language. Raises PrintError."""
    job = job_after(after, t, issuer)
    words = nudge_words(job)
    found = tuple(words[theme] for theme in after.themes if theme in words)
    if not found:
        raise PrintError(N_("This kit has no reminders for one month later."), ())
    title = t("One month later")
    pdf = pdf_of(job, title, [product(KIND, title, (_sheet(job, found),))])
    return PaperPdf(pdf=pdf, pages=1, starts={}, needs=PaperNeeds(sheets=1))


def nudge_name(after: Aftermath, t: Catalogue) -> str:
    """A file name for the PDF, safe on every system."""
    return safe_filename(f"{after.plan.name} - {t('One month later')}") + ".pdf"


def job_after(after: Aftermath, t: Catalogue, issuer: Issuer) -> PrintJob:
    """What papers about a session are printed by that are no team's; `t` speaks their language."""
    job = shelf_job(after.kit, issuer, t)
    return replace(job, plan=replace(job.plan, facility=after.plan.facility))


def nudge_words(job: PrintJob) -> dict[Theme, NudgeWords]:
    """The reminders of the kit by theme, the numbers of the facility in their places."""
    words = job.kit.reference_words.get(job.plan.language, {}).get("nudges", {})
    known = all_places(job)
    return {one.id: filled_texts(words[one.id], known) for one in job.kit.nudges if one.id in words}


def _sheet(job: PrintJob, found: tuple[NudgeWords, ...]) -> PaperCard:
    t = job.t
    blocks = [Text(text=t("We played together. Three reflexes to keep:"), size=_CALL, quiet=True)]
    frames = [
        Framed(
            blocks=(
                Text(text=one.title, size=_TITLE, bold=True),
                Text(text=one.reflex, size=_REFLEX),
                Text(text=one.call, size=_CALL, quiet=True),
            ),
            fill=colours.MARKER_TINT,
        )
        for one in found
    ]
    close = [Space(height=mm(2)), Text(text=all_places(job)["facility.promise"], size=_CALL, bold=True)]
    facility = job.facility
    return PaperCard(
        title=t("One month later, what do we keep?"),
        size=A4,
        blocks=(*blocks, *frames, *(close if facility.has_promise else ())),
        ground=colours.MARKER,
        foot=f"{job.plan.facility or facility.spoken_name} · {job.table.kit_title} {job.table.kit_version}",
        accent=facility.colours[0] or colours.INK,
        logo=logo_of(facility),
    )
