"""Print a card and read its code back from the picture: the self-test of everything between kit and paper."""

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.printing.decks import team_products
from kit_app.services.printing.door import pdf_of
from kit_app.services.printing.jobs import print_job
from kit_app.services.printing.preview import page_picture

DOTS_PER_INCH = 150


def first_card_reads_back(kit: Kit, plan: SessionPlan, t: Catalogue) -> bool:
    """Whether a page of the first team's set, drawn as pixels, shows a code of that set and no other.

    Raises PrintError when the page cannot be printed.
    """
    job = print_job(kit, plan, plan.teams[0].number, t)
    finale = [product for product in team_products(job) if product.kind == job.setup.finale]
    read = codes_on(pdf_of(job, job.table.game_title, finale), 0)
    return bool(read) and read <= {card.code for card in job.table.cards}


def codes_on(pdf: bytes, page: int) -> set[str]:
    """The texts of all codes that a camera would read on a page (from 0)."""
    import zxingcpp  # loaded by the first reading, not at the start
    from PIL import Image

    drawn = page_picture(pdf, page, DOTS_PER_INCH)
    size = drawn.width, drawn.height
    picture = Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", drawn.stride, 1)
    return {found.text for found in zxingcpp.read_barcodes(picture)}
