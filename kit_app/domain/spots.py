"""Spots: short awareness films as a kit tells them, and where each part of a drawing is at any second."""

from dataclasses import dataclass
from math import cos, pi
from typing import Literal, NamedTuple

FADE_S = 0.5
"""How long a scene takes to come over the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What a part of a drawing does between two seconds of its scene.

    It is shifted by so many units of the board and turned by so many degrees, about the middle of itself or
    about a point of the board. `comes`: from there to where it is drawn. `swings`: there and back so often.
    """

    part: str
    start: float
    end: float
    shift: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0
    about: tuple[float, float] | None = None
    swings: int = 0
    comes: bool = False
    fade: Literal["none", "in", "out"] = "none"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a move ends after it starts")
        if self.swings < 0 or (self.swings and self.comes):
            raise ValueError("a part that swings stays where it is drawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotScene:
    """A drawing, how long it is seen, and what moves in it meanwhile."""

    picture: str
    seconds: float
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A film. Its last scene is the end card, with the reflex and whom to call."""

    id: str
    scenes: tuple[SpotScene, ...]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return sum(scene.seconds for scene in self.scenes)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotWords:
    """A spot in one language: a caption for each scene, that of the last being the reflex; whom to call."""

    title: str
    captions: tuple[str, ...]
    call: str


class Pose(NamedTuple):
    """How a part stands now: shifted, turned (about a point of the board, or None: its middle), how solid."""

    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    about: tuple[float, float] | None = None
    solid: float = 1.0


def pose(moves: tuple[Move, ...], part: str, second: float) -> Pose:
    """How a part stands at a second of its scene, all its moves together."""
    x = y = turn = 0.0
    about, solid = None, 1.0
    for move in moves:
        if move.part != part:
            continue
        share = _share(move, second)
        x, y, turn = x + move.shift[0] * share, y + move.shift[1] * share, turn + move.turn * share
        about = move.about or about
        if move.fade != "none":
            done = eased((second - move.start) / (move.end - move.start))
            solid *= done if move.fade == "in" else 1 - done
    return Pose(round(x, 2), round(y, 2), round(turn, 2), about, round(solid, 3))


def _share(move: Move, second: float) -> float:
    """How much of the way a part is from where it is drawn."""
    passed = (second - move.start) / (move.end - move.start)
    if move.swings:
        return (1 - cos(2 * pi * move.swings * min(1.0, max(0.0, passed)))) / 2
    return 1 - eased(passed) if move.comes else eased(passed)


def eased(passed: float) -> float:
    """A share of the time as a share of the way: slow, fast, slow; 0 before and 1 after."""
    kept = min(1.0, max(0.0, passed))
    return kept * kept * (3 - 2 * kept)
