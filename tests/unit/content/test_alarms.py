"""Alarms of a kit: read as written, and what does not hold together is told with file and line."""

import pytest

from kit_app.content.kit_reader import read_kit
from kit_app.domain.alarm import AlarmSpec
from kit_app.errors import KitFileError
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

WORDS = "[script]"
GOOD = """
[[alarms]]
id = "late"
minute = 12.5
of = 30
unless_open = ["Q8"]
unless_finished = ["A"]
hint = 3
"""


def with_alarms(text: str, words: str = 'late = "Help."\nsoon = "Wait."') -> dict[str, bytes]:
    files = dict(tiny_kit())
    files["kit.toml"] += text.encode()
    for language in ("fr", "en"):
        name = f"words/{language}/kit.toml"
        files[name] = files[name].replace(WORDS.encode(), f"{WORDS}\n{words}".encode())
    return files


def problems(text: str, words: str = 'late = "Help."') -> list[str]:
    with pytest.raises(KitFileError) as caught:
        read_kit(with_alarms(text, words), TINY_MECHANISMS)
    return [
        f"{problem.file}:{problem.line} {problem.message.format(**problem.values)}"
        for problem in caught.value.problems
    ]


def line_of(text: str, key: str) -> int:
    lines = with_alarms(text)["kit.toml"].decode().split("\n")
    return max(number for number, line in enumerate(lines, start=1) if line.startswith(key))


def test_an_alarm_is_read_as_it_is_written() -> None:
    kit = read_kit(with_alarms(GOOD), TINY_MECHANISMS)

    assert kit.alarms == (
        AlarmSpec(
            id="late", minute=12.5, of=30, unless_open=("Q8",), unless_finished=("A",), hint=3, puzzle=""
        ),
    )


def test_a_kit_without_alarms_is_read_as_before() -> None:
    assert read_kit(tiny_kit(), TINY_MECHANISMS).alarms == ()


@pytest.mark.parametrize(
    ("old", "new", "says", "at"),
    [
        ('unless_open = ["Q8"]', 'unless_open = ["Q9"]', "There is no “Q9”", "unless_open"),
        ('unless_open = ["Q8"]', 'unless_solved = ["Q0"]\nunless_open = ["Q8"]', "no “Q0”", "unless_solved"),
        ('unless_finished = ["A"]', 'unless_finished = ["Z"]', "There is no “Z”", "unless_finished"),
        ("hint = 3", 'hint = 3\npuzzle = "Q77"', "There is no “Q77”", "puzzle"),
        ("minute = 12.5", "minute = 30", "lies within the game", "minute"),
        ("hint = 3", "hint = 4", "is the level to give", "hint"),
        ("hint = 3", 'hint = 3\ngive = "Q7"', "not both", "give"),
        ("hint = 3", 'puzzle = "Q7"', "Say which hint of Q7", "puzzle"),
        ('unless_open = ["Q8"]', "", "Whose hint?", "hint"),
        ("hint = 3", "lasts = -1", "is a time in minutes", "lasts"),
        ('id = "late"', 'id = "late"\nsay = "never"', "write “never” in [script]", "say"),
        ("unless_open", "unless_opened", "Did you mean “unless_open”?", "unless_opened"),
    ],
)
def test_a_mistake_is_told_at_its_line(old: str, new: str, says: str, at: str) -> None:
    text = GOOD.replace(old, new)
    found = [one for one in problems(text) if says in one]

    assert found, problems(text)
    assert found[0].startswith(f"kit.toml:{line_of(text, at)} ")


def test_an_alarm_whose_words_are_missing_in_a_language_is_told() -> None:
    found = problems(GOOD, words='other = "x"')

    assert len([one for one in found if "words/fr/kit.toml" in one or "words/en/kit.toml" in one]) == 2


def test_two_alarms_of_one_name_are_told() -> None:
    assert any("“late” is there twice" in one for one in problems(GOOD + GOOD))
