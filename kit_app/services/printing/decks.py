"""Put together what is printed for a team and for its facilitator, in cutting order."""

from dataclasses import dataclass

from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.game.setup import RunSetup
from kit_app.i18n import Catalogue
from kit_app.services.printing import facilitator, papers
from kit_app.services.printing.clues import items_of
from kit_app.services.printing.faces import TeamSet, look_for
from printables.products.deck import Deck, Item, Section, planned_sheets
from printables.render.look import Look

CARD_STOCK = frozenset({"choices", "mask", "cipher-wheel", "ordering", "phases"})
"""Mechanisms whose props want card of 160 g or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One line of the print desk: a kind (its key), a title, whether it wants card, and its items."""

    kind: str
    title: str
    on_card: bool
    items: tuple[Item, ...]
    sheets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """All that printing needs of a session for one team; values only, so that a worker may use it.

    `t` speaks the language of the materials.
    """

    kit: Kit
    plan: SessionPlan
    table: TeamTable
    setup: RunSetup
    t: Catalogue

    @property
    def team(self) -> TeamSet:
        """The team's set with its roles."""
        players = self.kit.distribution(self.setup.team_size).players
        due = self.kit.level(self.plan.level).due
        return TeamSet(
            table=self.table,
            team_label=self.setup.team_label,
            players=tuple(tuple(self.table.role(role) for role in player) for player in players),
            t=self.t,
            is_easy=bool(due) and due[0] <= 1.0,
            images=self.kit.images,
        )

    @property
    def look(self) -> Look:
        """Fonts, words and language of the deck."""
        kit_line = f"{self.table.kit_title} {self.table.kit_version}"
        return look_for(self.t, kit_line, language=self.plan.language)


def team_products(job: PrintJob) -> tuple[Product, ...]:
    """What the players' PDF holds, in cutting order."""
    team = job.team
    products = [
        _product(
            puzzle.id,
            f"{puzzle.id} – {puzzle.words.title}",
            items_of(puzzle, team),
            puzzle.mechanism in CARD_STOCK,
        )
        for puzzle in job.table.puzzles
    ]
    t = job.t
    products += [
        _product("badges", t("Badges"), papers.badges(team), on_card=True),
        _product("roles", t("Private role cards"), papers.role_cards(team), on_card=True),
        _product("envelopes", t("Envelope labels"), papers.envelope_labels(team)),
        _product(
            "papers", t("Pitch and answer sheet"), (*papers.pitch_card(team), *papers.answer_sheet(team))
        ),
        _product("souvenir", t("Front page to keep"), papers.front_page(team)),
    ]
    return tuple(product for product in products if product.items)


def facilitator_products(job: PrintJob) -> tuple[Product, ...]:
    """What the facilitator's PDF holds."""
    team, look, t = job.team, job.look, job.t
    return (
        _product("script", t("The words to say"), facilitator.run_sheet(team, job.setup, look)),
        _product("key", t("Answer key"), facilitator.answer_key(team, job.setup, look)),
        _product("hints", t("Hint sheets"), facilitator.hint_sheets(team, job.setup, look)),
        _product("contents", t("What lies where"), facilitator.contents(team, look)),
        _product("attendance", t("Attendance sheet"), facilitator.attendance(team, look, job.plan.facility)),
    )


def deck_of(job: PrintJob, title: str, products: tuple[Product, ...]) -> Deck:
    """One PDF's deck."""
    return Deck(
        title=title,
        author=job.table.kit_title,
        sections=tuple(Section(title=product.title, items=product.items) for product in products),
        sheet_line=job.team.set_label,
    )


def _product(kind: str, title: str, items: tuple[Item, ...], on_card: bool = False) -> Product:
    sheets = len(planned_sheets(Deck(title=title, author="", sections=(Section(title=title, items=items),))))
    return Product(kind=kind, title=title, on_card=on_card, items=items, sheets=sheets)
