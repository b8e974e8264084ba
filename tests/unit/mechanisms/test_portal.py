"""The portal: its page, and three fields that other puzzles give."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import normalised
from kit_app.mechanisms import portal
from kit_app.mechanisms.made import Made
from tests.unit.mechanisms.bundled import made, values


def page(language: str = "fr", **others: str) -> Made[portal.Clues]:
    return made(portal, "P10", language, Dice(seed="any"), values(language, **others))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_has_three_fields(language: str) -> None:
    result = page(language)
    assert result.answer == "3 · ZEPHINORD · PISTACHE2017"
    assert [(field.key, field.answer) for field in result.fields] == [
        ("portal", "3"),
        ("account", "ZEPHINORD"),
        ("password", "PISTACHE2017"),
    ]
    assert portal.solve(result.clues) == {normalised(result.answer)}


def test_the_right_entry_stands_at_the_portals_number() -> None:
    for number in "1234":
        menu = page("fr", P7_portal=number).clues.menu
        assert [line.number for line in menu] == ["1", "2", "3", "4"]
        assert menu[int(number) - 1].text == "Maintenance fournisseurs"


def test_the_page_reads_as_players_see_it() -> None:
    assert page().readings["portal"].splitlines() == [
        "Val d'Orsenne — accès distants",
        "1 Messagerie",
        "2 Téléconsultation",
        "3 Maintenance fournisseurs",
        "4 Congés",
        "Compte",
        "Mot de passe",
        "Écran de jeu – fictif",
    ]


def test_the_page_shows_neither_the_account_nor_the_password() -> None:
    reading = page().readings["portal"]
    assert "ZEPHI" not in reading
    assert "PISTACHE" not in reading


def test_a_portal_is_accepted_as_people_say_it() -> None:
    accepted = {normalised(text) for text in page("fr").fields[0].accepted}
    assert {"PORTAIL3", "N3"} <= accepted


def test_a_portal_that_is_not_in_the_menu_opens_nothing() -> None:
    clues = page().clues
    facts = replace(clues.facts, known={**clues.facts.known, "portal": "9"})
    assert portal.solve(replace(clues, facts=facts)) == frozenset()


def test_the_parts_of_the_password_come_in_the_order_of_the_reminder() -> None:
    clues = page().clues
    turned = tuple(replace(field, parts=tuple(reversed(field.parts))) for field in clues.facts.fields)
    facts = replace(clues.facts, fields=turned)
    assert portal.solve(replace(clues, facts=facts)) == {"3ZEPHINORD2017PISTACHE"}


def test_a_field_made_of_something_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="which is not known"):
        portal.Parameters(menu="a", fields=(portal.Field(key="a", parts=("b",)),), known={})


def test_a_menu_that_is_no_field_is_refused() -> None:
    with pytest.raises(ValueError, match="not among the fields"):
        portal.Parameters(menu="b", fields=(portal.Field(key="a", parts=()),), known={})
