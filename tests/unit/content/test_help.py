"""Help in a kit: what goes with hints, questions where to search; each mistake with its place."""

import io
import re
import wave

import pytest

from kit_app.content.check import check_kit
from kit_app.content.drawings import drawing_trouble
from kit_app.content.files import read_snapshot, snapshot
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import DealChoice
from kit_app.domain.help import HintSpec, SearchSpec, SearchWords
from kit_app.domain.telling import secrets_of, told
from kit_app.mechanisms.dealing import deal_team
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="9" height="9"/></svg>'
HELP = """
[[hints]]
level = 2
picture = "images/hint.svg"
sound = "sounds/bell.wav"
counts = false

[[searches]]
id = "note"
cards = ["Q2-C1"]

[[searches]]
id = "lamp"
"""
WORDS = """
[searches.note]
say = "Have you looked below?"

[searches.lamp]
say = "Have you looked behind the lamp?"
name = "Lamp"
where = "On the table"
"""


def bell(seconds: int = 1) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(8000)
        written.writeframes(b"\0\0" * 8000 * seconds)
    return target.getvalue()


def with_help(structure: str = HELP, words: str = WORDS, **files: bytes) -> dict[str, bytes]:
    kit = {**tiny_kit(), "images/hint.svg": SVG, "sounds/bell.wav": bell(), **files}
    kit["puzzles/Q2.toml"] += structure.encode()
    for language in ("fr", "en"):
        kit[f"words/{language}/Q2.toml"] += words.encode()
    return kit


def said(files: dict[str, bytes]) -> list[str]:
    return [str(one) for one in check_kit(files, mechanisms=TINY_MECHANISMS)]


def test_hints_with_more_than_words_and_questions_are_read() -> None:
    assert said(with_help()) == []
    kit = read_kit(with_help(), TINY_MECHANISMS)
    puzzle = kit.puzzle("Q2")
    picture, sound = "images/hint.svg", "sounds/bell.wav"
    assert puzzle.hints == (HintSpec(level=2, picture=picture, sound=sound, counts=False),)
    assert puzzle.searches == (SearchSpec(id="note", cards=("Q2-C1",)), SearchSpec(id="lamp"))
    assert kit.puzzle_words["en"]["Q2"].searches["note"] == SearchWords(say="Have you looked below?")
    assert (kit.images[picture], kit.sounds[sound]) == (SVG, bell())


def test_a_sound_is_kept_with_the_kit() -> None:
    assert read_snapshot(snapshot(with_help()))["sounds/bell.wav"] == bell()


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"structure": HELP.replace("level = 2", "level = 4")}, "must be one of: 1, 2 or 3"),
        ({"structure": HELP + "\n[[hints]]\nlevel = 2\ncounts = false\n"}, "“2” is there twice"),
        ({"structure": HELP.replace("Q2-C1", "Q3-C1")}, "This puzzle has no card “Q3-C1”. It has: Q2-C1."),
        ({"structure": HELP.replace("hint.svg", "other.svg")}, "The picture images/other.svg is missing"),
        ({"structure": HELP.replace("bell.wav", "ring.wav")}, "The sound sounds/ring.wav is missing"),
        ({"structure": HELP.replace("images/hint.svg", "images/hint.png")}, "an SVG file"),
        ({"words": WORDS.replace("searches.lamp", "searches.lamps")}, "Did you mean “lamp”?"),
        ({"words": WORDS.replace("searches.lamp", "searches.lamps")}, "The words of “lamp” are missing"),
        ({"words": WORDS.replace('name = "Lamp"\n', "")}, "“lamp” names no card: write in “name” what it is"),
        ({"words": WORDS.replace("Have you looked below?", " ")}, "“say” is empty"),
        ({"words": WORDS.replace("below", "at {Q5.answer}")}, "Players would read the answer of Q5"),
        ({"sounds/bell.wav": b"RIFF"}, "sounds/bell.wav is no WAV file that can be played"),
        ({"sounds/bell.wav": bell(61)}, "sounds/bell.wav is longer than a minute"),
        ({"sounds/idle.wav": bell()}, "Nothing plays this sound"),
    ],
)
def test_what_is_wrong_with_help_is_said(changes: dict[str, object], mistake: str) -> None:
    assert any(mistake in one for one in said(with_help(**changes)))  # type: ignore[arg-type]


def test_every_puzzle_of_the_bundled_kit_asks_about_all_of_its_cards() -> None:
    kit = bundled_kit()
    for puzzle in kit.puzzles:
        asked = [card for search in puzzle.searches for card in search.cards]
        assert sorted(asked) == sorted(card.id for card in puzzle.cards), puzzle.id


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_question_and_no_picture_of_the_bundled_kit_tells_an_answer(language: str) -> None:
    kit = bundled_kit()
    for (variant, sector), own in {("45-full", ""): kit, **kit.choices}.items():
        for seed in ("one", "two", "three"):
            choice = DealChoice(language=language, variant=variant, sector=sector, seed=seed)
            table = deal_team(own, choice)
            secrets = {
                one for puzzle in table.puzzles for secret in secrets_of(puzzle) for one in secret.spellings
            }
            for puzzle in table.puzzles:
                says = [
                    text for one in puzzle.words.searches.values() for text in (one.say, one.name, one.where)
                ]
                drawn = [kit.images[hint.picture].decode() for hint in puzzle.hints if hint.picture]
                shown = [text for one in drawn for text in re.findall(r">([^<]+)<", one) if text.strip()]
                assert not secrets & told([*says, *shown]).spellings(), (puzzle.id, says)


def test_pictures_of_hints_are_drawings_without_words_and_the_masks_windows_lie_elsewhere() -> None:
    kit = bundled_kit()
    pictures = {hint.picture for puzzle in kit.puzzles for hint in puzzle.hints if hint.picture}
    assert len(pictures) >= 2
    assert [one for one in sorted(pictures) if drawing_trouble(kit.images[one])] == []
    windows = re.findall(r'width="13" height="13"', kit.images["images/hint-mask.svg"].decode())
    assert 0 < len(windows) < len(kit.puzzle("P3").parameters.windows)
