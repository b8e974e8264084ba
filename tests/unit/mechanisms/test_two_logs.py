"""Two logs: what is printed and the one workstation whose owner was out."""

from dataclasses import replace

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import two_logs
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.bundled import EXAMPLE, checked, in_full, made, table, values

LANGUAGES = ("fr", "en")


def example(language: str = "fr", shift: str = "0") -> two_logs.Clues:
    return made(
        two_logs, "P8", language, Dice(seed="any", fixed=EXAMPLE), values(language, P1_shift=shift)
    ).clues


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_solved_from_both_logs(language: str) -> None:
    result = made(two_logs, "P8", language, Dice(seed="any", fixed=EXAMPLE))
    assert result.answer == "B407"
    assert "B4-07" in result.accepted
    assert two_logs.solve(result.clues) == {"B407"}
    assert result.values == {"pc": "B4-07", "time": "12:17", "hour": "12", "minute": "17"}


@pytest.mark.parametrize(("shift", "first", "last"), [("-5", "07:47", "18:15"), ("5", "07:57", "18:25")])
def test_every_time_of_both_logs_moves_by_the_shift(shift: str, first: str, last: str) -> None:
    clues = example(shift=shift)
    assert (clues.doors[0].time, clues.doors[-1].time) == (first, last)
    assert two_logs.solve(clues) == {"B407"}


def test_a_shift_with_a_true_minus_sign_is_understood() -> None:
    assert example(shift="\N{MINUS SIGN}5") == example(shift="-5")


def test_the_workstation_log_alone_leaves_every_stick_in_question() -> None:
    assert len(two_logs.solve(replace(example(), doors=()))) == 3


def test_owners_who_come_back_before_the_stick_are_in() -> None:
    clues = example()
    kept = tuple(row for row in clues.doors if (row.person, row.time) != ("M. Tardieu", "12:05"))
    assert two_logs.solve(replace(clues, doors=kept)) == frozenset()


def test_there_are_three_sticks_and_the_absent_owner_comes_back_after_hers() -> None:
    clues = example()
    sticks = [row for row in clues.stations if row.kind == "plugged"]
    assert [row.login for row in sticks] == ["m.tardieu", "k.diallo", "p.olivier"]
    back = [row.time for row in clues.doors if row.person == "M. Tardieu" and row.way == "in"]
    assert back[-1] > sticks[0].time


def test_the_same_person_keeps_one_workstation_all_day() -> None:
    stations = {row.login: row.station for row in example().stations}
    assert all(row.station == stations[row.login] for row in example().stations)
    assert len(set(stations.values())) == len(stations)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fr",
            [
                "10:15 E T. Garrel (Zéphilog)",
                "12:21 PC-B4-07 m.tardieu copie de 1 fichier\u00a0: acces_zephilog.txt",
            ],
        ),
        (
            "en",
            ["10:15 in T. Garrel (Zéphilog)", "12:21 PC-B4-07 m.tardieu copied 1 file: acces_zephilog.txt"],
        ),
    ],
)
def test_both_logs_are_read_line_by_line(language: str, lines: list[str]) -> None:
    readings = made(two_logs, "P8", language, Dice(seed="any", fixed=EXAMPLE)).readings
    assert lines[0] in readings["doors"].splitlines()
    assert lines[1] in readings["stations"].splitlines()


def test_the_stick_asks_its_question_and_keeps_the_easier_line_apart() -> None:
    stick = example("en").stick
    assert stick.label == "SALARIES 2 – DO NOT SHARE"
    assert stick.question == "One plug-in was made without the session's owner. Which PC?"
    assert stick.easier == "around noon"


def parameters() -> two_logs.Parameters:
    return checked(two_logs.Parameters, in_full(table("puzzles", "P8")["parameters"], values("fr")))


def words() -> two_logs.Words:
    return checked(two_logs.Words, table("words", "fr", "P8")["clues"])


def test_logs_in_which_the_owner_was_in_are_not_dealt() -> None:
    present = tuple(one for one in parameters().passages if one.person != "employee" or one.way == "in")
    with pytest.raises(Redraw):
        two_logs.make(replace(parameters(), passages=present), words(), Dice(seed="any"))


def test_a_person_whom_nobody_described_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody is called ghost"):
        replace(parameters(), absent="ghost")
