"""Put together what is printed for a team and for its facilitator, in cutting order."""

from kit_app.services.printing import papers
from kit_app.services.printing.clues import items_of
from kit_app.services.printing.job import PrintJob, Product, product
from kit_app.services.printing.kit_papers import session_papers
from printables.products.deck import Deck, Section

__all__ = ["PrintJob", "Product", "deck_of", "facilitator_products", "set_products", "team_products"]

CARD_STOCK = frozenset({"choices", "mask", "cipher-wheel", "ordering", "phases"})
"""Mechanisms whose props want card of 160 g or more."""


def team_products(job: PrintJob) -> tuple[Product, ...]:
    """What the players' PDF holds, in cutting order: the set, then the kit's papers for players."""
    return (*set_products(job), *session_papers(job, ("players",), set_products))


def set_products(job: PrintJob) -> tuple[Product, ...]:
    """The team's set: clues, what it is given, badges, private cards, labels, what lies on the table."""
    team = job.team
    products = [
        product(
            puzzle.id,
            f"{puzzle.id} – {puzzle.words.title}",
            items_of(puzzle, team),
            puzzle.mechanism in CARD_STOCK,
        )
        for puzzle in job.table.puzzles
    ]
    t = job.t
    products += [
        product("given", t("What the team already has"), papers.given_cards(team)),
        product("badges", t("Badges"), papers.badges(team), on_card=True),
        product("roles", t("Private role cards"), papers.role_cards(team), on_card=True),
        product("envelopes", t("Envelope labels"), papers.envelope_labels(team)),
        product(
            "papers", t("Pitch and answer sheet"), (*papers.pitch_card(team), *papers.answer_sheet(team))
        ),
        product("souvenir", t("Page of the ending, to keep"), papers.front_page(team)),
    ]
    return tuple(one for one in products if one.items)


def facilitator_products(job: PrintJob) -> tuple[Product, ...]:
    """What the facilitator's PDF holds: the kit's papers for the facilitator and the room."""
    return session_papers(job, ("facilitator", "room"), set_products)


def deck_of(job: PrintJob, title: str, products: tuple[Product, ...]) -> Deck:
    """One PDF's deck."""
    return Deck(
        title=title,
        author=job.table.kit_title,
        sections=tuple(Section(title=one.title, items=one.items) for one in products),
        sheet_line=job.team.set_label if job.is_of_session else "",  # papers to hang up are nobody's
    )
