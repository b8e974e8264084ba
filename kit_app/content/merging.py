"""Join two changed versions of a kit: file by file, and in files that both changed line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kit_app.content.files import KitFiles

MOST_LINES = 3_000
"""In longer files lines are not compared, since that may take minutes."""
_TEXTS = (".toml", ".md", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The joined files, and the paths where both had changed the same thing, so that ours was kept."""

    files: KitFiles
    kept: tuple[str, ...]


def merged(base: KitFiles, ours: KitFiles, theirs: KitFiles) -> Merged:
    """What `theirs` made of `base`, with what `ours` made of it."""
    files: dict[str, bytes] = {}
    kept = []
    for name in sorted({*base, *ours, *theirs}):
        was, own, new = base.get(name), ours.get(name), theirs.get(name)
        if own in (was, new):
            result = new
        elif new == was:
            result = own
        else:
            result, is_whole = _joined(name, was, own, new)
            if not is_whole:
                kept.append(name)
        if result is not None:
            files[name] = result
    return Merged(files=files, kept=tuple(kept))


def _joined(name: str, was: bytes | None, own: bytes | None, new: bytes | None) -> tuple[bytes | None, bool]:
    """One file that both changed, and whether everything of both is in it."""
    if was is None or own is None or new is None or PurePosixPath(name).suffix not in _TEXTS:
        return own, False
    lines = [content.splitlines(keepends=True) for content in (was, own, new)]
    if max(map(len, lines)) > MOST_LINES:
        return own, False
    parts = list(_parts(*lines))
    return b"".join(line for part, _ in parts for line in part), all(is_whole for _, is_whole in parts)


def _parts(
    was: Sequence[bytes], own: Sequence[bytes], new: Sequence[bytes]
) -> Iterator[tuple[Sequence[bytes], bool]]:
    """The joined lines piece by piece; False with a piece that both changed differently, where it is ours."""
    at_was = at_own = at_new = 0
    for start, end, start_own, start_new in _common(was, own, new):
        before, ours, theirs = was[at_was:start], own[at_own:start_own], new[at_new:start_new]
        if ours in (before, theirs):
            yield theirs, True
        else:
            yield ours, theirs == before
        yield was[start:end], True
        at_was, at_own, at_new = end, start_own + end - start, start_new + end - start


def _common(
    was: Sequence[bytes], own: Sequence[bytes], new: Sequence[bytes]
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of `was` that both left as they are: from, to, and where they begin in the others."""
    from difflib import SequenceMatcher  # only here: a program that starts joins nothing

    ours = SequenceMatcher(None, was, own, autojunk=False).get_matching_blocks()
    theirs = SequenceMatcher(None, was, new, autojunk=False).get_matching_blocks()
    here = there = 0
    while here < len(ours) and there < len(theirs):
        one, other = ours[here], theirs[there]
        start, end = max(one.a, other.a), min(one.a + one.size, other.a + other.size)
        if start < end:
            yield start, end, one.b + start - one.a, other.b + start - other.a
        if one.a + one.size < other.a + other.size:
            here += 1
        else:
            there += 1
    yield len(was), len(was), len(own), len(new)
