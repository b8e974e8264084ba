"""A note in fixed columns, cut into strips, that holds a code. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made, Redraw
from kit_app.mechanisms.session_codes import drawn_code

NAME = "strips"

CODE_PLACE = "{code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`columns` characters a line, cut into `strips` of equal width."""

    columns: int
    strips: int

    def __post_init__(self) -> None:
        if self.columns % self.strips:
            raise ValueError("columns must be a multiple of strips")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The note's lines, one of them with {code}; the word at the feet of the strips, a letter each.

    `shorter` holds, by number of line from 1, what stands there when the line itself is too long.
    """

    lines: tuple[str, ...]
    foot_word: str
    how: str
    shorter: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One strip: its piece of each line, its foot letter, how high the diagonal crosses it (0 is top)."""

    pieces: tuple[str, ...]
    foot: str
    diagonal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The note (part `strips`): `lines` as printed whole; `announcement`: what stands before the code."""

    lines: tuple[str, ...]
    foot_word: str
    columns: int
    strips: tuple[Strip, ...]
    announcement: str
    how: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw the code. Raises Redraw unless the code lies over at least two strips and is read in one way."""
    code = drawn_code(dice, "code")
    texts = _fitting(words, code, parameters.columns)
    lines = tuple(filled(line, {"code": code}) for line in texts)
    width = parameters.columns // parameters.strips
    if any(len(line) > parameters.columns for line in lines):
        raise ValueError(f"a line is longer than {parameters.columns} characters")
    if len(words.foot_word) != parameters.strips:
        raise ValueError(f"the foot word needs {parameters.strips} letters")
    padded = tuple(line.ljust(parameters.columns) for line in lines)
    source = next((line for line in texts if CODE_PLACE in line), "")
    start = source.find(CODE_PLACE)
    clues = Clues(
        lines=padded,
        foot_word=words.foot_word,
        columns=parameters.columns,
        strips=tuple(
            Strip(
                pieces=tuple(line[index * width : (index + 1) * width] for line in padded),
                foot=letter,
                diagonal=1 - (index + 0.5) / parameters.strips,
            )
            for index, letter in enumerate(words.foot_word)
        ),
        announcement=source[:start].strip(),
        how=words.how,
    )
    parted = start // width != (start + len(code) - 1) // width
    if start < 0 or not parted or solve(clues) != {code}:
        raise Redraw
    return Made(
        clues=clues,
        answer=code,
        values={"code": code, "foot_word": words.foot_word},
        readings={"strips": "\n".join(line.rstrip() for line in padded)},
    )


def _fitting(words: Words, code: str, columns: int) -> tuple[str, ...]:
    """The note's lines, the shorter wording in the place of each that is too long."""
    return tuple(
        words.shorter.get(str(number), line) if len(filled(line, {"code": code})) > columns else line
        for number, line in enumerate(words.lines, start=1)
    )


def solve(clues: Clues) -> frozenset[str]:
    """Lay the strips along the diagonal and read every code that the note announces."""
    ordered = sorted(clues.strips, key=lambda strip: -strip.diagonal)
    feet = "".join(strip.foot for strip in ordered)
    if feet != clues.foot_word:
        return frozenset()
    height = len(ordered[0].pieces)
    lines = ["".join(strip.pieces[row] for strip in ordered) for row in range(height)]
    return frozenset(
        normalised(line.partition(clues.announcement)[2])
        for line in lines
        if clues.announcement and clues.announcement in line
    )
