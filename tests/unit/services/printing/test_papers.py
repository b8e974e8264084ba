"""What stands on the papers beside the clues: flap lists, private cards, the facilitator's sheets."""

import pytest

from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import DealChoice
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.i18n import Catalogue
from kit_app.mechanisms.dealing import deal_team
from kit_app.services.printing import papers
from kit_app.services.printing.decks import PrintJob, facilitator_products
from kit_app.services.setup import run_setup
from printables.layout.pieces import Words
from printables.products.labels import FlapLabel
from printables.products.role_cards import RoleCard

SEED = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def job() -> PrintJob:
    kit = read_kit(read_folder(resources_dir() / "kits" / "sant-escape"))
    choice = DealChoice(language="en", variant="45-full", seed=SEED, fixed=kit.example)
    table = deal_team(kit, choice)
    plan = SessionPlan(
        id="session", name="Units B and C", facility="", date="2026-11-24", time="18:30", room="",
        kit_id=kit.id, kit_digest=kit.digest, variant="45-full", level="standard", language="en",
        duration_min=90, extra_time=False, teams=(TeamPlan(number=1, label="Ink", size=8),),
        hint_policy="suggested", hint_cost_min=0, clock_style="clock", seed=SEED,
    )  # fmt: skip
    return PrintJob(
        kit=kit, plan=plan, table=table, setup=run_setup(kit, plan, 1, table, {}), t=Catalogue("en")
    )


def paper(job: PrintJob, kind: str):
    return next(one.items for one in facilitator_products(job) if one.kind == kind)


def words(pages) -> str:
    """The words of document pages, with plain spaces."""
    found = [piece.text for page in pages for piece in page.pieces if isinstance(piece, Words)]
    return " ".join(found).replace("\u00a0", " ")


def flaps(job: PrintJob) -> dict[str, FlapLabel]:
    return {item.code: item for item in papers.envelope_labels(job.team) if isinstance(item, FlapLabel)}


def test_the_list_of_the_strips_envelope_counts_twelve_and_bears_the_code_that_is_cut_off(job):
    (strips,) = flaps(job)["A1"].contents
    code = next(card.code for card in job.table.cards if card.id == "P02-C1")
    assert (strips.count, strips.code) == (12, code)


def test_a_list_bears_the_code_only_of_cards_that_do_not_show_theirs(job):
    plan, mask = flaps(job)["A2"].contents
    assert plan.code == ""
    assert mask.code != ""


def test_who_knows_nothing_private_reads_what_to_do(job):
    cards = {card.face.card_id: card for card in papers.role_cards(job.team) if isinstance(card, RoleCard)}
    assert cards["R1"].facts_title == "What the others do not know"
    assert cards["R6"].facts_title == "What you do"


def test_the_words_to_say_tell_when_a_late_team_is_helped(job):
    said = words(paper(job, "run-sheet"))
    assert said.index("6.15") < said.index("Welcome. You have")
    assert "14:00" in said
    assert "If the team lost:" in said


def test_cards_of_one_title_are_told_apart_where_they_lie(job):
    listed = words(paper(job, "contents"))
    assert "The copier tray – Canteen menu" in listed
    assert "Papoti – Another bag of food" in listed
