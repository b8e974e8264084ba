"""Near-identical records: what is printed and the one person who has all five traits."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import identity
from kit_app.mechanisms.made import Made, Redraw
from tests.unit.mechanisms.bundled import checked, in_full, made, table, values

PEOPLE = [("MARVALIN", "Aline"), ("BRISCOURT", "Élise"), ("TALVERNE", "Odile")]
TRAITS = ("birth_name", "first_name", "born", "sex", "place")


def records(language: str = "fr", **others: str) -> Made[identity.Clues]:
    return made(identity, "P11", language, Dice(seed="any"), values(language, **others))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_is_solved_by_the_five_traits_and_the_sheet(language: str) -> None:
    result = records(language)
    assert result.answer == "804326"
    assert identity.solve(result.clues) == {"804326"}
    assert result.values == {
        "label": "4",
        "number": "804326",
        "trap_label": "3",
        "trap_number": "804263",
    }


@pytest.mark.parametrize(("birth_name", "first_name"), PEOPLE)
def test_every_name_of_the_bank_gives_six_different_records_of_which_one_fits(
    birth_name: str, first_name: str
) -> None:
    result = records(star_birth_name=birth_name, star_first_name=first_name)
    assert identity.solve(result.clues) == {"804326"}
    assert len(set(result.clues.records)) == 6


def test_the_namesake_differs_by_the_date_alone() -> None:
    trap, right = records().clues.records[1:3]
    assert [name for name in TRAITS if getattr(trap, name) != getattr(right, name)] == ["born"]


def test_every_other_record_fails_by_at_least_one_trait() -> None:
    right = records().clues.records[2]
    differences = [
        [name for name in TRAITS if getattr(record, name) != getattr(right, name)]
        for record in records().clues.records
    ]
    assert differences == [
        ["birth_name", "born"],
        ["born"],
        [],
        ["first_name", "sex"],
        ["birth_name", "born"],
        ["first_name", "born", "place"],
    ]


def test_the_records_bear_the_sex_and_the_year_of_their_labels() -> None:
    clues = records(P4_year6="1970").clues
    labels = {label.label: label for label in clues.facts.labels}
    for record in clues.records:
        assert record.sex == labels[record.label].sex
        assert record.born.endswith(labels[record.label].year)


def test_patient_numbers_are_not_printed_on_the_page() -> None:
    result = records()
    assert not any(label.number in result.readings["records"] for label in result.clues.facts.labels)


def test_a_trait_that_nobody_knows_would_leave_two_people() -> None:
    clues = records().clues
    born = replace(clues.records[1], born=clues.records[2].born)
    answers = identity.solve(replace(clues, records=(born, *clues.records[2:])))
    assert answers == {"804263", "804326"}


@pytest.mark.parametrize("others", [{"star_birth_day": "7"}, {"P4_year4": "1985"}, {"P4_sex4": "M"}])
def test_people_who_cannot_be_told_apart_or_do_not_exist_are_not_dealt(others: dict[str, str]) -> None:
    with pytest.raises(Redraw):
        records(**others)


def test_a_name_without_near_names_is_refused() -> None:
    with pytest.raises(ValueError, match="no near names are given for OTHER"):
        records(star_birth_name="OTHER")


def parameters() -> identity.Parameters:
    data = in_full(table("puzzles", "P11")["parameters"], values("fr"))
    return checked(identity.Parameters, data)


def test_two_right_records_are_refused() -> None:
    with pytest.raises(ValueError, match="one record must be"):
        replace(parameters(), records=(*parameters().records, parameters().records[2]))


def test_a_record_without_a_label_is_refused() -> None:
    with pytest.raises(ValueError, match="no label has the number 4"):
        replace(parameters(), labels=parameters().labels[:3] + parameters().labels[4:])
