"""A variant or a sector may say one block of a paper in its own words; what hangs in the air is told."""

import pytest

from kit_app.content.check import check_kit
from kit_app.content.kit_reader import read_kit
from kit_app.domain.kit import Kit
from kit_app.domain.papers import ItemsBlock, played_words
from kit_app.mechanisms.filling import texts
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit

STRUCTURE = """\
id = "leaflet"
number = "K1"
kind = "document"
shelf = "players"
per = "player"
"""
WORDS = """\
title = "Leaflet"

[[blocks]]
kind = "text"
text = "First."

[[blocks]]
id = "count"
kind = "list"
items = ["Twelve strips.", "Eight posts."]

[[blocks]]
kind = "text"
text = "Last."
"""
SHORT = """\
[[blocks]]
id = "count"
items = ["Twelve strips."]
"""


def kit_files(over: str = SHORT, words: str = WORDS, **structure: str) -> dict[str, bytes]:
    files = tiny_kit() | {"papers/leaflet.toml": structure.get("structure", STRUCTURE).encode()}
    for language in ("fr", "en"):
        files[f"words/{language}/papers/leaflet.toml"] = words.encode()
        files[f"variants/all/words/{language}/papers/leaflet.toml"] = over.encode()
    return files


def told(files: dict[str, bytes]) -> set[str]:
    return {str(problem) for problem in check_kit(files, mechanisms=TINY_MECHANISMS)}


def read(files: dict[str, bytes]) -> Kit:
    return read_kit(files, TINY_MECHANISMS)


def test_an_overlay_says_one_block_anew_and_leaves_the_others() -> None:
    whole = read(kit_files())
    own = whole.in_choice("all", "").paper_words["fr"]["leaflet"]
    assert [text for text in texts(own) if text.endswith(".")] == ["First.", "Twelve strips.", "Last."]
    assert "Eight posts." in set(texts(whole.paper_words["fr"]["leaflet"]))
    assert told(kit_files()) == set()


def test_a_block_that_the_paper_lacks_is_told_at_the_overlay() -> None:
    there = "variants/all/words/{}/papers/leaflet.toml, line 2: "
    assert told(kit_files(SHORT.replace("count", "conut"))) >= {
        f"{there.format(language)}There is no “conut”. Did you mean “count”?" for language in ("fr", "en")
    }
    assert told(kit_files(SHORT.replace("count", "film"))) >= {
        f"{there.format(language)}The paper below has no block “film” to lay this over. There are: count."
        for language in ("fr", "en")
    }


def test_a_mistake_in_a_block_laid_over_is_told_in_the_overlay() -> None:
    assert told(kit_files(SHORT + "itmes = []\n")) == {
        f"variants/all/words/{language}/papers/leaflet.toml, line 4: "
        "“itmes” is not known here. Did you mean “items”?"
        for language in ("fr", "en")
    }


@pytest.mark.parametrize("side", ["front", "back"])
def test_both_sides_of_a_card_may_be_laid_over(side: str) -> None:
    half = '[{0}]\ntitle = "Card"\n[[{0}.blocks]]\nid = "{0}"\nkind = "text"\ntext = "Said of all."\n'
    over = f'[[{side}.blocks]]\nid = "{side}"\ntext = "Said of this."\n'
    card = STRUCTURE.replace("document", "card")
    files = kit_files(over, half.format("front") + half.format("back"), structure=card)
    own = read(files).in_choice("all", "").paper_words["en"]["leaflet"]
    assert [text for text in texts(own) if text.startswith("Said")] == (
        ["Said of this.", "Said of all."] if side == "front" else ["Said of all.", "Said of this."]
    )


def test_two_blocks_of_one_id_are_told() -> None:
    twice = WORDS.replace('kind = "text"\ntext = "Last."', 'id = "count"\nkind = "text"\ntext = "Last."')
    assert any("“count” is there twice." in one for one in told(kit_files(words=twice)))


def test_a_sign_of_a_path_that_the_kit_lacks_is_told() -> None:
    files = kit_files(over='line = "Here"\n', words='title = "Trail"\n', structure=STRUCTURE.replace(
        "document", "sign") + 'path = "D"\n')  # fmt: skip
    assert told(files) == {"papers/leaflet.toml, line 6: There is no “D”. There are: A."}


def marked(puzzle: str) -> str:
    return WORDS.replace('"Eight posts."', f'{{ text = "Eight posts.", puzzle = "{puzzle}" }}')


def test_a_line_of_a_list_may_be_for_a_puzzle_that_is_played_or_not() -> None:
    assert read(kit_files("", marked("Q1"))).puzzles[0].id == "Q1"
    words = read(kit_files("", marked("Q1"))).paper_words["fr"]["leaflet"]
    for played, lines in ((("Q1",), ("Twelve strips.", "Eight posts.")), ((), ("Twelve strips.",))):
        (block,) = (one for one in played_words(words, played).blocks if isinstance(one, ItemsBlock))
        assert block.items == lines


def test_a_line_for_a_puzzle_that_is_not_there_and_a_mark_of_one_language_alone_are_told() -> None:
    assert any("There is no “Q9”." in problem for problem in told(kit_files("", marked("Q9"))))
    files = kit_files("", marked("Q1"))
    files["words/en/papers/leaflet.toml"] = WORDS.encode()
    assert any("list × 2 (Q1)" in problem for problem in told(files))
    wrong = WORDS.replace('"Eight posts."', '{ text = "Eight posts.", of = "Q1" }')
    assert any("“of” is not known here" in problem for problem in told(kit_files("", wrong)))


LIST = """\
title = "Who was there"

[[blocks]]
kind = "table"
columns = [{ label = "Name" }]
rows_for = "player"
"""


def test_rows_for_players_need_a_session_and_stand_in_both_languages() -> None:
    files = tiny_kit() | {"papers/leaflet.toml": STRUCTURE.replace('"players"', '"awareness"').encode()}
    files["words/fr/papers/leaflet.toml"] = LIST.encode()
    files["words/en/papers/leaflet.toml"] = LIST.replace('rows_for = "player"\n', "").encode()
    found = "\n".join(told(files))
    assert "belongs to no session" in found
    assert "table × 0 + player" in found
