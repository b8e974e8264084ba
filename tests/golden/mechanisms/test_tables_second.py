"""The example's tables of the later puzzles, against the kit's specification."""

from pathlib import Path

import pytest

from kit_app.domain.dice import Dice
from kit_app.mechanisms import cipher_wheel, classify, identity, ordering, two_logs
from kit_app.mechanisms.made import Made
from tests.unit.mechanisms.bundled import EXAMPLE, made

DICE = Dice(seed="example", fixed=EXAMPLE)
MECHANISMS = {"P7": classify, "P8": two_logs, "P9": cipher_wheel, "P11": identity, "P12": ordering}


def example(puzzle: str, language: str) -> Made:
    return made(MECHANISMS[puzzle], puzzle, language, DICE)


def golden(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def with_plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_messages_are_those_of_the_specification(language: str) -> None:
    result = example("P7", language)
    lines = [
        f"{message.place} | {message.sender} | {message.body} | {sign}"
        for message, sign in zip(result.clues.messages, result.answer, strict=True)
    ]
    assert with_plain_spaces("\n".join(lines) + "\n") == golden(f"P7-{language}.txt")


def test_the_logs_are_those_of_the_specification() -> None:
    readings = example("P8", "fr").readings
    assert with_plain_spaces(f"{readings['doors']}\n\n{readings['stations']}\n") == golden("P8-fr.txt")


def test_the_cipher_texts_are_those_of_the_specification() -> None:
    lines = [line.split(maxsplit=2) for line in golden("P9.txt").splitlines()]
    ciphers = {language.lower(): text for language, kind, text in lines if kind == "cipher"}
    assert {language: example("P9", language).clues.cipher for language in ("fr", "en")} == ciphers


def test_the_records_are_those_of_the_specification() -> None:
    header, *rows = example("P11", "fr").readings["records"].splitlines()
    assert with_plain_spaces(header) == "Avant d'ouvrir : vérifiez les cinq traits."
    assert "\n".join(rows) + "\n" == golden("P11-fr.txt")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_cards_to_order_are_those_of_the_specification(language: str) -> None:
    result = example("P12", language)
    kinds = {letter: str(step) for step, letter in enumerate(result.answer, start=1)}
    lines = {
        f"{card.letter} | {card.text} | {kinds.get(card.letter, 'decoy')}" for card in result.clues.cards
    }
    assert {with_plain_spaces(line) for line in lines} == set(golden(f"P12-{language}.txt").splitlines())
