"""A spot ready to be shown: its drawings in layers, its captions with the facility's words in place."""

from dataclasses import dataclass
from typing import NamedTuple

from kit_app.domain.spots import FADE_S, Move, Pose, eased, pose


class Layer(NamedTuple):
    """A part of a drawing that moves, or what lies still between such parts (`part` is empty), as SVG."""

    part: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmScene:
    """A scene from its second of the film on. `board` is left, top, width and height of its drawing."""

    start: float
    seconds: float
    board: tuple[float, float, float, float]
    layers: tuple[Layer, ...]
    moves: tuple[Move, ...]
    caption: str

    @property
    def end(self) -> float:
        """The second at which the next one begins."""
        return self.start + self.seconds

    def poses(self, second: float) -> tuple[Pose, ...]:
        """How each layer stands at a second of the scene."""
        return tuple(pose(self.moves, layer.part, second) if layer.part else Pose() for layer in self.layers)


class Moment(NamedTuple):
    """What is seen: which scene, how much of it has come over the one before it, how its layers stand."""

    scene: int
    shown: float
    poses: tuple[Pose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A spot in one language. `call` says whom to call, at the end; empty when nobody's number is known."""

    id: str
    title: str
    language: str
    scenes: tuple[FilmScene, ...]
    call: str

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.scenes[-1].end

    def scene_at(self, second: float) -> int:
        """The number of the scene at a second of the film; the last one from its beginning on."""
        begun = [number for number, scene in enumerate(self.scenes) if scene.start <= second]
        return begun[-1] if begun else 0

    def is_end(self, scene: int) -> bool:
        """Whether a scene is the end card."""
        return scene == len(self.scenes) - 1

    def at(self, second: float) -> Moment:
        """What is seen at a second of the film; the same value is the same picture."""
        number = self.scene_at(second)
        scene = self.scenes[number]
        passed = second - scene.start
        shown = eased(passed / FADE_S) if number else 1.0
        return Moment(number, round(shown, 3), scene.poses(passed))

    def whole(self, scene: int) -> Moment:
        """A scene at its last moment, when all in it has come to its place."""
        return Moment(scene, 1.0, self.scenes[scene].poses(self.scenes[scene].seconds))
