"""What is wrong with a kit: where it stands and a sentence that says how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class KitProblem:
    """One mistake in a kit. `line` is 1 or more, or 0 when it concerns the whole file (or a missing one).

    `message` is English, marked for translation, with the places that `values` fill; `key` is the dotted key.
    """

    file: str
    line: int
    key: str
    message: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def sentence(self) -> str:
        """The message with its values, in English."""
        return self.message.format(**self.values)

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"
