"""What was dealt for a session and is stored: what it depends on, and what may not be dealt anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan, TeamDeal
from kit_app.errors import KitAppError, KitFileError
from kit_app.i18n import N_


def dealt_tables(kit: Kit, plan: SessionPlan) -> tuple[TeamTable, ...]:
    """Everything that the teams of a session play with. Raises KitAppError."""
    from kit_app.services.dealing import deal_session  # loads every mechanism: only when something is dealt

    return deal_session(kit, plan)


def dealt_beside(kit: Kit, plan: SessionPlan, kept: tuple[TeamDeal, ...]) -> tuple[TeamTable, ...]:
    """With the deals that are kept, or all of them anew where this release deals a kept one otherwise."""
    try:
        return dealt_tables(kit, replace(plan, deals=kept))
    except KitFileError:
        raise
    except KitAppError:
        return dealt_tables(kit, replace(plan, deals=()))


def basis_of(plan: SessionPlan) -> tuple[str, ...]:
    """What all that is drawn depends on."""
    return (plan.kit_digest, plan.variant, plan.seed, *words_of(plan))


def words_of(plan: SessionPlan) -> tuple[str, ...]:
    """What printed cards depend on, beyond what was drawn."""
    return (*plan.languages, plan.sector, "", *sorted(plan.left_out), "", *sorted(plan.taken_in))


def printed_of(plan: SessionPlan) -> tuple[str, ...]:
    """What printed cards depend on, with the kit."""
    return (plan.kit_digest, *words_of(plan))


def deal_of(deals: tuple[TeamDeal, ...], number: int) -> TeamDeal | None:
    """The deal of a team, where there is one."""
    return next((deal for deal in deals if deal.number == number), None)


def refuse_other_deals(old: SessionPlan, new: SessionPlan) -> None:
    """Raise unless every old deal is still there: the journals were played with them."""
    if not set(_keys(old)) <= set(_keys(new)):
        raise KitAppError(
            N_("This session was played: its cards stay as they are. Duplicate it to change them.")
        )


def refuse_other_sizes(old: SessionPlan, new: SessionPlan, played: Collection[int]) -> None:
    """Raise where a team that has finished would get another size: its result would change in silence."""
    sizes = {team.number: team.size for team in old.teams}
    for team in new.teams:
        if team.number in played and sizes.get(team.number, team.size) != team.size:
            raise KitAppError(
                N_(
                    "Team {number} has played: how many people it had is put right on its results, under "
                    "“After the game”, where the old number stays beside the new one."
                ),
                number=team.number,
            )


def _keys(plan: SessionPlan) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(deal.number, deal.set_id, words_of(plan)) for deal in plan.deals]
