"""The questionnaire as data of a kit: what the bundled one asks, and what the check says of mistakes."""

from collections import Counter

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.questionnaire import THEMES
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

ITEMS = '[[questionnaire]]\nid = "lock"\ntheme = "devices"\nright = "B"\n'
WORDS = '[questionnaire.lock]\nask = "I leave my desk."\na = "I leave it"\nb = "I lock it"\nc = "I run"\n'


def files(items: str = ITEMS, words: str = WORDS) -> dict[str, bytes]:
    found = {**tiny_kit(), "questionnaire.toml": items.encode()}
    for language in ("fr", "en"):
        found[f"words/{language}/questionnaire.toml"] = words.encode()
    return found


def told(items: str = ITEMS, words: str = WORDS) -> list[str]:
    problems = check_kit(files(items, words), mechanisms=TINY_MECHANISMS)
    return [f"{one.file}:{one.line} {one.message.format(**one.values)}" for one in problems]


def test_the_bundled_kit_asks_ten_items_of_six_themes_three_of_them_about_incidents() -> None:
    questions = bundled_kit().questionnaire
    assert "".join(one.right for one in questions) == "BCBBCBBCBB"
    assert [place for place, one in enumerate(questions, start=1) if one.starred] == [7, 8, 9]
    assert {one.theme for one in questions if one.starred} == {"incident"}
    assert set(Counter(one.theme for one in questions)) == set(THEMES)
    assert [one.id for one in bundled_kit().opinions] == ["useful", "whom-to-call", "pace"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_care_home_is_asked_about_residents(language: str) -> None:
    kit = bundled_kit()
    own = kit.in_choice("45-full", "medico-social").reference_words[language]["questionnaire"]
    usual = kit.reference_words[language]["questionnaire"]
    assert "ésident" in own["labels"].ask or "esident" in own["labels"].ask
    assert own["labels"].b == usual["labels"].b
    assert own["lock"] == usual["lock"]


def test_a_kit_without_a_questionnaire_is_right_and_has_none() -> None:
    assert check_kit(tiny_kit(), mechanisms=TINY_MECHANISMS) == ()
    assert read_kit(tiny_kit(), TINY_MECHANISMS).questionnaire == ()


def test_a_questionnaire_that_is_right_is_read() -> None:
    assert told() == []
    (question,) = read_kit(files(), TINY_MECHANISMS).questionnaire
    assert (question.id, question.theme, question.right, question.starred) == ("lock", "devices", "B", False)


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (ITEMS.replace('"B"', '"D"'), "questionnaire.toml:4 “right” must be one of: 'A', 'B' or 'C'."),
        (
            ITEMS.replace("devices", "device"),
            "questionnaire.toml:3 There is no “device”. Did you mean “devices”?",
        ),
        (ITEMS.replace("right", "rigth"), "questionnaire.toml:4 “rigth” is not known here. Did you mean"),
        (ITEMS + ITEMS, "questionnaire.toml:6 “lock” is there twice. Give one of them another id."),
    ],
)
def test_a_mistake_in_the_items_is_told_with_file_and_line(items: str, sentence: str) -> None:
    assert any(one.startswith(sentence) for one in told(items)), told(items)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (WORDS.replace("I lock it", ""), "words/en/questionnaire.toml:4 “b” is empty. Write its text."),
        (WORDS.replace("I run", "I leave it"), "words/en/questionnaire.toml:5 “I leave it” is there twice."),
        (WORDS.replace('c = "I run"\n', ""), "words/en/questionnaire.toml:1 “c” is missing. Add it."),
        ("[questionnaire]\n", "words/en/questionnaire.toml:1 The words of “lock” are missing. Add them."),
    ],
)
def test_a_mistake_in_the_words_is_told_with_file_and_line(words: str, sentence: str) -> None:
    assert any(one.startswith(sentence) for one in told(words=words)), told(words=words)


def test_an_answer_of_the_game_in_a_question_is_told() -> None:
    fixed = {
        name: content.replace(b"[parameters]\n", b'[parameters]\ncode = "KLMN"\n')
        if name == "puzzles/Q1.toml"
        else content
        for name, content in files(words=WORDS.replace("I run", "KLMN")).items()
    }
    problems = check_kit(fixed, mechanisms=TINY_MECHANISMS)
    assert any(one.values.get("answer") == "KLMN" and "questionnaire" in one.file for one in problems), [
        one.message.format(**one.values) for one in problems
    ]


def test_a_paper_that_shows_a_questionnaire_needs_one() -> None:
    found = tiny_kit()
    found["papers/sheet.toml"] = (
        b'id = "sheet"\nnumber = "K1"\nkind = "document"\nshelf = "players"\nper = "player"\n'
    )
    for language in ("fr", "en"):
        found[f"words/{language}/papers/sheet.toml"] = (
            b'title = "Before"\n\n[[blocks]]\nkind = "made"\nof = "questionnaire"\n'
        )
    problems = check_kit(found, mechanisms=TINY_MECHANISMS)
    assert [(one.file, one.line) for one in problems] == [
        ("words/en/papers/sheet.toml", 5),
        ("words/fr/papers/sheet.toml", 5),
    ]
