"""The spots of the bundled kit, and what the check says of mistakes in one."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.drawing_parts import part_ids, taken_apart
from kit_app.content.kit_reader import read_kit
from kit_app.domain.papers import StoryboardWords
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><rect width="32" height="18"/>'
    '<g id="hand"><circle cx="4" cy="4" r="2"/></g><circle cx="9" cy="9" r="2"/></svg>'
)
SPOTS = """[[spots]]
id = "copier"

[[spots.scenes]]
picture = "one.svg"
seconds = 20
moves = [{ part = "hand", start = 0.5, end = 2.5, shift = [1, 2], swings = 4 }]

[[spots.scenes]]
picture = "one.svg"
seconds = 15
"""
WORDS = '[spots.copier]\ntitle = "Copier"\ncaptions = [\n"It waits.",\n"I fetch."]\ncall = "{contact.desk}"\n'


def files(spots: str = SPOTS, words: str = WORDS) -> dict[str, bytes]:
    found = {**tiny_kit(), "spots.toml": spots.encode(), "images/one.svg": DRAWING.encode()}
    found["contacts.toml"] = b'[[contacts]]\nid = "desk"\ngroup = "inside"\n'
    for language in ("fr", "en"):
        found[f"words/{language}/spots.toml"] = words.encode()
        found[f"words/{language}/contacts.toml"] = b'[contacts]\ndesk = "Desk"\n'
    return found


def told(spots: str = SPOTS, words: str = WORDS) -> list[str]:
    problems = check_kit(files(spots, words), mechanisms=TINY_MECHANISMS)
    return [f"{one.file}:{one.line} {one.message.format(**one.values)}" for one in problems]


def test_the_bundled_kit_has_four_spots_of_30_to_45_seconds() -> None:
    kit = bundled_kit()
    assert [(one.id, one.seconds) for one in kit.spots] == [
        ("copier", 35),
        ("call", 40),
        ("two-minutes", 30),
        ("red-screen", 45),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_spots_are_whole_in_both_languages_and_as_their_storyboards_say(language: str) -> None:
    kit = bundled_kit()
    words = kit.reference_words[language]["spots"]
    for number, spot in enumerate(kit.spots, start=1):
        board = kit.paper_words[language][f"storyboard-v{number}"]
        assert isinstance(board, StoryboardWords)
        assert words[spot.id].title == board.title
        assert [(one.picture, one.seconds) for one in spot.scenes] == [
            (frame.picture, frame.end - frame.start) for frame in board.frames
        ]
        assert len(words[spot.id].captions) == len(spot.scenes)
        reflex = words[spot.id].captions[-1].replace("\N{NO-BREAK SPACE}", " ")
        assert reflex in board.frames[-1].text.replace("\N{NO-BREAK SPACE}", " ")
        assert "{contact.helpdesk}" in words[spot.id].call


def test_every_scene_moves_calmly() -> None:
    for spot in bundled_kit().spots:
        for scene in spot.scenes:
            assert scene.moves
            for move in scene.moves:
                assert move.swings <= 2 * (move.end - move.start)


def test_a_kit_without_spots_is_right() -> None:
    assert read_kit(tiny_kit(), TINY_MECHANISMS).spots == ()


def test_spots_that_are_right_are_read() -> None:
    assert told() == []
    (spot,) = read_kit(files(), TINY_MECHANISMS).spots
    assert spot.scenes[0].moves[0].shift == (1, 2)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("seconds = 15", "seconds = 60", "spots.toml:4 This spot lasts 80 s. Make it 30 to 45 s long."),
        ("seconds = 15", "seconds = 1", "spots.toml:11 A scene lasts at least 2 s"),
        ('"hand"', '"hat"', "spots.toml:7 one.svg has no group “hat”. There are: hand."),
        ("end = 2.5", "end = 25", "spots.toml:7 This move ends after its scene, which lasts 20 s."),
        ("swings = 4", "swings = 5", "spots.toml:7 This swings too fast to be calm"),
        ("swings = 4", 'fade = "inn"', "spots.toml:7 “fade” must be one of"),
        ("swings = 4", "swing = 4", "spots.toml:7 “swing” is not known here. Did you mean “swings”?"),
        (
            "end = 2.5, shift = [1, 2], swings = 4",
            'end = 0.6, fade = "in"',
            "spots.toml:7 What comes",
        ),
        ('"one.svg"\nseconds = 15', '"two.svg"\nseconds = 15', "spots.toml:10 The picture images/two.svg is"),
        (SPOTS, SPOTS + SPOTS, "spots.toml:13 “copier” is there twice."),
    ],
)
def test_a_mistake_in_a_spot_is_told_with_its_line(old: str, new: str, sentence: str) -> None:
    spots = SPOTS.replace(old, new)
    assert spots != SPOTS
    assert any(one.startswith(sentence) for one in told(spots)), told(spots)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (',\n"I fetch."', "", "words/en/spots.toml:3 This spot has 2 scenes and 1 captions."),
        ("It waits.", "", "words/en/spots.toml:4 “captions” is empty."),
        ("It waits.", "It waits. " * 9, "words/en/spots.toml:4 This caption is too long to be read in 20 s"),
        ("[spots.copier]", "[spots.copies]", "words/en/spots.toml:1 The words of “copier” are missing."),
        ("contact.desk", "contact.desc", "words/en/spots.toml:6 "),
    ],
)
def test_a_mistake_in_the_words_is_told_with_its_line(old: str, new: str, sentence: str) -> None:
    words = WORDS.replace(old, new)
    assert any(one.startswith(sentence) for one in told(words=words)), told(words=words)


def test_a_drawing_is_taken_apart_where_something_moves() -> None:
    board, pieces = taken_apart(DRAWING.encode(), frozenset({"hand"}))
    assert board == (0, 0, 32, 18)
    assert [piece.part for piece in pieces] == ["", "hand", ""]
    assert [piece.svg.count("circle") for piece in pieces] == [0, 1, 1]
    assert [piece.part for piece in taken_apart(DRAWING.encode(), frozenset())[1]] == [""]


def test_what_is_no_drawing_has_no_parts() -> None:
    assert part_ids(b"<svg") is None
    assert part_ids(DRAWING.encode()) == {"hand"}
