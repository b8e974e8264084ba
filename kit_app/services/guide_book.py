"""The user guide: its chapters in one language, and what is found in them. It lies in the resources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kit_app.assets import resources_dir

LEADING = "lead"
"""The chapter about a game under way."""
_BEFORE, _AFTER = 18, 24
"""So many letters of a chapter stand around what was found: a line of a narrow list."""
_LIGATURES = {"œ": "oe", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "}

_HEAD = re.compile(r'^<a id="([a-z-]+)"></a>\n\n(#{1,3}) (.+)\n', re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r" \[[^\]]+\]\(guide-[a-z]{2}\.md\)\.")
_LINK_OUT = re.compile(r"(?<!!)\[([^\]]+)\]\((?!#)[^)]*\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(pictures/([^)]*)\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_MARK = re.compile(r"\*\*|[*`]|^ *(?:-|\d+\.) ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading with what stands below it up to the next one.

    `level`: 1 the first one, 2 a part, 3 within a part. `text` is Markdown, with links to other chapters
    (`#id`) and pictures (`pictures/name`) only.
    """

    id: str
    title: str
    level: int
    text: str

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of the pictures that it shows."""
        return tuple(_PICTURE.findall(self.text))

    @property
    def plain(self) -> str:
        """The text as it reads, in one line."""
        bare = _MARK.sub("", _LINK.sub(r"\1", _PICTURE.sub("", self.text)))
        return " ".join(bare.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chapter that has all words, with a piece of it around the first of them."""

    chapter: Chapter
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideBook:
    """The chapters in their order; `pictures` is the folder of those that they show."""

    chapters: tuple[Chapter, ...]
    pictures: Path

    def chapter(self, ident: str) -> Chapter:
        """The chapter of this id, or the first one."""
        return next((one for one in self.chapters if one.id == ident), self.chapters[0])

    def search(self, asked: str) -> tuple[Found, ...]:
        """The chapters in which every word occurs, those with more of them in their title first."""
        words = _folded(asked)[0].split()
        if not words:
            return ()
        found = []
        for place, one in enumerate(self.chapters):
            title, plain = _folded(one.title)[0], one.plain
            if all(word in f"{title} {_folded(plain)[0]}" for word in words):
                titled = sum(word in title for word in words)
                found.append((-titled, place, Found(chapter=one, excerpt=_excerpt(plain, words))))
        return tuple(one for _titled, _place, one in sorted(found, key=lambda each: each[:2]))


def read_guide(language: str, folder: Path | None = None) -> GuideBook:
    """The guide in a language, from `folder` instead of the resources. Raises OSError."""
    place = folder or resources_dir() / "help"
    text = (place / f"guide-{language}.md").read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    chapters = tuple(
        Chapter(id=head[1], title=head[3], level=len(head[2]), text=_shown(text[head.end() : end]))
        for head, end in zip(heads, ends, strict=True)
    )
    return GuideBook(chapters=chapters, pictures=place / "pictures")


def places(text: str, asked: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were asked for stand in a text: from, to."""
    folded, origin = _folded(text)
    found = [
        (origin[hit.start()], origin[hit.end() - 1] + 1)
        for word in _folded(asked)[0].split()
        for hit in re.finditer(re.escape(word), folded)
    ]
    return tuple(sorted(found))


def _shown(text: str) -> str:
    """Without what leads out of the program: of such links only the words stay."""
    return _LINK_OUT.sub(r"\1", _OTHER_LANGUAGE.sub("", text)).strip()


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without accents and capitals, and from which letter of it each one came."""
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        base = unicodedata.normalize("NFD", _LIGATURES.get(letter.casefold(), letter.casefold()))
        kept = [one for one in base if not unicodedata.combining(one)]
        letters += kept
        origin += [place] * len(kept)
    return "".join(letters), origin


def _excerpt(plain: str, words: Sequence[str]) -> str:
    """A piece around the rarest word, whole words only; of a title alone, how the text begins."""
    hits = min(filter(None, (places(plain, word) for word in words)), key=len, default=((0, 0),))
    start, end = hits[0]
    first, last = max(0, start - _BEFORE), min(len(plain), end + _AFTER)
    if first:
        first = plain.find(" ", first, start) + 1 or first
    if last < len(plain):
        cut = plain.rfind(" ", end, last)
        last = cut if cut >= 0 else last
    before, after = "…" if first else "", "…" if last < len(plain) else ""
    return f"{before}{plain[first:last].strip()}{after}"
