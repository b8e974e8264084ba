"""Every sector of the bundled kit tells the same game in its own words, and each game has one answer."""

import re
from itertools import product

import pytest

from kit_app.domain.deal import DealChoice, TeamTable
from kit_app.domain.spelling import normalised, places
from kit_app.mechanisms.dealing import deal_team
from kit_app.mechanisms.filling import texts
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_kit

LANGUAGES = ("fr", "en")
SECTORS = ("hospital", "medico-social", "telework", "managers")
VARIANTS = tuple(variant.id for variant in bundled_kit().variants)
SEEDS = tuple(f"sector-{number}" for number in range(6))

OTHER_WORDS = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P12")
"""Puzzles whose clues no sector takes over unchanged from the hospital."""


def dealt(sector: str, language: str = "fr", variant: str = "45-full", seed: str = "a") -> TeamTable:
    choice = DealChoice(language=language, variant=variant, sector=sector, seed=seed)
    return deal_team(bundled_kit(), choice)


def shown(table: TeamTable) -> list[str]:
    """Every text that somebody reads: screens, papers, sentences to say."""
    puzzles = [
        (one.words.title, one.words.hints, one.words.lesson, one.words.reflex) for one in table.puzzles
    ]
    cards = [(card.title, card.line, card.reading) for card in table.cards]
    return list(texts((puzzles, cards, table.roles, table.scenes, table.script)))


def test_the_kit_has_the_four_sectors_with_the_hospital_first() -> None:
    assert tuple(sector.id for sector in bundled_kit().sectors) == SECTORS


@pytest.mark.parametrize(("variant", "sector", "language"), list(product(VARIANTS, SECTORS, LANGUAGES)))
def test_every_game_of_every_sector_has_exactly_one_answer_a_puzzle(
    variant: str, sector: str, language: str
) -> None:
    for seed in SEEDS:
        table = dealt(sector, language, variant, seed)
        for puzzle in table.puzzles:
            found = MECHANISMS[puzzle.mechanism].solve(puzzle.clues)
            assert found == {normalised(puzzle.answer)}, (seed, puzzle.id)


@pytest.mark.parametrize(("variant", "sector"), list(product(VARIANTS, SECTORS[1:])))
def test_a_sector_changes_no_answer(variant: str, sector: str) -> None:
    for seed in SEEDS:
        of_hospital = {one.id: one.answer for one in dealt("hospital", variant=variant, seed=seed).puzzles}
        of_sector = {one.id: one.answer for one in dealt(sector, variant=variant, seed=seed).puzzles}
        assert of_sector == of_hospital


@pytest.mark.parametrize(("variant", "sector", "language"), list(product(VARIANTS, SECTORS, LANGUAGES)))
def test_no_text_of_a_sector_keeps_a_place_that_nobody_fills(
    variant: str, sector: str, language: str
) -> None:
    assert [text for text in shown(dealt(sector, language, variant)) if places(text)] == []


@pytest.mark.parametrize(("sector", "language"), list(product(SECTORS[1:], LANGUAGES)))
def test_a_sector_has_clues_of_its_own_where_it_differs_from_the_hospital(sector: str, language: str) -> None:
    hospital, other = dealt("hospital", language), dealt(sector, language)
    same = [one.id for one in other.puzzles if one.clues == hospital.puzzle(one.id).clues]
    assert not set(same) & set(OTHER_WORDS) or sector == "managers" and same == ["P8", "P11"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_resident_was_born_in_1936_on_all_papers_that_tell_it(language: str) -> None:
    table = dealt("medico-social", language)
    labels, records = table.puzzle("P4").clues.rows, table.puzzle("P11").clues.records
    assert [row.year for row in labels[2:5]] == ["1936", "1936", "1936"]
    assert labels[2].sex == labels[3].sex == "F"
    assert [record.born for record in records if record.label in "345"] == [
        "07/03/1936",
        "03/07/1936",
        "03/07/1936",
    ]
    facts = [text for role in table.roles for text in role.facts]
    assert any("Mamie Brume" in fact and "1936" in fact for fact in facts)
    assert not any("1986" in text for text in shown(table))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_speaks_of_the_hospital_in_a_care_home(language: str) -> None:
    table = dealt("medico-social", language)
    study = table.script["lost"]  # a figure that was found in hospitals
    assert [text for text in shown(table) if "pital" in text] == [study]


@pytest.mark.parametrize(("sector", "language"), list(product(SECTORS, LANGUAGES)))
def test_every_sector_adds_something_of_its_own_to_the_debrief(sector: str, language: str) -> None:
    script = dealt(sector, language).script
    others = [dealt(one, language).script for one in SECTORS if one != sector]
    for key in ("debrief_extra", "debrief_extra_long"):
        assert script[key] not in {other[key] for other in others}
    assert 4 <= len(re.findall(r"[.?!](?: |$)", script["debrief_extra_long"])) <= 6


@pytest.mark.parametrize(("variant", "sector"), list(product(VARIANTS, SECTORS)))
def test_the_pitch_tells_the_minutes_of_the_variant_in_every_sector(variant: str, sector: str) -> None:
    minutes = bundled_kit().variant(variant).minutes
    for language in LANGUAGES:
        script = dealt(sector, language, variant).script
        for key in ("pitch", "briefing"):
            assert f" {minutes} minutes" in script[key].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("variant", "sector", "language"), list(product(VARIANTS, SECTORS, LANGUAGES)))
def test_nobody_gets_a_role_card_with_nothing_on_it(variant: str, sector: str, language: str) -> None:
    assert all(role.facts or role.task for role in dealt(sector, language, variant).roles)
