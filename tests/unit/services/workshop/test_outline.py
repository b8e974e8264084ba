"""Every value of a kit has its field, every mistake leads to one, and an empty kit says what it lacks."""

from functools import cache

import pytest

from kit_app.assets import resources_dir
from kit_app.content.check import checked_kit
from kit_app.content.files import read_folder
from kit_app.domain.kit_document import Place
from kit_app.domain.problems import KitProblem
from kit_app.i18n import Catalogue
from kit_app.services.workshop.chances import chances
from kit_app.services.workshop.findings import finding_sentence
from kit_app.services.workshop.forms import fields_of
from kit_app.services.workshop.kit_draft import KitDraft
from kit_app.services.workshop.needs import refusal
from kit_app.services.workshop.outline import Outline
from kit_app.services.workshop.preview import Look, look_at
from kit_app.services.workshop.steps import steps_of

EN = Catalogue("en")


@cache
def bundled() -> KitDraft:
    return KitDraft("copy", read_folder(resources_dir() / "kits" / "sant-escape"))


def skeleton() -> KitDraft:
    return KitDraft("own-kit", read_folder(resources_dir() / "skeleton"))


@pytest.mark.parametrize(
    ("file", "key", "section", "thing", "path"),
    [
        ("words/fr/P2.toml", "hints.2", "hints", "P2", ("hints", 1)),
        ("words/fr/P2.toml", "lesson", "puzzles", "P2", ("lesson",)),
        ("words/en/P6.toml", "clues.questions.1.asks", "cards", "P6", ("clues", "questions", 0, "asks")),
        ("puzzles/P3.toml", "needs.1", "graph", "P3", ("needs",)),
        ("puzzles/P1.toml", "parameters.first_room", "puzzles", "P1", ("parameters", "first_room")),
        ("kit.toml", "variants.2.puzzles.3", "graph", "length/45-light", ("variants", 1, "puzzles")),
        ("words/fr/kit.toml", "scenes.pitch.title", "texts", "scene/pitch", ("scenes", "pitch", "title")),
        ("words/fr/papers/guide.toml", "blocks.4.text", "sheets", "paper/guide", ("blocks", 3, "text")),
        ("images/object-1.svg", "", "pictures", "images/object-1.svg", ()),
        (
            "sectors/telework/words/fr/P2.toml",
            "clues.lines",
            "overlays",
            "sectors/telework/P2",
            ("clues", "lines"),
        ),
    ],
)
def test_a_mistake_leads_to_the_field_that_mends_it(
    file: str, key: str, section: str, thing: str, path: tuple[str | int, ...]
) -> None:
    target = Outline(bundled(), EN).target(file, key)
    assert target is not None
    assert (target.section, target.thing, target.place) == (section, thing, Place(file=file, path=path))


def test_every_word_of_a_puzzle_has_a_field() -> None:
    draft = bundled()
    outline = Outline(draft, EN)
    sections = ("puzzles", "cards", "hints")
    found = {
        place for one in sections for field in fields_of(outline.groups(one, "P7")) for place in field.places
    }
    tree = draft.tree("words/fr/P7.toml")
    for key in ("title", "short", "lesson", "reflex"):
        assert Place(file="words/fr/P7.toml", path=(key,)) in found
    for key in tree["clues"]["messages"]:
        assert Place(file="words/fr/P7.toml", path=("clues", "messages", key)) in found


def test_a_finding_is_told_without_files_and_lines() -> None:
    problem = KitProblem(
        file="words/en/P1.toml", line=3, key="lesson", message="“{key}” is empty.", values={"key": "x"}
    )
    assert finding_sentence(problem, EN) == "P1 · What the puzzle teaches · English: “x” is empty."


def test_a_circle_is_told_and_a_plain_need_is_not() -> None:
    place = Place(file="puzzles/P1.toml", path=("needs",))
    assert "P3 itself waits for P1" in refusal(bundled(), place, ["P3"], EN)
    assert refusal(bundled(), Place(file="puzzles/P9.toml", path=("needs",)), ["P2"], EN) == ""


def test_a_preview_shows_card_and_players_page_of_what_was_typed() -> None:
    draft = KitDraft("copy", bundled().files)
    before = look_at(draft.files, Look(language="fr", puzzle="P2", hint=1))
    draft.set(Place(file="words/fr/P2.toml", path=("hints", 0)), "Cherchez mieux.")
    draft.set(Place(file="words/fr/P2.toml", path=("cards", "P02-C1", "title")), "Autre titre")
    after = look_at(draft.files, Look(language="fr", puzzle="P2", hint=1))
    assert before.problems == after.problems == ()
    assert after.player is not None and after.player.panel is not None
    assert after.player.panel.text == "Cherchez mieux."
    assert before.sheets is not None and after.sheets is not None
    assert before.sheets.pdf != after.sheets.pdf


def test_a_preview_of_what_cannot_be_read_says_why() -> None:
    draft = skeleton()
    draft.set(Place(file="kit.toml", path=("variants", 0, "minutes")), "many")
    shown = look_at(draft.files, Look(language="en", puzzle="P1"))
    assert shown.sheets is None
    assert "variants.1.minutes" in [one.key for one in shown.problems]


def test_the_chance_to_finish_follows_the_targets() -> None:
    draft = skeleton()
    (before,) = chances(draft.files, "en")
    assert before.foresight is not None
    draft.set(Place(file="puzzles/P2.toml", path=("target_s",)), 1500)
    (after,) = chances(draft.files, "en")
    assert after.foresight is not None
    assert after.foresight.chance < before.foresight.chance


def test_an_empty_kit_can_be_published_once_its_steps_are_done() -> None:
    draft = skeleton()
    outline = Outline(draft, EN)
    steps = steps_of(draft, EN)
    assert [one.title for one in steps] == ["The kit and its story", "Puzzle P1", "Puzzle P2", "Puzzle P3"]
    for number, place in enumerate(place for step in steps for place in step.missing):
        target = outline.target(
            place.file, ".".join(str(k + 1) if isinstance(k, int) else k for k in place.path)
        )
        assert target is not None and target.place == place
        is_list = place.path[-1] == "lines"
        draft.set(place, [f"Text {number}"] if is_list else f"Text {number}")
    assert steps_of(draft, EN) == ()
    problems, kit = checked_kit(draft.files)
    assert problems == ()
    assert kit is not None


def test_the_bundled_kit_has_no_steps_left() -> None:
    assert steps_of(bundled(), EN) == ()
