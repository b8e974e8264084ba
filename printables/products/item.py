"""What a deck asks of anything that it prints."""

from __future__ import annotations

from typing import Protocol

from printables.layout.boxes import Box, Size
from printables.problems import PrintProblem
from printables.render.canvas import Canvas
from printables.render.look import Look


class Item(Protocol):
    """Anything that can be printed: it has a title and a size, knows its problems, draws itself in a box."""

    @property
    def title(self) -> str: ...

    @property
    def size(self) -> Size: ...

    def problems(self, look: Look) -> list[PrintProblem]: ...

    def draw(self, canvas: Canvas, box: Box) -> None: ...
