"""Kits of older formats are read for ever: sessions were planned with them."""

from pathlib import Path

import pytest

from kit_app.content.files import read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.deal import DealChoice
from kit_app.mechanisms.dealing import deal_team

FORMAT_1 = Path(__file__).parent / "format-1"


def test_a_kit_of_format_1_is_read_with_the_digest_that_sessions_name() -> None:
    kit = read_kit(read_folder(FORMAT_1))
    assert (kit.id, kit.version, kit.sectors, kit.choices) == ("sant-escape", "1.0.0", (), {})
    assert kit.digest == "932e0e71d91cca216cba78979e4beff1c9a4dfcbe04832ca29980eec3e4d1d1d"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_kit_of_format_1_is_dealt_as_it_was_printed(language: str) -> None:
    kit = read_kit(read_folder(FORMAT_1))
    table = deal_team(kit, DealChoice(language=language, variant="45-full", seed="a stored seed"))
    answers = " ".join(puzzle.answer for puzzle in table.puzzles)
    assert (table.set_id, answers) == (
        "PTW9",
        "429 3CM9 426 801823 ABSENCE MVHV 32410 B403 ZEPHILUNE 2 · ZEPHILUNE · SAMOURAI2014 801238 SIGNAL",
    )
    assert [table.cards[0].code, table.cards[-1].code] == ["BVNYTN", "VSKPFK"]
