"""Certificates of completion of a session: blank, or with names that live in memory only."""

from collections.abc import Sequence
from dataclasses import replace

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.errors import PrintError
from kit_app.i18n import N_, Catalogue
from kit_app.services.printing.door import Step, pdf_of
from kit_app.services.printing.job import NOBODY, Issuer, product
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.judging import lacking
from kit_app.services.printing.kit_papers import paper_items
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperNeeds, PaperPdf

PAPER = "certificate"
MOST_NAMES = 60
LONGEST_NAME = 60


def names_in(text: str) -> tuple[str, ...]:
    """One name a line, in their order; empty lines and spaces around are left out."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def people_of(plan: SessionPlan) -> int:
    """How many people the session is planned for."""
    return sum(team.size for team in plan.teams)


def certificates_pdf(
    kit: Kit,
    plan: SessionPlan,
    names: Sequence[str],
    t: Catalogue,
    issuer: Issuer = NOBODY,
    step: Step | None = None,
) -> PaperPdf:
    """A page for each name; without names a blank page for each person planned.

    `t` speaks the language of the certificates. The names are neither stored nor logged, and in no error.
    Raises PrintError.
    """
    _check(names)
    job = print_job(kit, plan, plan.teams[0].number, t, issuer)
    job = replace(job, setup=replace(job.setup, team_label=""))  # they are for the people of all teams
    spec = next((one for one in job.kit.papers if one.id == PAPER), None)
    if spec is None:
        raise PrintError(N_("This kit has no certificate."), ())
    single = replace(spec, per="team")
    people = names or [""] * people_of(plan)
    items = tuple(
        item for name in people for item in paper_items(replace(job, person=name), single, lambda _job: ())
    )
    title = t("Certificates")
    try:
        pdf = pdf_of(job, title, [product(PAPER, title, items)], step)
    except PrintError:
        if names:  # what does not fit is quoted in the error, and would be the name
            raise PrintError(N_("One of these names cannot be printed. Write it shorter."), ()) from None
        raise
    return PaperPdf(pdf=pdf, pages=len(items), starts={}, needs=PaperNeeds(sheets=len(items)))


def _check(names: Sequence[str]) -> None:
    if len(names) > MOST_NAMES:
        raise PrintError(N_("{most} names at a time, at most. Print these first."), (), most=MOST_NAMES)
    for place, name in enumerate(names, start=1):
        if len(name) > LONGEST_NAME:
            message = N_("Name {n} is too long for the line. {most} letters, at most.")
            raise PrintError(message, (), n=place, most=LONGEST_NAME)
        signs = lacking(name)
        if signs:
            message = N_("Name {n} holds signs that cannot be printed: {signs}")
            raise PrintError(message, (), n=place, signs=" ".join(signs))


def certificates_name(plan: SessionPlan, t: Catalogue) -> str:
    """A file name for the PDF, safe on every system; nobody's name is in it."""
    return safe_filename(f"{plan.name} - {t('Certificates')}") + ".pdf"
