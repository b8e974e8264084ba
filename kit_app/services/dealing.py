"""Deal the teams of a planned session, and make sure that a stored session is dealt as it was printed."""

from dataclasses import replace

from kit_app.domain.deal import DealChoice, TeamTable, to_team_deal
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan, TeamDeal
from kit_app.errors import KitAppError
from kit_app.i18n import N_
from kit_app.mechanisms.dealing import deal_team


def deal_session(kit: Kit, plan: SessionPlan, *, is_checked: bool = True) -> tuple[TeamTable, ...]:
    """What each team of `plan` plays with, in the order of its teams.

    A deal that the plan stores keeps its set id and codes, also where a team that had others is gone or new.
    It must come out the same: raises KitAppError when it does not (unless not `is_checked`: in another
    language answers are others), and KitFileError when the kit cannot be dealt.
    """
    stored = {deal.number: deal for deal in plan.deals}
    tables: list[TeamTable] = []
    choice = choice_of(plan)
    taken = {number: frozenset({deal.set_id, *deal.codes.values()}) for number, deal in stored.items()}
    for team in sorted(plan.teams, key=lambda one: one.number):
        number, kept = team.number, stored.get(team.number)
        others = frozenset[str]().union(*(codes for other, codes in taken.items() if other != number))
        table = deal_team(kit, replace(choice, number=number, taken=others, kept=kept))
        taken[number] = frozenset({table.set_id, *(card.code for card in table.cards)})
        if kept is not None and is_checked:
            _check_same(to_team_deal(table), kept)
        tables.append(table)
    by_number = {table.number: table for table in tables}
    return tuple(by_number[team.number] for team in plan.teams)


def choice_of(plan: SessionPlan) -> DealChoice:
    """What all teams of `plan` have in common."""
    return DealChoice(
        language=plan.language,
        variant=plan.variant,
        seed=plan.seed,
        sector=plan.sector,
        second_language=plan.second_language,
        minutes=round(plan.duration_ms / 60_000),
    )


def deals_of(tables: tuple[TeamTable, ...]) -> tuple[TeamDeal, ...]:
    """What the plan stores of `tables`."""
    return tuple(to_team_deal(table) for table in tables)


def _check_same(dealt: TeamDeal, stored: TeamDeal) -> None:
    if dealt == stored:
        return
    different = [new.id for new, old in zip(dealt.puzzles, stored.puzzles, strict=False) if new != old]
    raise KitAppError(
        N_(
            "Team {number} would now get another game than the one stored with this session. "
            "Its printed cards would no longer fit: make a new session, or use the version that printed it."
        ),
        f"different: {different or 'cards'}; seed {stored.seed[:8]}",
        number=dealt.number,
    )
