"""A square of letters and a mask with windows that can be laid in four ways. Pure."""

from dataclasses import dataclass

from kit_app.domain.dice import SESSION_CODE_ALPHABET, Dice
from kit_app.domain.spelling import filled, normalised
from kit_app.mechanisms.made import Made, Redraw
from kit_app.mechanisms.session_codes import drawn_code

NAME = "mask"

EDGES = 4
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`windows` (row, column, from 1) as the mask lies with its right edge up; `top` is that edge's code.

    The number to find is drawn from `first` to `last`, never `not_number`.
    """

    size: int
    windows: tuple[Place, ...]
    top: str
    first: int
    last: int
    not_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The four readings, of as many characters as windows: the right one with {number}, then the decoys.

    The decoys are read with the second, third and fourth edge of the mask on top, clockwise from its first.
    """

    readings: tuple[str, str, str, str]
    plan_title: str
    plan_how: str
    mask_how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """The plan (part `plan`) and the mask (part `mask`). `edges` clockwise from the one above.

    `known_edge` is what players know from elsewhere: the code to put on top.
    """

    rows: tuple[str, ...]
    windows: tuple[Place, ...]
    edges: tuple[str, str, str, str]
    plan_title: str
    plan_how: str
    mask_how: str
    known_edge: str


def make(parameters: Parameters, words: Words, dice: Dice) -> Made[Clues]:
    """Draw number, edge codes and filler. Raises Redraw when a code or the number comes twice."""
    size = parameters.size
    number = str(dice.number("number", parameters.first, parameters.last))
    edges = (parameters.top, *(drawn_code(dice, f"edge{index}") for index in range(2, EDGES + 1)))
    if number == parameters.not_number or len(set(edges)) != EDGES:
        raise Redraw
    texts = [filled(text, {"number": number}) for text in words.readings]
    cells: dict[Place, str] = {}
    for turns, text in enumerate(texts):
        places = _seen(parameters.windows, size, turns)
        if len(text) != len(places) or any(place in cells for place in places):
            raise ValueError(f"“{text}” does not fit the windows")
        cells.update(zip(places, text, strict=True))
    free = [
        (row, column)
        for row in range(1, size + 1)
        for column in range(1, size + 1)
        if (row, column) not in cells
    ]
    cells.update(zip(free, dice.code("filler", len(free), SESSION_CODE_ALPHABET), strict=True))
    clues = Clues(
        rows=tuple(
            "".join(cells[row, column] for column in range(1, size + 1)) for row in range(1, size + 1)
        ),
        windows=parameters.windows,
        edges=(edges[0], edges[1], edges[2], edges[3]),
        plan_title=words.plan_title,
        plan_how=words.plan_how,
        mask_how=words.mask_how,
        known_edge=parameters.top,
    )
    if solve(clues) != {number}:
        raise Redraw
    return Made(
        clues=clues,
        answer=number,
        accepted=(texts[0],),
        values={"room": number, "start": texts[0][: len(texts[0]) - len(number) + 1]},
        readings={
            "plan": "\n".join((words.plan_title, *(" ".join(row) for row in clues.rows))),
            "mask": "\n".join((words.mask_how, " ".join(edges))),
        },
    )


def solve(clues: Clues) -> frozenset[str]:
    """Put the known edge on top, read through the windows, take the number at the end."""
    found = set()
    for turns, edge in enumerate(clues.edges):
        if normalised(edge) == normalised(clues.known_edge):
            text = "".join(
                clues.rows[row - 1][column - 1]
                for row, column in _seen(clues.windows, len(clues.rows), turns)
            )
            found.add(text[len(text.rstrip("0123456789")) :])
    return frozenset(found - {""})


def _seen(windows: tuple[Place, ...], size: int, turns: int) -> list[Place]:
    """Where the windows lie, in reading order, once edge number `turns` (clockwise) is on top."""
    places = list(windows)
    for _ in range(turns):
        places = [(size + 1 - column, row) for row, column in places]
    return sorted(places)
