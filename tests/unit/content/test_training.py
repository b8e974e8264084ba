"""The lessons for facilitators as data of a kit: what the bundled one teaches, and what the check says."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

LESSON = (
    '[[training]]\nid = "one"\nminutes = 4\n'
    'questions = [{ id = "clock", right = "B" }, { id = "stick", right = "C" }]\n'
)
WORDS = (
    '[training.one]\ntitle = "Begin"\ntext = ["Play first."]\nkeep = "Watch."\n\n'
    '[training.one.questions.clock]\nask = "When?"\na = "x"\nb = "y"\nc = "z"\nwhy = "So."\n\n'
    '[training.one.questions.stick]\nask = "May I?"\na = "x"\nb = "y"\nc = "z"\nwhy = "So."\n'
)
NO_STICK = WORDS[: WORDS.index("[training.one.questions.stick]")]
READY = '[[ready]]\nid = "seen"\nproof = "rehearsal"\n\n[[ready]]\nid = "room"\n'
READY_WORDS = '[ready]\nseen = "Rehearsed"\nroom = "Room set up"\n'


def files(lesson: str, words: str, ready: str, ready_words: str) -> dict[str, bytes]:
    found = {**tiny_kit(), "training.toml": lesson.encode(), "ready.toml": ready.encode()}
    for language in ("fr", "en"):
        found[f"words/{language}/training.toml"] = words.encode()
        found[f"words/{language}/ready.toml"] = ready_words.encode()
    return found


def told(
    lesson: str = LESSON, words: str = WORDS, ready: str = READY, ready_words: str = READY_WORDS
) -> list[str]:
    problems = check_kit(files(lesson, words, ready, ready_words), mechanisms=TINY_MECHANISMS)
    return [f"{one.file}:{one.line} {one.message.format(**one.values)}" for one in problems]


def test_the_bundled_kit_teaches_six_modules_and_asks_two_to_four_questions_of_each() -> None:
    lessons = bundled_kit().training
    assert [one.id for one in lessons] == ["play", "open", "watch", "debrief", "adapt", "hand-on"]
    assert sum(one.minutes for one in lessons) <= 30
    rights = "".join(question.right for one in lessons for question in one.questions)
    assert {letter: rights.count(letter) for letter in "ABC"} == {"A": 6, "B": 5, "C": 5}
    proofs = [one.proof for one in bundled_kit().ready]
    assert proofs[:4] == ["lessons", "checks", "rehearsal", "papers"]
    assert len(proofs) > 8 and set(proofs[4:]) == {None}


def test_lessons_that_are_right_are_read_and_a_kit_may_have_none() -> None:
    assert told() == []
    kit = read_kit(files(LESSON, WORDS, READY, READY_WORDS), TINY_MECHANISMS)
    assert [one.id for one in kit.training[0].questions] == ["clock", "stick"]
    assert kit.reference_words["en"]["training"]["one"].practise == ""
    assert read_kit(tiny_kit(), TINY_MECHANISMS).training == ()


@pytest.mark.parametrize(
    ("lesson", "sentence"),
    [
        (LESSON.replace('"B"', '"D"'), "training.toml:4 “right” must be one of: 'A', 'B' or 'C'."),
        (LESSON.replace("stick", "clock"), "training.toml:4 “clock” is there twice. Give one of them"),
        (
            LESSON.replace("minutes = 4", "minutes = 0"),
            "training.toml:1 “1” does not hold together",
        ),
        (LESSON.replace(', { id = "stick", right = "C" }', ""), "training.toml:1 “1” does not hold together"),
        (LESSON.replace("minutes", "minuets"), "training.toml:3 “minuets” is not known here. Did you mean"),
    ],
)
def test_a_mistake_in_the_lessons_is_told_with_file_and_line(lesson: str, sentence: str) -> None:
    assert any(one.startswith(sentence) for one in told(lesson)), told(lesson)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (WORDS.replace('"Watch."', '""'), "words/en/training.toml:4 “keep” is empty. Write its text."),
        (WORDS.replace('["Play first."]', "[]"), "words/en/training.toml:3 “text” is empty."),
        (
            WORDS.replace("Play first.", "Play {star}."),
            "words/en/training.toml:3 These words are read",
        ),
        (WORDS.replace('why = "So."', 'why = " "', 1), "words/en/training.toml:11 “why” is empty."),
        (WORDS.replace('c = "z"', 'c = "x"', 1), "words/en/training.toml:10 “x” is there twice. Keep one"),
        (WORDS.replace("questions.stick", "questions.stik"), "words/en/training.toml:13 “stik” is not known"),
        (NO_STICK, "words/en/training.toml:1 The words of “stick”"),
    ],
)
def test_a_mistake_in_the_words_is_told_with_file_and_line(words: str, sentence: str) -> None:
    assert any(one.startswith(sentence) for one in told(words=words)), told(words=words)


def test_a_mistake_in_the_list_is_told_with_file_and_line() -> None:
    wrong = told(ready=READY.replace('"rehearsal"', '"magic"'))
    assert any(one.startswith("ready.toml:3 “proof” must be one of") for one in wrong), wrong
    empty = told(ready_words=READY_WORDS.replace("Room set up", ""))
    assert any(one.startswith("words/en/ready.toml:3 “room” is empty.") for one in empty), empty
