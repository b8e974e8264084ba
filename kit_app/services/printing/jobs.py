"""From a stored session to its PDFs: the job of one team, and all files of a session in a folder."""

from dataclasses import replace
from pathlib import Path

from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.errors import ExportError
from kit_app.i18n import N_, Catalogue
from kit_app.services.dealing import deal_session
from kit_app.services.export import write
from kit_app.services.printing.decks import facilitator_products, team_products
from kit_app.services.printing.door import deck_name, facilitator_name, pdf_of
from kit_app.services.printing.job import NOBODY, Issuer, PrintJob
from kit_app.services.setup import run_setup
from kit_app.views.paper import PaperWish


class NothingCalledSoError(ExportError):
    """A team has no paper of the kind that is wanted; another one of its session may have it."""


def print_job(kit: Kit, plan: SessionPlan, team: int, t: Catalogue, issuer: Issuer = NOBODY) -> PrintJob:
    """What printing needs for one team; `t` speaks the language of the materials, one of a mixed team's two.

    Raises KitAppError when the session's kit deals another game than the stored one.
    """
    tables = deal_session(kit, plan)
    spoken = plan.in_language(t.language)
    if spoken is not plan:
        tables = deal_session(kit, spoken, is_checked=False)
        plan = spoken
    table = next(table for table in tables if table.number == team)
    setup = run_setup(kit, plan, team, table, {})
    chosen = kit.in_choice(plan.variant, plan.sector)
    return PrintJob(
        kit=chosen, plan=plan, table=table, setup=setup, t=t, facility=issuer.facility, today=issuer.today
    )


def print_team(
    job: PrintJob,
    folder: Path,
    *,
    only: str | None = None,
    wish: PaperWish | None = None,
    overwrite: bool = False,
) -> list[Path]:
    """Write the players' PDF and the facilitator's PDF of a team; `only` one kind of product, by itself.

    Returns the files written. Raises PrintError and ExportError, NothingCalledSoError where the team has none
    of that kind; nothing half-written stays.
    """
    wish = wish or PaperWish(control_sheet=True)
    if only is not None:
        wish = replace(wish, control_sheet=False)
    files: list[Path] = []
    known: list[str] = []
    for products, name, title, for_players in (
        (team_products(job), deck_name(job), job.table.game_title, True),
        (facilitator_products(job), facilitator_name(job), job.t("Facilitator only"), False),
    ):
        known += [product.kind for product in products if product.kind not in known]
        chosen = tuple(product for product in products if only in (None, product.kind))
        if chosen:
            target = folder / name
            pdf = pdf_of(job, title, chosen, players_file=name if for_players else "", wish=wish)
            write(target, pdf, overwrite=overwrite)
            files.append(target)
    if not files:
        message = N_("There is nothing called “{kind}” to print. There are: {known}.")
        raise NothingCalledSoError(message, kind=only, known=", ".join(known))
    return files
