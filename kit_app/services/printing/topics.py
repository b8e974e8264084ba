"""The list of topics for a webinar as a PDF: the most wanted first."""

from kit_app.domain.facility import Issuer
from kit_app.domain.kit import Kit
from kit_app.i18n import Catalogue, long_date
from kit_app.services.printing.desk import Papers, lone_papers, made
from kit_app.services.printing.job import PrintJob, product
from kit_app.services.printing.kit_papers import shelf_job
from kit_app.services.printing.made_references import topics
from kit_app.services.printing.paper_blocks import DOCUMENT_TYPE
from kit_app.services.printing.paper_logo import logo_of
from kit_app.system.filenames import safe_filename
from kit_app.views.paper import PaperPdf
from printables.layout import colours
from printables.products.blocks import Text
from printables.products.documents import Document, document_pages

KIND = "topics"


def topics_papers(kit: Kit, issuer: Issuer, t: Catalogue) -> Papers:
    """The list as a paper of the desk; `t` speaks its language."""
    job = shelf_job(kit, issuer, t)
    title = t("Topics for a webinar")
    name = safe_filename(title) + ".pdf"
    pages = document_pages(_document(job, title), job.look)
    return lone_papers(job, product(KIND, title, tuple(pages)), name)


def topics_pdf(kit: Kit, issuer: Issuer, t: Catalogue) -> PaperPdf:
    """The list. Raises PrintError."""
    return made(topics_papers(kit, issuer, t), [KIND])


def _document(job: PrintJob, title: str) -> Document:
    t, facility = job.t, job.facility
    words = t(
        "One topic a webinar. Three things earn points, 0 to 3 each: it is in the news, difficulties were "
        "reported, several incidents had this one cause. The highest sum comes first."
    )
    return Document(
        title=title,
        subtitle=long_date(job.today, t.language) if job.today is not None else "",
        blocks=(Text(text=words, size=DOCUMENT_TYPE), *topics(job)),
        foot=f"{job.table.kit_title} {job.table.kit_version}",
        contact=facility.name,
        accent=facility.colours[0] or colours.INK,
        logo=logo_of(facility),
    )
