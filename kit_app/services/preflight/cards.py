"""The lines about printed cards: which set lies on the tables, told from any one card of a team."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kit_app.domain.codes import forgiven, is_valid, looks_like_code, shown
from kit_app.domain.plan import SessionPlan, TeamDeal
from kit_app.domain.spelling import normalised
from kit_app.game.setup import OtherSet
from kit_app.i18n import Catalogue, joined
from kit_app.services.preflight.finding import Action, Finding, fine


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReading:
    """What a card says: `set_id` with the `team` of this session, or a foreign set ("" when unknown), with
    the name of its session.
    """

    set_id: str = ""
    team: int = 0
    is_foreign: bool = False
    session: str = ""
    refusal: str = ""


def read_card(typed: str, plan: SessionPlan, others: Mapping[str, OtherSet], t: Catalogue) -> CardReading:
    """Whose card `typed` is, a card code or a set id. `others` are the sets that are kept, by code."""
    plain = normalised(typed)
    sets = {deal.set_id: deal.number for deal in plan.deals}
    own = {code: deal for deal in plan.deals for code in deal.codes.values()}
    code = forgiven(typed, {*own, *others}) or plain
    if code in own:
        return CardReading(set_id=own[code].set_id, team=own[code].number)
    if plain in sets:
        return CardReading(set_id=plain, team=sets[plain])
    other = others.get(code) or next((one for one in others.values() if one.set_id == plain), None)
    if other is not None:
        return CardReading(set_id=other.set_id, session=other.session_name, is_foreign=True)
    if is_valid(plain):
        return CardReading(is_foreign=True)
    if looks_like_code(plain):
        refusal = t("One letter is off: {code} does not exist. Read the card again.", code=shown(plain))
        return CardReading(refusal=refusal)
    return CardReading(refusal=t("A card code has six letters, as on the card: BCD·FGH."))


def said_of(reading: CardReading, plan: SessionPlan, t: Catalogue) -> str:
    """What is said under the field when a card was read."""
    if reading.refusal:
        return reading.refusal
    if reading.team:
        label = next(team.label for team in plan.teams if team.number == reading.team)
        return t("Set {set_id} ({team}): right.", set_id=reading.set_id, team=label)
    ours = joined([deal.set_id for deal in plan.deals], t.language)
    if reading.set_id:
        return t(
            "This card is from another set ({other}), of “{session}”. Tonight’s: {here}.",
            other=reading.set_id,
            session=reading.session,
            here=ours,
        )
    return t("This card is from a set that is not known here. Tonight’s: {here}.", here=ours)


def tables(
    plan: SessionPlan, teams: Collection[int], sets: Collection[str], last: CardReading, t: Catalogue
) -> Finding:
    """Whether each playing team's own set was found on the tables. `last` is the card read last."""
    deals = _deals(plan, teams)
    if last.is_foreign:
        return Finding(
            ident="cards",
            topic=t("Cards of another set lie on the tables"),
            level="danger",
            text=t.plural(
                "Fetch set {here} and read one of its cards.",
                "Fetch sets {here} and read one of their cards.",
                len(deals),
                here=_ids(deals, t),
            ),
        )
    lacking = [deal for deal in deals if deal.set_id not in sets]
    if not lacking:
        words = t.plural(
            "Set {set_ids}: a card was read.",
            "Sets {set_ids}: a card of each was read.",
            len(deals),
            set_ids=_ids(deals, t),
        )
        return fine("cards", words, t)
    if len(plan.teams) == 1:
        text = t(
            "Read or type the code of any card: it tells whether this is set {set_ids}.",
            set_ids=_ids(lacking, t),
        )
    else:
        text = t.plural(
            "Read or type the code of one card of this set: {sets}.",
            "Read or type the code of one card of each of these sets: {sets}.",
            len(lacking),
            sets=_sets(plan, lacking, t),
        )
    topic = t("No printed card has been read yet")
    if len(lacking) < len(deals):
        topic = t.plural(
            "The set of one team is not confirmed", "The sets of {n} teams are not confirmed", len(lacking)
        )
    return Finding(ident="cards", topic=topic, level="warn", text=text)


def printed(plan: SessionPlan, teams: Collection[int], t: Catalogue) -> Finding:
    """Whether the papers of each playing team are marked as printed."""
    deals = _deals(plan, teams)
    lacking = [deal for deal in deals if deal.number not in plan.printed_teams]
    if not lacking:
        words = t.plural(
            "Set {set_ids} is printed.", "Sets {set_ids} are printed.", len(deals), set_ids=_ids(deals, t)
        )
        return fine("printed", words, t)
    return Finding(
        ident="printed",
        topic=t.plural(
            "The cards of one team are not marked as printed",
            "The cards of {n} teams are not marked as printed",
            len(lacking),
        ),
        level="warn",
        text=t.plural(
            "Print this set, or read one of its cards if it is printed: {sets}.",
            "Print these sets, or read a card of each that is printed: {sets}.",
            len(lacking),
            sets=_sets(plan, lacking, t),
        ),
        action=Action(ident="print", words=t("Print")),
    )


def _deals(plan: SessionPlan, teams: Collection[int]) -> list[TeamDeal]:
    return [deal for deal in plan.deals if deal.number in teams]


def _ids(deals: list[TeamDeal], t: Catalogue) -> str:
    return joined([deal.set_id for deal in deals], t.language)


def _sets(plan: SessionPlan, deals: list[TeamDeal], t: Catalogue) -> str:
    """Each set with the team that plays with it: `MPW7 (Équipe 1)`."""
    labels = {team.number: team.label for team in plan.teams}
    return joined(
        [f"{deal.set_id} ({labels[deal.number]})" for deal in deals if deal.number in labels], t.language
    )
