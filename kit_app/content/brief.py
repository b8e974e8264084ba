"""What a kit says of itself, without reading the rest of it: it takes a moment, not a second."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kit_app.content.files import KitFiles
from kit_app.domain.spelling import filled, natural

_PUZZLE = re.compile(r"puzzles/[^/]+\.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What stands at the head of a kit, and where its figures come from."""

    id: str
    version: str
    licence: str
    languages: tuple[str, ...]
    sources: tuple[str, ...]


def brief_of(files: KitFiles) -> Brief:
    """The head of a kit that is known to be sound."""
    head, facts = _table(files, "kit.toml"), _table(files, "facts.toml").get("facts", ())
    return Brief(
        id=head["id"],
        version=head["version"],
        licence=head["licence"],
        languages=tuple(head["languages"]),
        sources=tuple(fact["source"] for fact in facts),
    )


def titles(files: KitFiles, languages: Iterable[str]) -> dict[str, str]:
    """The titles by language; a language whose words cannot be read has none."""
    found = {language: _words(files, language).get("title") for language in languages}
    return {language: title for language, title in found.items() if isinstance(title, str) and title}


def names(files: KitFiles, language: str, group: str) -> dict[str, str]:
    """What a kit calls its variants, themes and so on, by id, in this language or in one that it has."""
    found = _words(files, _spoken(files, language)).get(group)
    held = found.items() if isinstance(found, Mapping) else ()
    return {ident: name for ident, name in held if isinstance(name, str)}


def puzzle_titles(files: KitFiles, language: str) -> dict[str, str]:
    """The titles of a kit's puzzles by id, P2 before P10, in this language or in one that it has."""
    spoken = _spoken(files, language)
    own = names(files, language, "names")
    found: dict[str, str] = {}
    for ident in sorted((PurePosixPath(one).stem for one in files if _PUZZLE.fullmatch(one)), key=natural):
        title = _table(files, f"words/{spoken}/{ident}.toml").get("title")
        if isinstance(title, str):
            found[ident] = filled(title, own)
    return found


def _spoken(files: KitFiles, language: str) -> str:
    """This language, or the first one that the kit has."""
    spoken = _table(files, "kit.toml").get("languages") or [language]
    return str(language if language in spoken else spoken[0])


def _words(files: KitFiles, language: str) -> Mapping[str, Any]:
    return _table(files, f"words/{language}/kit.toml")


def _table(files: KitFiles, name: str) -> Mapping[str, Any]:
    """A file as TOML; empty when it is not there or cannot be read."""
    import tomllib  # only here: a program that starts reads no kit

    try:
        return tomllib.loads(files.get(name, b"").decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
