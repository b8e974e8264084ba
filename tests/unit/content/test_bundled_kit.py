"""The bundled kit is without a mistake, and its example is the game of its guide."""

import pytest

from kit_app.content.check import check_kit
from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.spelling import normalised, places
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.filling import texts
from tests.unit.content.bundled import bundled_files, bundled_kit

ANSWERS = {
    "P1": "417",
    "P2": "K7Q4",
    "P3": "426",
    "P4": "804263",
    "P5": "ABSENCE",
    "P6": "RUSE",
    "P7": "31024",
    "P8": "B407",
    "P9": "ZEPHINORD",
    "P10": "3/ZEPHINORD/PISTACHE2017",
    "P11": "804326",
    "P12": "SIGNAL",
}


def example(language: str) -> TeamTable:
    kit = bundled_kit()
    choice = DealChoice(language=language, variant="45-full", seed="example", fixed=kit.example)
    return deal_team(kit, choice)


def test_the_bundled_kit_has_no_problem() -> None:
    assert [str(problem) for problem in check_kit(bundled_files())] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_has_the_answers_of_the_guide(language: str) -> None:
    table = example(language)
    answers = {puzzle.id: puzzle.answer for puzzle in table.puzzles}
    assert {one: normalised(answer) for one, answer in answers.items()} == {
        one: normalised(answer) for one, answer in ANSWERS.items()
    }
    assert table.set_id == "TXR9"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_portal_takes_its_three_fields_in_the_spellings_that_people_use(language: str) -> None:
    portal, account, password = example(language).puzzle("P10").fields
    assert (portal.accepted[0], account.accepted[0], password.accepted[0]) == (
        "3",
        "ZEPHINORD",
        "PISTACHE2017",
    )
    assert normalised("Pistache 2017") in password.accepted
    assert all(field.label for field in (portal, account, password))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_text_of_a_table_keeps_a_place_that_nobody_fills(language: str) -> None:
    table = example(language)
    shown = (*(puzzle.words.hints for puzzle in table.puzzles), table.roles, table.scenes, table.script)
    cards = [(card.title, card.line, card.reading) for card in table.cards]
    assert [text for text in texts((shown, tuple(cards))) if places(text)] == []


def test_players_of_every_team_size_know_every_fact_once() -> None:
    kit = bundled_kit()
    facts = sorted(fact for role in kit.roles for fact in role.facts)
    for size in range(3, 9):
        played = [role for player in kit.distribution(size).players for role in player]
        known = [fact for role in kit.roles if role.id in played for fact in role.facts]
        assert sorted(known) == facts


def test_envelopes_open_as_the_guide_says() -> None:
    opened: dict[str, set[str]] = {}
    for envelope in bundled_kit().envelopes:
        opened.setdefault(" ".join(envelope.after), set()).add(envelope.id)
    assert opened == {
        "P1": {"A1", "B1", "C1"},
        "P2": {"A2"},
        "P3": {"A3"},
        "P5": {"B2"},
        "P6": {"P06-C5", "B3"},
        "P8": {"C2"},
        "P9": {"X1"},
        "X1": {"X2"},
        "P6 P7 P9": {"D1"},
        "P4 P10": {"D2"},
        "P11": {"D3"},
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_portal_on_the_screen_has_the_menu_of_the_printed_one(language: str) -> None:
    for seed in ("a", "b", "c", "d", "e"):
        choice = DealChoice(language=language, variant="45-full", seed=seed)
        table = deal_team(bundled_kit(), choice)
        (scene,) = (scene.words for scene in table.scenes if scene.spec.id == "portal")
        printed = table.puzzle("P10").clues
        assert scene.lines == tuple(f"{line.number} {line.text}" for line in printed.menu)
        assert (scene.title, scene.band) == (printed.title, printed.band)
