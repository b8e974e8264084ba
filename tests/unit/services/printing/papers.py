"""Papers of the bundled kit for tests: one team of any size, in either language, from any seed; made once."""

import re
from functools import cache

import pypdfium2
import zxingcpp
from PIL import Image

from kit_app.assets import resources_dir
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.i18n import load
from kit_app.services.printing.decks import PrintJob, facilitator_products, team_products
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.jobs import print_job
from tests.unit.content.bundled import bundled_kit

SIZES = (3, 5, 8)
LANGUAGES = ("fr", "en")
SETS = tuple((language, size) for language in LANGUAGES for size in SIZES)
SEED = "45" * 16


def plan_of(language: str, sizes: tuple[int, ...] = (5,), seed: str = SEED) -> SessionPlan:
    teams = tuple(TeamPlan(number=n, label=f"Équipe {n}", size=size) for n, size in enumerate(sizes, start=1))
    return SessionPlan(
        id="session",
        name="Unités B et C",
        facility="Hôpital de Brévalon",
        date="2026-11-24",
        time="18:30",
        room="Salle Camélia",
        kit_id=bundled_kit().id,
        kit_digest=bundled_kit().digest,
        variant="45-full",
        level="standard",
        language=language,
        duration_min=45,
        extra_time=False,
        teams=teams,
        hint_policy="suggested",
        hint_cost_min=0,
        clock_style="clock",
        seed=seed,
    )


def job_of(language: str, size: int = 5, seed: str = SEED) -> PrintJob:
    t = load(resources_dir() / "i18n", language)
    return print_job(bundled_kit(), plan_of(language, (size,), seed), 1, t)


@cache
def players_pdf(language: str, size: int = 5, seed: str = SEED) -> bytes:
    job = job_of(language, size, seed)
    return pdf_of(job, job.table.game_title, team_products(job))


@cache
def facilitator_pdf(language: str, size: int = 5) -> bytes:
    job = job_of(language, size)
    return pdf_of(job, job.t("Facilitator only"), facilitator_products(job))


def text_of(pdf: bytes) -> str:
    """What can be read or copied from the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def compact(text: str) -> str:
    """Letters and digits only, so that no line break or dot hides a word."""
    return re.sub(r"[^\w]", "", text).casefold()


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def codes_in(picture: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in found]
