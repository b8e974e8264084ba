"""What a page asks the window to say in a toast, perhaps with a way back."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence; `then` is done when its `action` is taken."""

    text: str
    action: str = ""
    then: Callable[[], None] | None = None
