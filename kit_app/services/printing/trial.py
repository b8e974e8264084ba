"""Print a card and read its code back from the picture: the self-test of everything between kit and paper."""

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.i18n import Catalogue
from kit_app.services.printing.claims import faces_of
from kit_app.services.printing.decks import team_products
from kit_app.services.printing.door import deck_name, pdf_of
from kit_app.services.printing.jobs import print_job


def first_card_reads_back(kit: Kit, plan: SessionPlan, t: Catalogue) -> bool:
    """Whether the cards of the first team's finale show codes, all of which were read from their pages.

    Raises PrintError when they cannot be printed or read.
    """
    job = print_job(kit, plan, plan.teams[0].number, t)
    finale = [product for product in team_products(job) if product.kind == job.setup.finale]
    pdf_of(job, job.table.game_title, finale, players_file=deck_name(job))
    faces = [face for product in finale for item in product.items for face in faces_of(item)]
    return any(face.code is not None for face in faces)
