"""A text written with a wheel of two alphabets, turned by the first letter of a word to be found. Pure."""

from dataclasses import dataclass

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made, Redraw

NAME = "cipher-wheel"

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The account's name is `stem` and one of `suffixes`. `notch`: the letter that fingers can feel."""

    stem: str
    suffixes: tuple[str, ...]
    file: str
    notch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`text` in capitals, with {account} after a word that announces it; `key_word` begins with the key.

    `convention` stands on the discs; `direction` on the outer one alone; `line` above the cipher text.
    """

    key_word: str
    text: str
    line: str
    convention: str
    direction: str
    outer_name: str
    inner_name: str
    notch_line: str
    assembly_title: str
    assembly: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """One disc of the wheel: its letters clockwise, and the one that bears the notch."""

    name: str
    letters: str
    notch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What players know from elsewhere, not printed here: the key word, and what announces a name."""

    key_word: str
    announcement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Parts `outer-disc`, `inner-disc` with the convention, and `file`: its name, a line and the cipher."""

    outer: Disc
    inner: Disc
    convention: str
    direction: str
    notch_line: str
    assembly_title: str
    assembly: tuple[str, ...]
    file: str
    line: str
    cipher: str
    facts: Facts


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the suffix and write the text. Raises Redraw unless one key alone makes it readable."""
    account = parameters.stem + dice.pick("suffix", parameters.suffixes)
    clear = filled(words.text, {"account": account})
    key = ALPHABET.index(normalised(words.key_word)[0])
    _check(clear)
    clues = Clues(
        outer=Disc(name=words.outer_name, letters=ALPHABET, notch=parameters.notch),
        inner=Disc(name=words.inner_name, letters=ALPHABET, notch=parameters.notch),
        convention=words.convention,
        direction=words.direction,
        notch_line=words.notch_line,
        assembly_title=words.assembly_title,
        assembly=words.assembly,
        file=parameters.file,
        line=words.line,
        cipher=_turned(clear, key),
        facts=Facts(key_word=words.key_word, announcement=_announcement(words.text)),
    )
    if key == 0 or clear.split().count(account) != 1 or solve(clues) != {normalised(account)}:
        raise Redraw
    return Made(
        clues=clues,
        answer=account,
        values={
            "account": account,
            "stem": parameters.stem,
            "letter": ALPHABET[key],
            "key_word": words.key_word[:1].upper() + words.key_word[1:],
        },
        readings=_readings(clues),
    )


def solve(clues: Clues) -> frozenset[str]:
    """The names announced in the clear texts of all keys that make the cipher readable.

    A text is readable when the announcing word stands in it. No name is found unless the key word's own key
    is among these keys.
    """
    found = {key: _announced(_turned(clues.cipher, -key), clues) for key in range(len(ALPHABET))}
    if not found[ALPHABET.index(normalised(clues.facts.key_word)[0])]:
        return frozenset()
    return frozenset(normalised(name) for names in found.values() for name in names)


def _announced(clear: str, clues: Clues) -> list[str]:
    words = clear.split()
    return [name for word, name in zip(words, words[1:], strict=False) if word == clues.facts.announcement]


def _announcement(text: str) -> str:
    words = text.split()
    place = words.index("{account}") if "{account}" in words else 0
    if place == 0:
        raise ValueError("the text must name {account} after another word")
    return words[place - 1]


def _check(clear: str) -> None:
    strange = sorted({letter for letter in clear if letter not in ALPHABET + " "})
    if strange:
        raise ValueError(f"the wheel has no letter for: {' '.join(strange)}")


def _turned(text: str, key: int) -> str:
    turns = key % len(ALPHABET)
    return text.translate(str.maketrans(ALPHABET, ALPHABET[turns:] + ALPHABET[:turns]))


def _readings(clues: Clues) -> dict[str, str]:
    outer = (clues.outer.name, " ".join(clues.outer.letters), clues.convention, clues.direction)
    inner = (clues.inner.name, " ".join(clues.inner.letters), clues.convention)
    return {
        "outer-disc": "\n".join(outer),
        "inner-disc": "\n".join(inner),
        "file": "\n".join((clues.file, clues.line, clues.cipher)),
    }
