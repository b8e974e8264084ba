"""What printing needs of a session for one team, and a line of the print desk. Values only."""

from dataclasses import dataclass, field
from datetime import date

from kit_app.domain.deal import TeamTable
from kit_app.domain.facility import NOBODY, Facility, Issuer
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan
from kit_app.game.setup import RunSetup
from kit_app.i18n import Catalogue
from kit_app.services.printing.faces import TeamSet, look_for
from printables.products.deck import Deck, Section, planned_sheets
from printables.products.item import Item
from printables.render.look import Look

__all__ = ["NOBODY", "Issuer", "PrintJob", "Product", "product"]


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

    `t` speaks the language of the materials. `today` says how old facts and numbers are; None: not judged.
    `person` is whom a certificate names; it is nowhere but in this value, and never stored.
    """

    kit: Kit
    plan: SessionPlan
    table: TeamTable
    setup: RunSetup
    t: Catalogue
    facility: Facility = field(default_factory=Facility)
    today: date | None = None
    person: str = field(default="", repr=False)

    @property
    def is_of_session(self) -> bool:
        """Whether it prints for a planned session; papers to hang up need none."""
        return bool(self.plan.id)

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


def product(kind: str, title: str, items: tuple[Item, ...], on_card: bool = False) -> Product:
    """A line of the desk with the number of its sheets."""
    sheets = len(planned_sheets(Deck(title=title, author="", sections=(Section(title=title, items=items),))))
    return Product(kind=kind, title=title, on_card=on_card, items=items, sheets=sheets)
