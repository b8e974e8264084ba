"""The round of the room: the lines of a variant, in both languages; what the check says of wrong ones."""

import pytest

from kit_app.content.check import check_kit
from kit_app.domain.deal import DealChoice
from kit_app.domain.room import RoomLine, room_lines
from kit_app.mechanisms.dealing import deal_team
from tests.unit.content.bundled import bundled_kit
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit


def lines(variant: str, teams: int = 1, language: str = "fr") -> dict[str, str]:
    kit = bundled_kit()
    table = deal_team(kit, DealChoice(language=language, variant=variant, seed="room"))
    found: tuple[RoomLine, ...] = room_lines(kit.room, kit.reference_words[language]["room"], table, teams)
    return {one.id: one.text for one in found}


def test_the_full_game_has_the_lines_of_its_props() -> None:
    found = lines("45-full")

    assert found["envelopes"] == "Enveloppes A1, A2, B1, B2, B3, C1, C2 fermées, en place"
    assert found["kept"] == "D1, D2, D3 avec moi"
    assert list(found)[2:6] == ["strips", "mask", "copier", "wheel"]
    assert "apart" not in found


def test_a_shorter_variant_leaves_out_what_it_does_not_use() -> None:
    assert "mask" not in lines("45-light")
    assert not {"mask", "copier"} & set(lines("30"))
    assert "A2" not in lines("30")["envelopes"]
    assert "X1" in lines("60")["envelopes"]


def test_several_teams_need_as_many_sets_and_room_between_them() -> None:
    found = lines("45-full", teams=3, language="en")

    assert found["envelopes"].endswith("3 sets")
    assert found["apart"].startswith("2 m")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("variant", ["45-full", "45-light", "30", "60"])
@pytest.mark.parametrize("teams", [1, 6])
def test_every_place_is_filled_and_every_line_is_short(language: str, variant: str, teams: int) -> None:
    for text in lines(variant, teams, language).values():
        assert "{" not in text
        assert len(text) < 90


ROOM = '[[room]]\nid = "door"\npuzzles = ["Q2", "Q9"]\n'
WORDS = '[room.door]\ntext = "{}"\n'


def sentences(words: str) -> list[str]:
    files = {**tiny_kit(), "room.toml": ROOM.encode()}
    for language in ("fr", "en"):
        files[f"words/{language}/room.toml"] = words.encode()
    return [one.message.format(**one.values) for one in check_kit(files, mechanisms=TINY_MECHANISMS)]


def test_a_puzzle_that_the_kit_does_not_have_is_told() -> None:
    assert sentences(WORDS.format("Closed")) == [
        "There is no “Q9”. There are: Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8."
    ]


def test_a_place_that_nothing_fills_is_told() -> None:
    assert any(
        "{room.envelope}" in one and "{room.envelopes}" in one
        for one in sentences(WORDS.format("{room.envelope}"))
    )


def test_a_line_without_words_is_told() -> None:
    assert any("“door”" in one for one in sentences("[room]\n"))
