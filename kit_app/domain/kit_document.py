"""A kit while it is written: its files, and every step that led to them, to go back and forth."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

MOST_STEPS = 500
"""So many steps can be taken back."""

Files = Mapping[str, bytes]
Value = bytes | None
"""What a file holds; None: it is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a step was made: a file of the kit and, within it, a key (from the outermost in)."""

    file: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change: for each file that it touched, what it held before and after."""

    place: Place
    files: Mapping[str, tuple[Value, Value]]

    @property
    def inverse(self) -> "Step":
        """The step that takes this one back."""
        turned = {name: (after, before) for name, (before, after) in self.files.items()}
        return replace(self, files=turned)

    def on(self, files: Files) -> Files:
        """`files` after this step."""
        result = dict(files)
        for name, (_before, after) in self.files.items():
            if after is None:
                result.pop(name, None)
            else:
                result[name] = after
        return result

    def then(self, later: "Step") -> "Step":
        """Both steps as one."""
        joined = dict(self.files)
        for name, (before, after) in later.files.items():
            joined[name] = (joined[name][0] if name in joined else before, after)
        return replace(self, files={name: both for name, both in joined.items() if both[0] != both[1]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The files as they are, the steps done (the last one last) and those taken back (the next one last).

    `is_joining`: the next step at the same place belongs to the last one, like the letters of a word.
    """

    files: Files
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    is_joining: bool = False

    def changed(self, place: Place, changes: Mapping[str, Value], *, joins: bool = False) -> "Document":
        """The document with some files changed, as one step. `joins`: see `is_joining`."""
        touched = {
            name: (self.files.get(name), after)
            for name, after in changes.items()
            if self.files.get(name) != after
        }
        if not touched:
            return self
        step = Step(place=place, files=touched)
        done = self.done
        if joins and self.is_joining and done and done[-1].place == place:
            step, done = done[-1].then(step), done[:-1]
        done = (*done, step) if step.files else done
        return Document(
            files=Step(place=place, files=touched).on(self.files), done=done[-MOST_STEPS:], is_joining=joins
        )

    def settled(self) -> "Document":
        """The same; the next step stands for itself."""
        return replace(self, is_joining=False)

    def undo(self) -> "Document":
        """The document before the last step; the same when there is none."""
        if not self.done:
            return self
        step = self.done[-1]
        return Document(files=step.inverse.on(self.files), done=self.done[:-1], undone=(*self.undone, step))

    def redo(self) -> "Document":
        """The document with the step done again that was taken back last; the same when there is none."""
        if not self.undone:
            return self
        step = self.undone[-1]
        return Document(files=step.on(self.files), done=(*self.done, step), undone=self.undone[:-1])
